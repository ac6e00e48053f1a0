-- The first responses of a file that an earlier one has too, as they stand in both.
SELECT n.sheet_no, o.sheet_no, w.line, v.line
FROM private.canonical_row AS n
JOIN private.canonical_row AS o ON o.community_id = n.community_id AND o.file_id = $before AND o.kind = n.kind AND o.row_key = n.row_key
JOIN private.raw_line AS w ON w.community_id = n.community_id AND w.file_id = n.file_id AND w.sheet_no = n.sheet_no AND w.row_no = n.row_no
JOIN private.raw_line AS v ON v.community_id = o.community_id AND v.file_id = o.file_id AND v.sheet_no = o.sheet_no AND v.row_no = o.row_no
WHERE n.community_id = $community AND n.file_id = $file AND n.kind = 'survey'
ORDER BY n.sheet_no, n.row_no, o.sheet_no, o.row_no
LIMIT 200
