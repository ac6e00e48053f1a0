-- The cohorts with their days, for comparing one with another.
SELECT cohort_id, title, first_day, last_day, participation
FROM cohort
WHERE community_id = $community
