-- The files stored.
SELECT s.file_id, f.name, s.source, s.kind, s.kinds, f.said, s.status, s.order_key
FROM main.source_file AS s
JOIN private.file AS f ON f.community_id = s.community_id AND f.file_id = s.file_id
WHERE s.community_id = $community
