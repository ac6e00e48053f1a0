-- The question columns of survey files.
SELECT q.file_id, q.sheet_no, q.column_no, q.heading, q.wording, q.native
FROM private.question_column AS q
JOIN (SELECT DISTINCT community_id, file_id, sheet_no FROM private.canonical_row WHERE kind = 'survey') AS r
  ON r.community_id = q.community_id AND r.file_id = q.file_id AND r.sheet_no = q.sheet_no
WHERE q.community_id = $community
