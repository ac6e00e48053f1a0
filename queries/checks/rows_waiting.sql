-- id: rows_waiting
-- severity: waiting
--
-- Files with rows that were kept for somebody to check.
SELECT file_id, 0 AS sheet_no, 0 AS row_no, 0 AS column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, CAST(NULL AS text) AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(rows_to_check AS double precision) AS amount
FROM source_file
WHERE community_id = $community
  AND rows_to_check > 0
