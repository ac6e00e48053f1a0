-- Who was at which session and for how long: overlapping stays united, never
-- summed. Minutes without times are the greatest a file gives for one meeting.
-- Whoever has no known minutes and was marked present attended.
DELETE FROM main.presence WHERE community_id = $community
;
INSERT INTO main.presence (community_id, session_id, member_id, status, mode, minutes, attended, file_id, sheet_no, row_no, column_no)
WITH mark AS (
    SELECT a.community_id, s.session_id, a.meeting_id, i.member_id, a.status, a.mode, a.minutes, a.joined, a.left_at,
           a.file_id, a.sheet_no, a.row_no, a.column_no, a.status IN ('present', 'late') AS came,
           a.joined IS NOT NULL AND a.left_at IS NOT NULL AS timed,
           CASE a.status WHEN 'present' THEN 1 WHEN 'late' THEN 2 WHEN 'excused' THEN 3 WHEN 'declined' THEN 4 WHEN 'absent' THEN 5 ELSE 6 END AS rank
    FROM main.attendance AS a
    JOIN main.same_session AS s ON s.community_id = a.community_id AND s.meeting_id = a.meeting_id
    JOIN main.identity AS i ON i.community_id = a.community_id AND i.alias_id = a.alias_id
    WHERE a.community_id = $community AND a.counts AND a.seen_as = 'person'
),
stay AS (
    SELECT session_id, member_id, epoch(joined) AS joined, epoch(left_at) AS gone,
           max(epoch(left_at)) OVER (PARTITION BY session_id, member_id ORDER BY joined, left_at, file_id, row_no
                                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
    FROM mark
    WHERE came AND timed
),
united AS (
    SELECT session_id, member_id, sum(greatest(0, gone - greatest(joined, coalesce(reached, joined)))) / 60.0 AS minutes
    FROM stay GROUP BY ALL
),
told AS (
    SELECT session_id, member_id, sum(minutes) AS minutes
    FROM (
        SELECT session_id, member_id, meeting_id, max(minutes) AS minutes
        FROM mark
        WHERE came AND NOT timed AND minutes IS NOT NULL
        GROUP BY ALL
    )
    GROUP BY ALL
),
best AS (
    SELECT DISTINCT ON (session_id, member_id) community_id, session_id, member_id, status, file_id, sheet_no, row_no, column_no
    FROM mark
    ORDER BY session_id, member_id, rank, file_id, sheet_no, row_no, column_no
),
known AS (
    SELECT session_id, member_id, bool_or(came) AS came, bool_or(came AND NOT timed AND minutes IS NULL) AS unknown,
           CASE WHEN bool_or(came AND mode = 'in_person') THEN 'in_person' ELSE min(mode) FILTER (WHERE came) END AS mode
    FROM mark GROUP BY ALL
)
SELECT b.community_id, b.session_id, b.member_id, b.status, k.mode,
       CASE WHEN u.minutes IS NULL AND t.minutes IS NULL THEN NULL ELSE coalesce(u.minutes, 0) + coalesce(t.minutes, 0) END,
       k.came AND (k.unknown OR coalesce(u.minutes, 0) + coalesce(t.minutes, 0) >= coalesce(
           (SELECT number FROM main.setting AS g WHERE g.community_id = b.community_id AND g.name = 'participation.minimum_minutes'), 10)),
       b.file_id, b.sheet_no, b.row_no, b.column_no
FROM best AS b
JOIN known AS k ON k.session_id = b.session_id AND k.member_id = b.member_id
LEFT JOIN united AS u ON u.session_id = b.session_id AND u.member_id = b.member_id
LEFT JOIN told AS t ON t.session_id = b.session_id AND t.member_id = b.member_id
;
