-- The rows of an earlier file that count and that a later one does not have, a page
-- of them at a time.
SELECT o.kind, o.sheet_no, o.row_no, o.fields
FROM private.canonical_row AS o
LEFT JOIN private.canonical_row AS n ON n.community_id = o.community_id AND n.file_id = $file AND n.kind = o.kind AND n.row_key = o.row_key
WHERE o.community_id = $community AND o.file_id = $before AND o.kind <> 'meeting' AND o.counts AND n.row_key IS NULL
ORDER BY o.sheet_no, o.row_no, o.column_no, o.kind, o.row_key
LIMIT $most OFFSET $after
