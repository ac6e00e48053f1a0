-- id: member_list_missing
-- severity: missing
--
-- Cohorts that have begun, and nobody is on the member list for them.
SELECT CAST(NULL AS text) AS file_id, 0 AS sheet_no, 0 AS row_no, 0 AS column_no, c.cohort_id AS cohort, CAST(NULL AS text) AS who, CAST(NULL AS text) AS thing,
       c.first_day AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM cohort AS c
WHERE c.community_id = $community
  AND c.first_day <= CAST($today AS integer)
  AND NOT EXISTS (
      SELECT 1 FROM enrolment AS e
      WHERE e.community_id = c.community_id AND e.cohort_id = c.cohort_id)
