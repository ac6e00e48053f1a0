-- A stored file's name and hash.
SELECT name, sha256 FROM private.file WHERE community_id = $community AND file_id = $file
