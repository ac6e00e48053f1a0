-- The names of the files that cells point to.
SELECT file_id, name
FROM private.file
WHERE CAST($community AS text) IS NULL OR community_id = $community
