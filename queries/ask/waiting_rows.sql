-- How many rows of each kind of file were read, and how many of them wait for
-- somebody to check.
SELECT community_id, kind, CAST(sum(rows_read) AS bigint) AS rows_read, CAST(sum(rows_to_check) AS bigint) AS rows_to_check
FROM source_file
WHERE CAST($community AS text) IS NULL OR community_id = $community
GROUP BY community_id, kind
