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
WITH asking AS (
    SELECT DISTINCT q.community_id, q.wave_id, q.cycle
    FROM wave_item AS q
    WHERE q.kind = 'negative'
      AND q.cycle IS NOT NULL
),
closing AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           w.wave_id,
           q.cycle,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, q.cycle
                              ORDER BY w.answered DESC, w.closed DESC, w.opened DESC, w.wave_id) AS nth
    FROM spell AS s
    JOIN survey_round AS w ON w.community_id = s.community_id
                          AND w.cohort_id = s.cohort_id
                          AND w.closed BETWEEN s.first_day AND s.last_day
    JOIN asking AS q ON q.community_id = w.community_id
                    AND q.wave_id = w.wave_id
),
said AS (
    SELECT r.community_id,
           r.wave_id,
           r.response_id,
           q.cycle,
           CASE
               WHEN q.scale_max IS NULL THEN CASE WHEN a.number > 0 THEN 1 ELSE 0 END
               WHEN a.score * (q.scale_max - q.scale_min) < 150 THEN 1 -- a step is 100, so this is the worst point or the next
               ELSE 0
           END AS failed,
           a.file_id,
           a.sheet_no,
           a.row_no,
           a.column_no
    FROM (SELECT DISTINCT community_id, wave_id, cycle FROM closing WHERE nth = 1) AS c
    JOIN wave_item AS q ON q.community_id = c.community_id
                       AND q.wave_id = c.wave_id
                       AND q.cycle = c.cycle
                       AND q.kind = 'negative'
    JOIN response AS r ON r.community_id = c.community_id
                      AND r.wave_id = c.wave_id
                      AND r.counts
    JOIN answer AS a ON a.community_id = r.community_id
                    AND a.file_id = r.file_id
                    AND a.sheet_no = r.sheet_no
                    AND a.row_no = r.row_no
                    AND a.item_id = q.item_id
    WHERE a.score IS NOT NULL
       OR (q.scale_max IS NULL AND a.number IS NOT NULL)
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
    FROM said AS s
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       c.period,
       c.cycle            AS part,
       coalesce(v.member_id, v.response_id) AS person,
       coalesce(v.response_id, v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)) AS subject,
       CAST(y.failed AS double precision) AS x,
       false              AS open,
       coalesce(y.file_id, r.file_id)     AS file_id,
       coalesce(y.sheet_no, r.sheet_no)   AS sheet_no,
       coalesce(y.row_no, r.row_no)       AS row_no,
       coalesce(y.column_no, r.column_no) AS column_no
FROM closing AS c
JOIN invitation AS v ON v.community_id = c.community_id
                    AND v.cohort_id = c.cohort_id
                    AND v.wave_id = c.wave_id
LEFT JOIN response AS r ON r.community_id = v.community_id
                       AND r.wave_id = v.wave_id
                       AND r.response_id = v.response_id
                       AND r.counts
LEFT JOIN spoken AS y ON y.community_id = v.community_id
                     AND y.wave_id = v.wave_id
                     AND y.response_id = v.response_id
                     AND y.cycle = c.cycle
                     AND y.nth = 1
WHERE c.nth = 1
