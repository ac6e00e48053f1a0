-- The rows of a stored file as they were read.
SELECT sheet_no, row_no, cells
FROM private.raw_row
WHERE community_id = $community AND file_id = $file
ORDER BY sheet_no, row_no
