-- Of rows with one key the latest changed counts, then the one of the file
-- whose data ends later, then of the file with the greater hash. Of rows of a
-- story changed at one moment, one that closes it comes first: whoever withdraws
-- a consent must not lose to an older file. $kinds are those, blanks between, of
-- which rows came or went: no other verdict can change.
UPDATE private.canonical_row AS c
SET counts = (o.nth = 1)
FROM (
    SELECT r.file_id, r.sheet_no, r.row_no, r.column_no, r.kind, r.row_key,
           row_number() OVER (PARTITION BY r.kind, r.row_key
                              ORDER BY r.modified_at DESC NULLS LAST,
                                       CASE WHEN r.kind = 'stories' AND r.fields[CAST($consent AS integer)] = 'private' THEN 0 ELSE 1 END,
                                       f.order_key DESC, r.sheet_no DESC, r.row_no DESC, r.column_no DESC) AS nth
    FROM private.canonical_row AS r
    JOIN main.source_file AS f ON f.community_id = r.community_id AND f.file_id = r.file_id
    WHERE r.community_id = $community AND r.kind IN (SELECT unnest(string_split($kinds, ' ')))
) AS o
WHERE c.community_id = $community AND o.file_id = c.file_id AND o.sheet_no = c.sheet_no AND o.row_no = c.row_no
  AND o.column_no = c.column_no AND o.kind = c.kind AND o.row_key = c.row_key
  AND c.counts IS DISTINCT FROM (o.nth = 1)
;
