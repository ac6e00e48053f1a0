-- The guarded figures that were released.
SELECT c.indicator || coalesce(' ' || c.part, ''), r.number, coalesce(c.cohort_id, ''), c.period, c.person_set_id, c.value, c.people
FROM main.release_cell AS c
JOIN main.release AS r ON r.community_id = c.community_id AND r.release_id = c.release_id
WHERE c.community_id = $community AND c.shown
