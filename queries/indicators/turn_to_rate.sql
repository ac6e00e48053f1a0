-- id: turn_to_rate
-- title: Somebody to turn to
-- question: Are people less alone?
-- group: potential
-- cycle: potential
-- kind: share
-- evidence: answers
-- protects: answers
-- unit: percent
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 2: social capital
-- secondary: yes
--
-- Of those who answered whether there is somebody here whom they would ask, the
-- share who have one: the question whose construct in the question list is turn_to.
-- Asked as a yes or a number, it is a yes or any number above 0, and a blank is no
-- answer. Asked as a line to write names on or a list to tick, whoever wrote or
-- ticked anything has somebody, and whoever sent the form and left it blank has
-- nobody. Which names they are is read nowhere. It is the round that asked this,
-- closed last in the period and was answered by somebody; each person counts once.
-- Those who did not answer are not counted as a no: the range for all members says
-- what they could change.
WITH written AS (
    SELECT q.community_id, q.wave_id
    FROM topical AS q
    WHERE q.asks = 'other'
      AND q.about = 'turn_to'
      AND q.kind NOT IN ('yesno', 'count')
    GROUP BY q.community_id, q.wave_id
),
turned AS (
    SELECT y.community_id,
           y.wave_id,
           y.response_id,
           CASE WHEN y.kind NOT IN ('yesno', 'count') OR y.number > 0 THEN 1 ELSE 0 END AS found_one,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no
    FROM reply AS y
    WHERE y.asks = 'other'
      AND y.about = 'turn_to'
      AND (y.kind NOT IN ('yesno', 'count') OR y.number IS NOT NULL)
),
placed AS (
    SELECT t.community_id, t.wave_id, t.response_id, t.found_one, t.file_id, t.sheet_no, t.row_no, t.column_no,
           row_number() OVER (PARTITION BY t.community_id, t.wave_id, t.response_id ORDER BY t.found_one DESC, t.column_no) AS nth
    FROM turned AS t
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       CAST(NULL AS text) AS part,
       v.person,
       v.subject,
       CASE
           WHEN t.response_id IS NOT NULL THEN CAST(t.found_one AS double precision)
           WHEN w.wave_id IS NOT NULL AND v.response_id IS NOT NULL THEN CAST(0 AS double precision)
       END                AS x,
       false              AS open,
       coalesce(t.file_id, v.file_id)     AS file_id,
       coalesce(t.sheet_no, v.sheet_no)   AS sheet_no,
       coalesce(t.row_no, v.row_no)       AS row_no,
       coalesce(t.column_no, v.column_no) AS column_no
FROM seat AS v
LEFT JOIN placed AS t ON t.community_id = v.community_id
                     AND t.wave_id = v.wave_id
                     AND t.response_id = v.response_id
                     AND t.nth = 1
LEFT JOIN written AS w ON w.community_id = v.community_id
                      AND w.wave_id = v.wave_id
WHERE v.asks = 'other'
  AND v.about = 'turn_to'
