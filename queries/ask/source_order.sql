-- The stored files with what says which came after which: where their data end,
-- then when they were stored.
SELECT s.file_id, f.name, s.source, s.kind, s.data_to, f.landed_at, s.order_key
FROM main.source_file AS s
JOIN private.file AS f ON f.community_id = s.community_id AND f.file_id = s.file_id
WHERE s.community_id = $community AND s.kinds <> ''
