-- id: no_recent_round
-- severity: missing
--
-- Cohorts that ran within the last year and were not asked in a survey round for
-- more than 200 days, counted to today or to their end.
SELECT CAST(NULL AS text) AS file_id, 0 AS sheet_no, 0 AS row_no, 0 AS column_no, c.cohort_id AS cohort, CAST(NULL AS text) AS who, CAST(NULL AS text) AS thing,
       coalesce(max(r.closed), c.first_day) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM cohort AS c
LEFT JOIN survey_round AS r ON r.community_id = c.community_id
                           AND r.cohort_id = c.cohort_id
                           AND r.opened <= CAST($today AS integer)
WHERE c.community_id = $community
  AND c.last_day > CAST($today AS integer) - 365
GROUP BY c.cohort_id, c.first_day, c.last_day
HAVING coalesce(max(r.closed), c.first_day) < least(CAST($today AS integer), c.last_day) - 200
