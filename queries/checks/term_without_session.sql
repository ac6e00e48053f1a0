-- id: term_without_session
-- severity: missing
--
-- Terms of a cohort that ended within the last year and in which no session took
-- place.
-- place.
SELECT CAST(NULL AS text) AS file_id, 0 AS sheet_no, 0 AS row_no, 0 AS column_no, t.cohort_id AS cohort, CAST(NULL AS text) AS who, t.period AS thing,
       t.first_day AS day_no, t.last_day AS other_day, CAST(NULL AS double precision) AS amount
FROM period AS t
WHERE t.community_id = $community
  AND t.grain = 'term'
  AND t.last_day - t.first_day >= 20
  AND t.last_day > CAST($today AS integer) - 365
  AND t.last_day < CAST($today AS integer)
  AND NOT EXISTS (
      SELECT 1 FROM session AS s
      JOIN session_cohort AS c ON c.community_id = s.community_id AND c.session_id = s.session_id
      WHERE s.community_id = t.community_id AND c.cohort_id = t.cohort_id AND s.counts
        AND coalesce(s.status, 'held') IN ('held', 'moved') AND s.day_no BETWEEN t.first_day AND t.last_day)
