-- id: scale_upside_down
-- severity: impossible
--
-- Questions of the list whose scale ends where it begins, or below: none of their
-- answers can be counted.
SELECT file_id, sheet_no, row_no, 0 AS column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, item_id AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM item
WHERE community_id = $community
  AND counts
  AND scale_max <= scale_min
