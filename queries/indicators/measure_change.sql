-- id: measure_change
-- title: Agreed outcomes
-- question: Did what we set out to move, move?
-- group: realized
-- cycle: realized
-- kind: latest
-- evidence: census
-- protects: event
-- unit: own
-- better: neither
-- needs: measures
-- source: leadership communities of practice: results on the sponsor's own scorecard
-- part: data
--
-- The last value in the period of each measure that the community set out to
-- move, and of each scope it is measured in, in the measure's own unit; beside
-- it where it began and what was agreed as the target: as the settings say, else
-- the baseline on the list of measures. Of several values of one day the lower on
-- the list counts. That it moved does not say that the community moved it: the
-- stories tell of that.
WITH measured AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           m.measure_id || CASE WHEN m.scope IS NULL THEN '' ELSE ', ' || m.scope END AS part,
           m.value,
           m.file_id,
           m.sheet_no,
           m.row_no,
           m.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, m.measure_id, m.scope
                              ORDER BY m.day_no DESC, m.row_no DESC, m.file_id) AS nth
    FROM spell AS s
    JOIN measure AS m ON m.community_id = s.community_id
                     AND m.day_no BETWEEN s.first_day AND s.last_day
    WHERE m.counts
      AND m.value IS NOT NULL
)
SELECT m.community_id     AS community,
       m.cohort_id        AS cohort,
       m.period,
       m.part,
       CAST(NULL AS text) AS person,
       m.part             AS subject,
       m.value            AS x,
       false              AS open,
       m.file_id,
       m.sheet_no,
       m.row_no,
       m.column_no
FROM measured AS m
WHERE m.nth = 1
