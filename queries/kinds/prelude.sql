-- The question (asked), the periods asked for (spell), what an indicator's file
-- may lean on (open_story, pair: who could have come to which session and did,
-- enrolled, level), then the file, its observations under each
-- cohort and under all together (grouped), and every line that an answer has,
-- empty ones too (line). A blank cohort is all together, a blank label no
-- breakdown, a blank part none. Under all together somebody of several cohorts
-- counts once (chosen): where they answered, in a census where they did it, else
-- in the cohort that began last. What stands between "only" and "always" is left
-- out of a question that it would not change: stories where the indicator protects
-- none, together where one cohort is named.
WITH asked AS (
    SELECT CAST($community AS text)  AS community_id,
           CAST($cohort AS text)     AS cohort_id,
           CAST($since AS integer)   AS since,
           CAST($until AS integer)   AS until,
           CAST($grain AS text)      AS grain,
           CAST($by AS text)         AS attribute,
           CAST($audience AS text)   AS audience,
           CAST($today AS integer)   AS today
),
followed AS (
    SELECT p.community_id,
           p.cohort_id,
           p.period,
           p.first_day,
           p.last_day,
           k.since,
           k.today,
           least(k.until, CAST(nullif(split_part(split_part(k.cohort_id, '|' || p.cohort_id || '@', 2), '|', 1), '') AS integer)) AS until
    FROM asked AS k
    JOIN period AS p ON (p.grain = k.grain OR position('|' || p.grain || '|' IN k.grain) > 0)
                    AND (k.community_id IS NULL OR p.community_id = k.community_id)
                    AND (k.cohort_id IS NULL OR p.cohort_id = k.cohort_id OR position('|' || p.cohort_id || '@' IN k.cohort_id) > 0)
),
spell AS (
    SELECT f.community_id,
           f.cohort_id,
           f.period,
           greatest(f.first_day, f.since) AS first_day,
           least(f.last_day, f.until)     AS last_day,
           f.today
    FROM followed AS f
    WHERE f.last_day >= f.since
      AND f.first_day <= f.until
),
open_story AS (
    SELECT v.community_id, v.story_id
    FROM asked AS k
    JOIN story_open AS v ON v.audience = k.audience
                        AND (k.community_id IS NULL OR v.community_id = k.community_id)
),
here AS (
    SELECT DISTINCT community_id FROM spell
),
marked AS (
    SELECT p.community_id, p.session_id, p.member_id, p.attended, p.file_id, p.sheet_no, p.row_no, p.column_no
    FROM here AS h
    JOIN presence AS p ON p.community_id = h.community_id
),
pair AS (
    SELECT e.community_id,
           e.cohort_id,
           e.member_id,
           s.session_id,
           s.day_no,
           CASE WHEN p.attended THEN 1 ELSE 0 END AS attended,
           coalesce(p.file_id, s.file_id)         AS file_id,
           coalesce(p.sheet_no, s.sheet_no)       AS sheet_no,
           coalesce(p.row_no, s.row_no)           AS row_no,
           coalesce(p.column_no, s.column_no)     AS column_no
    FROM here AS h
    JOIN registered_session AS s ON s.community_id = h.community_id
    JOIN enrolment AS e ON e.community_id = s.community_id
                       AND e.cohort_id = s.cohort_id
                       AND s.day_no BETWEEN e.first_day AND e.last_day
    LEFT JOIN marked AS p ON p.community_id = s.community_id
                         AND p.session_id = s.session_id
                         AND p.member_id = e.member_id
    WHERE s.open_to = 'all'
       OR p.member_id IS NOT NULL
),
sign AS (
    SELECT s.community_id, s.cohort_id, s.period, p.member_id, 1 AS eligible, p.attended AS came, 0 AS acted, p.attended AS seen
    FROM spell AS s
    JOIN pair AS p ON p.community_id = s.community_id
                  AND p.cohort_id = s.cohort_id
                  AND p.day_no > s.last_day - 365
                  AND p.day_no <= s.last_day
    UNION ALL
    SELECT s.community_id, s.cohort_id, s.period, t.member_id, 0 AS eligible, 0 AS came, t.acted, 1 AS seen
    FROM spell AS s
    JOIN member_trace AS t ON t.community_id = s.community_id
                          AND t.day_no > s.last_day - 365
                          AND t.day_no <= s.last_day
),
signed AS (
    SELECT community_id,
           cohort_id,
           period,
           member_id,
           sum(eligible) AS eligible,
           sum(came)     AS came,
           sum(acted)    AS acted,
           sum(seen)     AS seen
    FROM sign
    GROUP BY community_id, cohort_id, period, member_id
),
enrolled AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           e.member_id,
           e.level_override,
           e.file_id,
           e.sheet_no,
           e.row_no,
           e.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, e.member_id
                              ORDER BY e.last_day DESC, e.first_day DESC, e.row_no) AS nth
    FROM spell AS s
    JOIN enrolment AS e ON e.community_id = s.community_id
                       AND e.cohort_id = s.cohort_id
                       AND e.first_day <= s.last_day
                       AND e.last_day >= s.first_day
),
cut_off AS (
    SELECT community_id,
           max(CASE WHEN name = 'participation.core' THEN number END)             AS core,
           max(CASE WHEN name = 'participation.active' THEN number END)           AS active,
           max(CASE WHEN name = 'participation.occasional' THEN number END)       AS occasional,
           max(CASE WHEN name = 'participation.minimum_sessions' THEN number END) AS minimum_sessions
    FROM setting
    GROUP BY community_id
),
level AS (
    SELECT e.community_id,
           e.cohort_id,
           e.period,
           e.member_id,
           CASE
               WHEN e.level_override IS NOT NULL THEN e.level_override
               WHEN g.eligible >= c.minimum_sessions AND g.came >= c.core * g.eligible AND g.acted > 0 THEN 'core'
               WHEN g.eligible >= c.minimum_sessions AND g.came >= c.active * g.eligible THEN 'active'
               WHEN g.eligible >= c.minimum_sessions AND g.came >= c.occasional * g.eligible THEN 'occasional'
               WHEN g.came >= 2 THEN 'occasional'
               WHEN g.seen > 0 THEN 'peripheral'
               ELSE 'dormant'
           END AS label,
           e.file_id,
           e.sheet_no,
           e.row_no,
           e.column_no
    FROM enrolled AS e
    JOIN cut_off AS c ON c.community_id = e.community_id
    LEFT JOIN signed AS g ON g.community_id = e.community_id
                       AND g.cohort_id = e.cohort_id
                       AND g.period = e.period
                       AND g.member_id = e.member_id
    WHERE e.nth = 1
),
found AS (
{{observations}}
),
observation AS (
    SELECT o.community,
           o.cohort,
           o.period,
           coalesce(o.part, '') AS part,
           o.person,
           o.subject,
           CASE WHEN '{{kind}}' IN ({{pairs}}) OR o.person IS NULL THEN o.subject END AS counted,
           o.x,
           o.open,
           o.file_id,
           o.sheet_no,
           o.row_no,
           o.column_no
    FROM found AS o
    JOIN spell AS s ON s.community_id = o.community
                   AND s.cohort_id = o.cohort
                   AND s.period = o.period
    -- only stories:
    LEFT JOIN open_story AS v ON v.community_id = o.community
                             AND v.story_id = o.subject
    LEFT JOIN story AS t ON t.community_id = o.community
                        AND t.story_id = o.subject
                        AND t.counts
    LEFT JOIN open_story AS w ON t.story_id IS NULL
                             AND w.community_id = o.community
                             AND w.story_id = regexp_replace(o.subject, '/[0-9]+$', '')
    WHERE v.story_id IS NOT NULL
       OR w.story_id IS NOT NULL
    -- always:
),
class AS (
{{parts}}
),
-- only together:
answering AS (
    SELECT o.community, o.cohort, o.period, o.person, o.counted,
           max(CASE WHEN o.x IS NULL THEN 0 ELSE 1 END) AS answered,
           max(CASE WHEN '{{evidence}}' = 'census' AND ('{{kind}}' = 'count' OR o.person IS NOT NULL) THEN coalesce(o.x, 0) ELSE 0 END) AS done
    FROM observation AS o
    GROUP BY o.community, o.cohort, o.period, o.person, o.counted
),
chosen AS (
    SELECT a.community, a.cohort, a.period, a.person, a.counted,
           row_number() OVER (PARTITION BY a.community, a.period, a.person, a.counted
                              ORDER BY a.answered DESC, a.done DESC, coalesce(c.first_day, 0) DESC, a.cohort) AS nth
    FROM answering AS a
    LEFT JOIN cohort AS c ON c.community_id = a.community
                         AND c.cohort_id = a.cohort
),
-- always:
framed AS (
    SELECT o.community, o.cohort, o.cohort AS own_cohort, o.period, o.part, o.person, o.subject, o.x, o.open,
           o.file_id, o.sheet_no, o.row_no, o.column_no
    FROM observation AS o
    -- only together:
    UNION ALL
    SELECT o.community, '' AS cohort, o.cohort AS own_cohort, o.period, o.part, o.person, o.subject, o.x, o.open,
           o.file_id, o.sheet_no, o.row_no, o.column_no
    FROM observation AS o
    JOIN asked AS k ON k.cohort_id IS NULL
    JOIN chosen AS c ON c.community = o.community
                    AND c.cohort = o.cohort
                    AND c.period = o.period
                    AND c.person IS NOT DISTINCT FROM o.person
                    AND c.counted IS NOT DISTINCT FROM o.counted
                    AND c.nth = 1
    -- always:
),
held AS (
{{held}}
),
grouped AS (
    SELECT f.community, f.cohort, f.period, f.part, f.person, f.subject, f.x, f.open,
           f.file_id, f.sheet_no, f.row_no, f.column_no,
           CASE WHEN k.attribute = 'none' THEN '' ELSE coalesce(g.label, 'unknown') END AS label
    FROM framed AS f
    CROSS JOIN asked AS k
    LEFT JOIN held AS g ON g.community_id = f.community
                       AND g.cohort_id = f.own_cohort
                       AND g.period = f.period
                       AND g.member_id = f.person
                       AND g.nth = 1
),
frame AS (
    SELECT community_id AS community, cohort_id AS cohort, period FROM spell
    -- only together:
    UNION
    SELECT s.community_id AS community, '' AS cohort, s.period
    FROM spell AS s
    JOIN asked AS k ON k.cohort_id IS NULL
    -- always:
),
labelled AS (
    SELECT community, cohort, label FROM grouped
    UNION
    SELECT f.community, f.cohort, '' AS label
    FROM frame AS f
    JOIN asked AS k ON k.attribute = 'none'
    UNION
    SELECT h.community_id AS community, h.cohort_id AS cohort, h.label FROM held AS h
    -- only together:
    UNION
    SELECT h.community_id AS community, '' AS cohort, h.label
    FROM held AS h
    JOIN asked AS k ON k.cohort_id IS NULL
    -- always:
),
line AS (
    SELECT f.community, f.cohort, f.period, g.label, c.part
    FROM frame AS f
    JOIN labelled AS g ON g.community = f.community
                      AND g.cohort = f.cohort
    JOIN class AS c ON c.community = f.community
)
