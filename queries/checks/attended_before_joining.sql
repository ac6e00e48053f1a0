-- id: attended_before_joining
-- severity: impossible
--
-- Members who came to a session before their first day on the member list.
WITH begun AS (
    SELECT community_id, member_id, min(first_day) AS first_day
    FROM enrolment
    GROUP BY community_id, member_id
)
SELECT p.file_id, p.sheet_no, p.row_no, p.column_no, CAST(NULL AS text) AS cohort, p.member_id AS who, p.session_id AS thing,
       s.day_no, b.first_day AS other_day, CAST(NULL AS double precision) AS amount
FROM presence AS p
JOIN session AS s ON s.community_id = p.community_id
                 AND s.session_id = p.session_id
                 AND s.counts
JOIN begun AS b ON b.community_id = p.community_id
               AND b.member_id = p.member_id
WHERE p.community_id = $community
  AND p.attended
  AND s.day_no < b.first_day
