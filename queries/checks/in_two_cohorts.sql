-- id: in_two_cohorts
-- severity: impossible
--
-- Members enrolled in two cohorts on the same day: the later line is told.
SELECT b.file_id, b.sheet_no, b.row_no, b.column_no, b.cohort_id AS cohort, b.member_id AS who, a.cohort_id AS thing,
       greatest(a.first_day, b.first_day) AS day_no, least(a.last_day, b.last_day) AS other_day, CAST(NULL AS double precision) AS amount
FROM enrolment AS a
JOIN enrolment AS b ON b.community_id = a.community_id
                   AND b.member_id = a.member_id
                   AND (b.first_day > a.first_day OR (b.first_day = a.first_day AND b.cohort_id > a.cohort_id))
WHERE a.community_id = $community
  AND a.cohort_id <> b.cohort_id
  AND b.first_day <= a.last_day
