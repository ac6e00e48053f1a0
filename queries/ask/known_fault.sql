-- What readers found wrong in one file, or in all when $file is blank.
SELECT p.file_id, p.sheet_no, p.row_no, p.column_no, p.code, v.words, d.words
FROM main.problem AS p
LEFT JOIN private.text AS v ON v.community_id = p.community_id AND v.text_id = p.value_text_id
LEFT JOIN private.text AS d ON d.community_id = p.community_id AND d.text_id = p.detail_text_id
WHERE p.community_id = $community AND (p.file_id = $file OR $file = '')
