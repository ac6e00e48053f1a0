-- The survey round that closed last in the span, and its seats.
SELECT w.wave_id, max(w.closed) AS closed, count(*) AS invited, count(i.response_id) AS answered,
       max(CASE WHEN i.assumed THEN 1 ELSE 0 END) AS assumed
FROM survey_round AS w
JOIN invitation AS i ON i.community_id = w.community_id AND i.wave_id = w.wave_id AND i.cohort_id = w.cohort_id
WHERE w.community_id = $community
  AND w.closed BETWEEN $since AND $until
  AND (CAST($cohort AS text) IS NULL OR position('|' || w.cohort_id || '|' IN CAST($cohort AS text)) > 0)
GROUP BY w.wave_id
