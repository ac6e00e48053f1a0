-- id: no_such_practice
-- severity: impossible
--
-- Adoptions of a practice that is not among the practices tried.
SELECT a.file_id, a.sheet_no, a.row_no, a.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, a.practice_id AS thing,
       a.adopted_on AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM adoption AS a
WHERE a.community_id = $community
  AND a.counts
  AND NOT EXISTS (
      SELECT 1 FROM practice AS p
      WHERE p.community_id = a.community_id AND p.practice_id = a.practice_id AND p.counts)
