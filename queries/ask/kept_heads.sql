-- The first rows of every sheet of every stored file: its headings are there.
SELECT file_id, sheet_no, row_no, line
FROM (
    SELECT file_id, sheet_no, row_no, line, row_number() OVER (PARTITION BY file_id, sheet_no ORDER BY row_no) AS nth
    FROM private.raw_line
    WHERE community_id = $community AND row_no <= 1000
) AS r
WHERE nth <= 20
ORDER BY file_id, sheet_no, row_no
