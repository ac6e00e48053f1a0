-- id: no_such_indicator
-- severity: impossible
--
-- Targets for an indicator that there is not.
SELECT t.file_id, t.sheet_no, t.row_no, t.column_no, t.cohort, CAST(NULL AS text) AS who, t.indicator_id AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM target AS t
WHERE t.community_id = $community
  AND t.counts
  AND position('|' || t.indicator_id || '|' IN $indicators) = 0
