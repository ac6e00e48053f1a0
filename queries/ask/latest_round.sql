-- The survey rounds that closed in the span, but for those that nobody answered
-- and that are still open today: their seats, each person once, and
-- who answered.
SELECT w.wave_id, max(w.closed) AS closed, max(w.opened) AS opened, max(w.answered) AS heard,
       count(DISTINCT coalesce(i.member_id, i.response_id, i.cohort_id || '/' || CAST(i.seat AS text))) AS invited,
       count(DISTINCT i.response_id) AS answered,
       max(CASE WHEN i.assumed THEN 1 ELSE 0 END) AS assumed
FROM survey_round AS w
JOIN invitation AS i ON i.community_id = w.community_id AND i.wave_id = w.wave_id AND i.cohort_id = w.cohort_id
WHERE w.community_id = $community
  AND w.closed BETWEEN $since AND $until
  AND (w.answered > 0 OR w.closed < $today)
  AND (CAST($cohort AS text) IS NULL OR position('|' || w.cohort_id || '|' IN CAST($cohort AS text)) > 0)
GROUP BY w.wave_id
