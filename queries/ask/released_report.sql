-- The gated report that a release consists of.
SELECT t.words
FROM main.release AS r
JOIN private.text AS t ON t.community_id = r.community_id AND t.text_id = r.report_text_id
WHERE r.community_id = $community
  AND r.release_id = $release
