-- id: new_connections
-- title: New contacts
-- question: Are people meeting?
-- group: immediate
-- cycle: immediate
-- kind: median
-- evidence: answers
-- protects: answers
-- unit: people
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 1: networking
-- secondary: yes
--
-- How many new contacts people report: the answers to the question of kind count
-- whose construct in the question list is new_connections. The figure is the person
-- in the middle, with the mean beside it, for a few who meet everybody pull the mean
-- up; no answer is cut down or left out for being large. It is the round that asked
-- this, closed last in the period and was answered by somebody. Below ten people it
-- is not told: rounded, a small number would say something else.
WITH counted AS (
    SELECT y.community_id,
           y.wave_id,
           y.response_id,
           y.number,
           row_number() OVER (PARTITION BY y.community_id, y.wave_id, y.response_id ORDER BY y.column_no) AS nth,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no
    FROM reply AS y
    WHERE y.asks = 'other'
      AND y.about = 'new_connections'
      AND y.kind = 'count'
      AND y.number >= 0
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       CAST(NULL AS text) AS part,
       v.person,
       v.subject,
       y.number           AS x,
       false              AS open,
       coalesce(y.file_id, v.file_id)     AS file_id,
       coalesce(y.sheet_no, v.sheet_no)   AS sheet_no,
       coalesce(y.row_no, v.row_no)       AS row_no,
       coalesce(y.column_no, v.column_no) AS column_no
FROM seat AS v
LEFT JOIN counted AS y ON y.community_id = v.community_id
                      AND y.wave_id = v.wave_id
                      AND y.response_id = v.response_id
                      AND y.nth = 1
WHERE v.asks = 'other'
  AND v.about = 'new_connections'
