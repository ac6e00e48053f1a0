-- The stored files with their rows.
SELECT s.file_id, f.name, s.source, s.kind, s.rows_read, s.rows_loaded, s.rows_repeated, s.rows_to_check, s.rows_ignored, s.data_from, s.data_to
FROM main.source_file AS s
JOIN private.file AS f ON f.community_id = s.community_id AND f.file_id = s.file_id
WHERE s.community_id = $community
