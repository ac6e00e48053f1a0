-- The files that have rows of some files too, and how many. $files are those
-- asked about, blanks between.
SELECT n.file_id, o.file_id, count(DISTINCT o.row_key)
FROM private.canonical_row AS n
JOIN private.canonical_row AS o ON o.community_id = n.community_id AND o.kind = n.kind AND o.row_key = n.row_key
WHERE n.community_id = $community AND n.file_id IN (SELECT unnest(string_split($files, ' '))) AND o.file_id <> n.file_id AND n.kind <> 'meeting'
GROUP BY n.file_id, o.file_id
