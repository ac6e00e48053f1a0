-- id: in_no_cohort
-- severity: doubtful
--
-- Sessions that took place and stories that were told on a day on which no cohort
-- that they are for was running: they count in no month or term. Where a day is
-- wrong, it is most often the year.
WITH happened AS (
    SELECT s.community_id, s.file_id, s.sheet_no, s.row_no, s.column_no, s.session_id AS thing, s.day_no, c.cohort_id
    FROM session AS s
    LEFT JOIN session_cohort AS c ON c.community_id = s.community_id
                                 AND c.session_id = s.session_id
    WHERE s.community_id = $community
      AND s.counts
      AND coalesce(s.status, 'held') IN ('held', 'moved')
    UNION ALL
    SELECT y.community_id, y.file_id, y.sheet_no, y.row_no, y.column_no, y.story_id AS thing, y.collected_on AS day_no, y.cohort_id
    FROM story AS y
    WHERE y.community_id = $community
      AND y.counts
)
SELECT h.file_id, h.sheet_no, h.row_no, h.column_no, max(h.cohort_id) AS cohort, CAST(NULL AS text) AS who, h.thing, h.day_no, CAST(NULL AS integer) AS other_day,
       CAST(NULL AS double precision) AS amount
FROM happened AS h
LEFT JOIN cohort AS c ON c.community_id = h.community_id
                     AND c.cohort_id = h.cohort_id
                     AND h.day_no BETWEEN c.first_day AND c.last_day
WHERE h.day_no <= CAST($today AS integer)
GROUP BY h.file_id, h.sheet_no, h.row_no, h.column_no, h.thing, h.day_no
HAVING count(c.cohort_id) = 0
