-- id: no_register
-- severity: missing
--
-- Sessions of the list that took place and of which nobody wrote down who came.
SELECT s.file_id, s.sheet_no, s.row_no, s.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, s.session_id AS thing,
       s.day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM session AS s
WHERE s.community_id = $community
  AND s.counts
  AND coalesce(s.listed, true)
  AND s.has_register IS NOT true
  AND coalesce(s.status, 'held') IN ('held', 'moved')
  AND s.day_no < CAST($today AS integer)
