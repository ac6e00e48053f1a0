-- id: negative_answers
-- title: Answered that it did not work
-- question: What went wrong?
-- group: health
-- cycle: none
-- kind: share
-- evidence: answers
-- protects: sensitive
-- unit: percent
-- better: neither
-- needs: survey, codebook
-- source: evaluations of communities of practice that asked for what failed (Ghani; Soleymani)
-- part: cycles
--
-- Of those who answered whether something did not work, the share who say that
-- something did not: a yes, or a number above 0, to a question of kind negative in
-- the question list; of a negative question with a scale, its two worst points. It
-- is told cycle by cycle, from the round that asked about the cycle, closed last in
-- the period and was answered by somebody; each person counts once. It is never
-- set off against what went well, and more is not worse: where nobody says so,
-- perhaps nobody dares. 0 to 4 people are told as one: up to 4.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
WITH judged AS (
    SELECT y.community_id,
           y.wave_id,
           y.response_id,
           y.about AS cycle,
           CASE
               WHEN y.scale_max IS NULL THEN CASE WHEN y.number > 0 THEN 1 ELSE 0 END
               WHEN y.score * (y.scale_max - y.scale_min) < 150 THEN 1 -- a step is 100, so this is the worst point or the next
               ELSE 0
           END AS failed,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no
    FROM reply AS y
    WHERE y.asks = 'failure'
      AND (y.score IS NOT NULL OR y.scale_max IS NULL AND y.number IS NOT NULL)
),
spoken AS (
    SELECT s.community_id,
           s.wave_id,
           s.response_id,
           s.cycle,
           s.failed,
           s.file_id,
           s.sheet_no,
           s.row_no,
           s.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.wave_id, s.response_id, s.cycle
                              ORDER BY s.failed DESC, s.column_no) AS nth
    FROM judged AS s
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       v.about            AS part,
       v.person,
       v.subject,
       CAST(y.failed AS double precision) AS x,
       false              AS open,
       coalesce(y.file_id, v.file_id)     AS file_id,
       coalesce(y.sheet_no, v.sheet_no)   AS sheet_no,
       coalesce(y.row_no, v.row_no)       AS row_no,
       coalesce(y.column_no, v.column_no) AS column_no
FROM seat AS v
LEFT JOIN spoken AS y ON y.community_id = v.community_id
                     AND y.wave_id = v.wave_id
                     AND y.response_id = v.response_id
                     AND y.cycle = v.about
                     AND y.nth = 1
WHERE v.asks = 'failure'
