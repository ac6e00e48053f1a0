-- id: construct_score
-- title: How people see themselves as a community
-- question: Are we getting better at this?
-- group: constructs
-- cycle: none
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook
-- source: inquiry into leadership groups: does a community get better at learning together
-- part: data
--
-- A construct is what several scale questions ask about together, by the column
-- construct of the question list: how well people learn from each other, trust,
-- how good decisions are. Each answer is put on a scale from 0 to 100, turned
-- round where agreeing means less. A person's score is the mean of their answers,
-- if they answered at least half of the questions of the construct; the figure is
-- the mean over persons. For each construct it is that of the round that asked
-- about it, closed last in the period and was answered by somebody.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
WITH asking AS (
    SELECT DISTINCT q.community_id, q.wave_id, q.construct
    FROM wave_item AS q
    WHERE q.construct IS NOT NULL
      AND q.kind = 'likert'
),
closing AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           w.wave_id,
           q.construct,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, q.construct
                              ORDER BY w.answered DESC, w.closed DESC, w.opened DESC, w.wave_id) AS nth
    FROM spell AS s
    JOIN survey_round AS w ON w.community_id = s.community_id
                          AND w.cohort_id = s.cohort_id
                          AND w.closed BETWEEN s.first_day AND s.last_day
    JOIN asking AS q ON q.community_id = w.community_id
                    AND q.wave_id = w.wave_id
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       c.period,
       c.construct        AS part,
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
                             AND m.scope = 'construct'
                             AND m.part = c.construct
WHERE c.nth = 1
