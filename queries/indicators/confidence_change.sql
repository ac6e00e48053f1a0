-- id: confidence_change
-- title: Change in confidence
-- question: Did confidence rise?
-- group: potential
-- cycle: potential
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: points
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 2: human capital
-- secondary: yes
--
-- By how many points, on a scale from 0 to 100, the same people stand higher than
-- before on the scale questions whose construct in the question list is confidence:
-- the mean of each person's later score less their earlier one. The later round is
-- the one that asked about it, closed last in the period and was answered by
-- somebody; the earlier is the first round of the cohort that did. Only who answered
-- both, under one name, counts; the means of two rounds answered by different people
-- would mislead. An anonymous round has nobody to match. It is told where nobody, or
-- five or more, answered only one of the two, so that nobody's answer can be taken
-- from the means of the rounds.
-- It is never broken down by what people are, or the few of a group who answered only
-- once could be told apart.
WITH stretch AS (
    SELECT c.community_id,
           c.cohort_id,
           c.period,
           c.wave_id,
           b.wave_id AS first_wave_id,
           row_number() OVER (PARTITION BY c.community_id, c.cohort_id, c.period ORDER BY b.closed, b.opened, b.wave_id) AS nth
    FROM closing AS c
    JOIN survey_round AS l ON l.community_id = c.community_id
                          AND l.cohort_id = c.cohort_id
                          AND l.wave_id = c.wave_id
    JOIN topic AS t ON t.community_id = c.community_id
                   AND t.asks = c.asks
                   AND t.about = c.about
    JOIN survey_round AS b ON b.community_id = t.community_id
                          AND b.cohort_id = c.cohort_id
                          AND b.wave_id = t.wave_id
                          AND b.closed < l.closed
                          AND b.answered > 0
    WHERE c.asks = 'construct'
      AND c.about = 'confidence'
      AND c.nth = 1
),
sure AS (
    SELECT v.community_id, v.cohort_id, v.wave_id, coalesce(v.member_id, v.response_id) AS person, m.mean
    FROM here AS h
    JOIN invitation AS v ON v.community_id = h.community_id
    JOIN response_score AS m ON m.community_id = v.community_id
                            AND m.wave_id = v.wave_id
                            AND m.response_id = v.response_id
                            AND m.scope = 'construct'
                            AND m.part = 'confidence'
                            AND m.mean IS NOT NULL
),
matched AS (
    SELECT s.community_id, s.cohort_id, s.period, count(a.person) AS later, count(b.person) AS both_times
    FROM stretch AS s
    JOIN sure AS a ON a.community_id = s.community_id
                  AND a.cohort_id = s.cohort_id
                  AND a.wave_id = s.wave_id
    LEFT JOIN sure AS b ON b.community_id = s.community_id
                       AND b.cohort_id = s.cohort_id
                       AND b.wave_id = s.first_wave_id
                       AND b.person = a.person
    WHERE s.nth = 1
    GROUP BY s.community_id, s.cohort_id, s.period
),
started AS (
    SELECT s.community_id, s.cohort_id, s.period, count(b.person) AS earlier
    FROM stretch AS s
    JOIN sure AS b ON b.community_id = s.community_id
                  AND b.cohort_id = s.cohort_id
                  AND b.wave_id = s.first_wave_id
    WHERE s.nth = 1
    GROUP BY s.community_id, s.cohort_id, s.period
),
safe AS (
    SELECT n.community_id, n.cohort_id, n.period
    FROM matched AS n
    JOIN started AS o ON o.community_id = n.community_id
                     AND o.cohort_id = n.cohort_id
                     AND o.period = n.period
    JOIN remainder AS r ON r.community_id = n.community_id
    WHERE (n.later = n.both_times OR n.later >= n.both_times + r.least)
      AND (o.earlier = n.both_times OR o.earlier >= n.both_times + r.least)
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       CAST(NULL AS text) AS part,
       v.subject          AS person,
       v.subject,
       CASE WHEN k.period IS NOT NULL THEN a.mean - b.mean END AS x,
       false              AS open,
       v.file_id,
       v.sheet_no,
       v.row_no,
       v.column_no
FROM seat AS v
JOIN stretch AS s ON s.community_id = v.community_id
                 AND s.cohort_id = v.cohort_id
                 AND s.period = v.period
                 AND s.nth = 1
LEFT JOIN safe AS k ON k.community_id = v.community_id
                   AND k.cohort_id = v.cohort_id
                   AND k.period = v.period
LEFT JOIN sure AS a ON a.community_id = v.community_id
                   AND a.cohort_id = v.cohort_id
                   AND a.wave_id = v.wave_id
                   AND a.person = v.person
LEFT JOIN sure AS b ON b.community_id = v.community_id
                   AND b.cohort_id = v.cohort_id
                   AND b.wave_id = s.first_wave_id
                   AND b.person = v.person
WHERE v.asks = 'construct'
  AND v.about = 'confidence'
