-- id: left_before_joined
-- severity: impossible
--
-- Lines of the member list whose last day is before the first.
SELECT l.file_id, l.sheet_no, l.row_no, l.column_no, l.cohort_id AS cohort, i.member_id AS who, CAST(NULL AS text) AS thing,
       l.first_day AS day_no, l.last_day AS other_day, CAST(NULL AS double precision) AS amount
FROM roster_line AS l
LEFT JOIN identity AS i ON i.community_id = l.community_id
                       AND i.alias_id = l.alias_id
WHERE l.community_id = $community
  AND l.counts
  AND l.last_day < l.first_day
