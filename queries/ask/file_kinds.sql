-- The kind of each file.
SELECT file_id, kind
FROM source_file
WHERE community_id = $community
