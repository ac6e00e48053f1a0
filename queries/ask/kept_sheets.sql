-- The sheets of a stored file, with what a reader asks of them besides rows.
SELECT sheet_no, name, hidden, blank_rows, delimiter, merged
FROM private.kept_sheet
WHERE community_id = $community AND file_id = $file
ORDER BY sheet_no
