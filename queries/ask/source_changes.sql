-- What became of the rows of an earlier file in a later one: the first of each
-- kind and fate, and how many there are. The cells of a response are there too:
-- its answers are in no field.
WITH entry AS (
    SELECT c.file_id, c.kind, c.row_key, c.sheet_no, c.row_no, c.fields, CASE WHEN c.kind = 'survey' THEN w.line END AS line,
           row_number() OVER (PARTITION BY c.file_id, c.kind, c.row_key ORDER BY c.sheet_no, c.row_no, c.column_no) AS nth
    FROM private.canonical_row AS c
    JOIN private.raw_line AS w ON w.community_id = c.community_id AND w.file_id = c.file_id AND w.sheet_no = c.sheet_no AND w.row_no = c.row_no
    WHERE c.community_id = $community AND c.file_id IN ($file, $before) AND c.kind <> 'meeting'
),
fated AS (
    SELECT coalesce(n.kind, o.kind) AS kind,
           CASE WHEN o.row_key IS NULL THEN 'added' WHEN n.row_key IS NULL THEN 'gone' ELSE 'changed' END AS fate,
           n.sheet_no, n.row_no, o.sheet_no AS sheet_before, o.row_no AS row_before, n.fields, o.fields AS fields_before,
           n.line, o.line AS line_before
    FROM (SELECT * FROM entry WHERE file_id = $file AND nth = 1) AS n
    FULL JOIN (SELECT * FROM entry WHERE file_id = $before AND nth = 1) AS o ON o.kind = n.kind AND o.row_key = n.row_key
    WHERE o.row_key IS NULL OR n.row_key IS NULL OR n.fields IS DISTINCT FROM o.fields OR n.line IS DISTINCT FROM o.line
),
counted AS (
    SELECT f.*, count(*) OVER (PARTITION BY fate) AS all_of_them,
           row_number() OVER (PARTITION BY fate ORDER BY coalesce(sheet_no, sheet_before), coalesce(row_no, row_before), row_before, kind) AS place
    FROM fated AS f
)
SELECT fate, kind, sheet_no, row_no, sheet_before, row_before, fields, fields_before, line, line_before, all_of_them
FROM counted
WHERE place <= 2000
