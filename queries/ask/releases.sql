-- The releases made so far.
SELECT release_id, number, made_at, audience, file_hash, minimum_group, minimum_exact, minimum_quotes
FROM main.release
WHERE community_id = $community
