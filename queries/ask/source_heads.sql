-- The first rows of the sheets of two files down to their first row of data:
-- what stands below is no heading.
SELECT r.file_id, r.sheet_no, r.row_no, r.line
FROM private.raw_line AS r
JOIN (
    SELECT file_id, sheet_no, min(row_no) AS first_row
    FROM private.canonical_row
    WHERE community_id = $community AND file_id IN ($file, $before) AND row_no > 0
    GROUP BY file_id, sheet_no
) AS d ON d.file_id = r.file_id AND d.sheet_no = r.sheet_no
WHERE r.community_id = $community AND r.row_no BETWEEN d.first_row - 20 AND d.first_row
ORDER BY r.file_id, r.sheet_no, r.row_no
