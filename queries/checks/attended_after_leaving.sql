-- id: attended_after_leaving
-- severity: impossible
--
-- Members who came to a session after the day they left, by the member list:
-- where a day was written down, not where the cohort simply ended.
WITH gone AS (
    SELECT i.community_id, i.member_id, max(CASE WHEN l.last_day IS NULL THEN 1 ELSE 0 END) AS still, max(l.last_day) AS last_day
    FROM roster_line AS l
    JOIN identity AS i ON i.community_id = l.community_id
                      AND i.alias_id = l.alias_id
    WHERE l.counts
    GROUP BY i.community_id, i.member_id
)
SELECT p.file_id, p.sheet_no, p.row_no, p.column_no, CAST(NULL AS text) AS cohort, p.member_id AS who, p.session_id AS thing,
       s.day_no, g.last_day AS other_day, CAST(NULL AS double precision) AS amount
FROM presence AS p
JOIN session AS s ON s.community_id = p.community_id
                 AND s.session_id = p.session_id
                 AND s.counts
JOIN gone AS g ON g.community_id = p.community_id
              AND g.member_id = p.member_id
WHERE p.community_id = $community
  AND p.attended
  AND g.still = 0
  AND s.day_no > g.last_day
