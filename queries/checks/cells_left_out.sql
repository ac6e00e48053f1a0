-- id: cells_left_out
-- severity: impossible
--
-- Cells of which nothing was kept, for their number or day cannot stand there:
-- minutes below zero, a day no calendar has.
SELECT DISTINCT file_id, sheet_no, row_no, column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, CAST(NULL AS text) AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM problem
WHERE community_id = $community
  AND code IN ('number_out_of_range', 'date_impossible')
