-- The cohorts there are.
SELECT cohort_id
FROM main.cohort
WHERE community_id = $community
ORDER BY first_day, cohort_id
