-- The rows of a stored file as they were read, each as one text.
SELECT sheet_no, row_no, line
FROM private.raw_line
WHERE community_id = $community AND file_id = $file
ORDER BY sheet_no, row_no
