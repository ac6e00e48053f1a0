-- id: cancelled_yet_attended
-- severity: impossible
--
-- Sessions that were cancelled and have people who came.
SELECT s.file_id, s.sheet_no, s.row_no, s.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, s.session_id AS thing,
       s.day_no, CAST(NULL AS integer) AS other_day, CAST(count(DISTINCT p.member_id) AS double precision) AS amount
FROM session AS s
JOIN presence AS p ON p.community_id = s.community_id
                  AND p.session_id = s.session_id
                  AND p.attended
WHERE s.community_id = $community
  AND s.counts
  AND s.status = 'cancelled'
GROUP BY s.file_id, s.sheet_no, s.row_no, s.column_no, s.session_id, s.day_no
