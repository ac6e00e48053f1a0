-- id: applied_rate
-- title: Used what they learned
-- question: What did people use?
-- group: applied
-- cycle: applied
-- kind: share
-- evidence: answers
-- protects: answers
-- unit: percent
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 3
--
-- Of those who answered whether they put something into practice, the share who
-- did: any yes, or any number above 0, to the questions of this cycle. How far
-- back they look is in the question. It is the round that closed last in the
-- period and that somebody answered; each person counts once. Those who did not answer are not counted as a
-- no: the range for all members says what they could change.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
WITH closing AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           w.wave_id,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period
                              ORDER BY w.answered DESC, w.closed DESC, w.opened DESC, w.wave_id) AS nth
    FROM spell AS s
    JOIN survey_round AS w ON w.community_id = s.community_id
                          AND w.cohort_id = s.cohort_id
                          AND w.closed BETWEEN s.first_day AND s.last_day
    WHERE EXISTS (
        SELECT 1
        FROM wave_item AS q
        WHERE q.community_id = w.community_id
          AND q.wave_id = w.wave_id
          AND q.cycle = 'applied'
          AND q.kind IN ('yesno', 'count')
    )
),
said AS (
    SELECT r.community_id,
           r.wave_id,
           r.response_id,
           CASE WHEN coalesce(a.score, a.number) > 0 THEN 1 ELSE 0 END AS used,
           a.file_id,
           a.sheet_no,
           a.row_no,
           a.column_no
    FROM (SELECT DISTINCT community_id, wave_id FROM closing WHERE nth = 1) AS c
    JOIN wave_item AS q ON q.community_id = c.community_id
                       AND q.wave_id = c.wave_id
                       AND q.cycle = 'applied'
                       AND q.kind IN ('yesno', 'count')
    JOIN response AS r ON r.community_id = c.community_id
                      AND r.wave_id = c.wave_id
                      AND r.counts
    JOIN answer AS a ON a.community_id = r.community_id
                    AND a.file_id = r.file_id
                    AND a.sheet_no = r.sheet_no
                    AND a.row_no = r.row_no
                    AND a.item_id = q.item_id
    WHERE a.number IS NOT NULL
),
spoken AS (
    SELECT s.community_id,
           s.wave_id,
           s.response_id,
           s.used,
           s.file_id,
           s.sheet_no,
           s.row_no,
           s.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.wave_id, s.response_id
                              ORDER BY s.used DESC, s.column_no) AS nth
    FROM said AS s
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       coalesce(v.member_id, v.response_id) AS person,
       coalesce(v.response_id, v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)) AS subject,
       CAST(y.used AS double precision) AS x,
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
                     AND y.nth = 1
WHERE c.nth = 1
