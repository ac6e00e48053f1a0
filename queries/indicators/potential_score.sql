-- id: potential_score
-- title: Potential value
-- question: What did people gain?
-- group: potential
-- cycle: potential
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 2
--
-- Each answer to a scale question about what people take away (a skill, somebody
-- to ask, a tool, a standing, a way of learning) is put on a scale from 0 to 100,
-- turned round where agreeing means less. A person's score is the mean of their
-- answers, if they answered at least half of these questions; the figure is the
-- mean over persons. It is that of the round that closed last in the period and
-- that somebody answered.
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
          AND q.cycle = 'potential'
          AND q.kind = 'likert'
    )
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       coalesce(v.member_id, v.response_id) AS person,
       coalesce(v.response_id, v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)) AS subject,
       m.mean             AS x,
       false              AS open,
       r.file_id,
       r.sheet_no,
       r.row_no,
       r.column_no
FROM closing AS c
JOIN invitation AS v ON v.community_id = c.community_id
                    AND v.cohort_id = c.cohort_id
                    AND v.wave_id = c.wave_id
LEFT JOIN response AS r ON r.community_id = v.community_id
                       AND r.wave_id = v.wave_id
                       AND r.response_id = v.response_id
                       AND r.counts
LEFT JOIN response_score AS m ON m.community_id = v.community_id
                             AND m.wave_id = v.wave_id
                             AND m.response_id = v.response_id
                             AND m.scope = 'cycle'
                             AND m.part = 'potential'
WHERE c.nth = 1
