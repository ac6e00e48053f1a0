-- id: adopted_before_start
-- severity: impossible
--
-- Practices that somebody took up before they were first tried.
SELECT a.file_id, a.sheet_no, a.row_no, a.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, a.practice_id AS thing,
       a.adopted_on AS day_no, p.started AS other_day, CAST(NULL AS double precision) AS amount
FROM adoption AS a
JOIN practice AS p ON p.community_id = a.community_id
                  AND p.practice_id = a.practice_id
                  AND p.counts
WHERE a.community_id = $community
  AND a.counts
  AND a.adopted_on < p.started
