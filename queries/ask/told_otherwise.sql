-- Rows that say something else than a row of the same key, where nothing tells
-- which is the newer: changed at one moment, in files whose data end together, or
-- in one file. One of each pair counts. Whether the fields differ in what people
-- said, and not in what was worked out of it, is for the reader to tell; the
-- cells of a response are there too: its answers are in no field. $files are the
-- files asked about, blanks between.
WITH twice AS (
    -- Of the rows of a key one counts at most: nearly all keys stand once, and what
    -- rows say takes room.
    SELECT DISTINCT kind, row_key
    FROM private.canonical_row
    WHERE community_id = $community AND NOT counts AND kind <> 'meeting'
),
same AS (
    SELECT c.*
    FROM twice AS m
    JOIN private.canonical_row AS c ON c.kind = m.kind AND c.row_key = m.row_key
    WHERE c.community_id = $community AND c.kind <> 'meeting'
),
answered AS (
    SELECT file_id, sheet_no, row_no, line
    FROM private.raw_line
    WHERE community_id = $community AND file_id IN (SELECT file_id FROM same WHERE kind = 'survey')
),
placed AS (
    SELECT c.kind, c.row_key, c.modified_at, c.file_id, c.sheet_no, c.row_no, c.column_no, c.fields, c.counts,
           substr(s.order_key, 1, greatest(length(s.order_key) - 64, 0)) AS ends,
           CASE WHEN c.kind = 'survey' THEN w.line END AS line
    FROM same AS c
    JOIN main.source_file AS s ON s.community_id = c.community_id AND s.file_id = c.file_id
    LEFT JOIN answered AS w ON w.file_id = c.file_id AND w.sheet_no = c.sheet_no AND w.row_no = c.row_no
)
SELECT n.kind, n.file_id, n.sheet_no, n.row_no, n.column_no, n.fields, n.line, n.counts,
       o.file_id, o.sheet_no, o.row_no, o.fields, o.line
FROM placed AS n
JOIN placed AS o ON o.kind = n.kind AND o.row_key = n.row_key AND o.modified_at IS NOT DISTINCT FROM n.modified_at
WHERE n.file_id IN (SELECT unnest(string_split($files, ' ')))
  AND (o.file_id <> n.file_id AND o.ends = n.ends AND (n.counts OR o.counts) OR o.file_id = n.file_id AND o.counts AND NOT n.counts)
  AND (n.fields IS DISTINCT FROM o.fields OR n.line IS DISTINCT FROM o.line)
UNION ALL
-- A mark that somebody was there, and one that they were not, of one session:
-- neither knows for how long.
SELECT 'presence', a.file_id, a.sheet_no, a.row_no, a.column_no, NULL, NULL, a.status IN ('present', 'late'),
       b.file_id, b.sheet_no, b.row_no, NULL, NULL
FROM main.attendance AS a
JOIN main.same_session AS sa ON sa.community_id = a.community_id AND sa.meeting_id = a.meeting_id
JOIN main.identity AS ia ON ia.community_id = a.community_id AND ia.alias_id = a.alias_id
JOIN main.same_session AS sb ON sb.community_id = sa.community_id AND sb.session_id = sa.session_id
JOIN main.attendance AS b ON b.community_id = sb.community_id AND b.meeting_id = sb.meeting_id
JOIN main.identity AS ib ON ib.community_id = b.community_id AND ib.alias_id = b.alias_id AND ib.member_id = ia.member_id
WHERE a.community_id = $community AND a.counts AND b.counts AND a.seen_as = 'person' AND b.seen_as = 'person'
  AND a.joined IS NULL AND b.joined IS NULL AND a.minutes IS NULL AND b.minutes IS NULL
  AND a.file_id IN (SELECT unnest(string_split($files, ' ')))
  AND (a.status IN ('present', 'late') AND b.status = 'absent' AND a.file_id <> b.file_id OR a.status = 'absent' AND b.status IN ('present', 'late'))
