-- How many stories were told, whoever may read them.
SELECT count(DISTINCT s.story_id) AS stories
FROM story AS s
WHERE s.counts
  AND s.community_id = $community
  AND s.collected_on BETWEEN $since AND $until
  AND (CAST($cohort AS text) IS NULL OR position('|' || s.cohort_id || '|' IN CAST($cohort AS text)) > 0)
