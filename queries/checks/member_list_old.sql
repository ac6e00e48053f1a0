-- id: member_list_old
-- severity: missing
--
-- Cohorts that run today and whose newest member list was read more than half a
-- year ago.
SELECT CAST(NULL AS text) AS file_id, 0 AS sheet_no, 0 AS row_no, 0 AS column_no, c.cohort_id AS cohort, CAST(NULL AS text) AS who, CAST(NULL AS text) AS thing,
       max(CAST(f.landed_at AS date) - DATE '1970-01-01') AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM cohort AS c
JOIN enrolment AS e ON e.community_id = c.community_id
                   AND e.cohort_id = c.cohort_id
JOIN private.file AS f ON f.community_id = e.community_id
                      AND f.file_id = e.file_id
WHERE c.community_id = $community
  AND CAST($today AS integer) BETWEEN c.first_day AND c.last_day
GROUP BY c.cohort_id
HAVING max(CAST(f.landed_at AS date) - DATE '1970-01-01') < CAST($today AS integer) - 183
