-- What every question is made of, and what an indicator's file may lean on. Of all
-- this a statement holds what it leans on itself. A blank cohort is all together, a
-- blank label no breakdown, a blank part none. What stands between "only" and
-- "always" is left out of a question that it would not change: stories where the
-- indicator protects none, silence (who told no story) there and where a user wrote
-- it, together where one cohort is named, breakdown where there is none and whole
-- where there is one.

-- The question.
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
-- The periods asked for, clipped to the days asked about; nothing after until is
-- known.
spell AS (
    SELECT f.community_id,
           f.cohort_id,
           f.period,
           greatest(f.first_day, f.since) AS first_day,
           least(f.last_day, f.until)     AS last_day,
           f.until,
           f.today
    FROM followed AS f
    WHERE f.last_day >= f.since
      AND f.first_day <= f.until
),
-- The stories that may be used for the audience.
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
-- Who could have come to which session, and whether they did.
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
-- Each session of their cohort that a member came to in a period, in order (nth),
-- and how many those are.
turnout AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           p.member_id,
           p.day_no,
           count(*) OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id) AS sessions,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                              ORDER BY p.day_no, p.row_no, p.column_no) AS nth,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no
    FROM spell AS s
    JOIN pair AS p ON p.community_id = s.community_id
                  AND p.cohort_id = s.cohort_id
                  AND p.day_no BETWEEN s.first_day AND s.last_day
                  AND p.attended = 1
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
-- Who was a member in each period; nth = 1 is one row each.
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
-- At which level of participation each of them stands.
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
-- The periods with a session of which somebody kept a register, and how many.
registered AS (
    SELECT s.community_id, s.cohort_id, s.period, count(*) AS sessions
    FROM spell AS s
    JOIN registered_session AS r ON r.community_id = s.community_id
                                AND r.cohort_id = s.cohort_id
                                AND r.day_no BETWEEN s.first_day AND s.last_day
    GROUP BY s.community_id, s.cohort_id, s.period
),
coming AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           p.member_id,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                              ORDER BY m.day_no, p.row_no, p.column_no) AS nth
    FROM spell AS s
    JOIN session AS m ON m.community_id = s.community_id
                     AND m.day_no BETWEEN s.first_day AND s.last_day
    JOIN presence AS p ON p.community_id = m.community_id
                      AND p.session_id = m.session_id
    JOIN enrolment AS e ON e.community_id = p.community_id
                       AND e.cohort_id = s.cohort_id
                       AND e.member_id = p.member_id
                       AND m.day_no BETWEEN e.first_day AND e.last_day
    WHERE m.counts
      AND m.status IN ('held', 'moved')
      AND p.attended
),
-- Whether each member of a period came at all, with the place that says so; came
-- is NULL where no register was kept.
taking_part AS (
    SELECT e.community_id,
           e.cohort_id,
           e.period,
           e.member_id,
           CASE
               WHEN r.period IS NULL THEN NULL
               WHEN c.member_id IS NULL THEN CAST(0 AS double precision)
               ELSE CAST(1 AS double precision)
           END AS came,
           coalesce(c.file_id, e.file_id)     AS file_id,
           coalesce(c.sheet_no, e.sheet_no)   AS sheet_no,
           coalesce(c.row_no, e.row_no)       AS row_no,
           coalesce(c.column_no, e.column_no) AS column_no
    FROM enrolled AS e
    LEFT JOIN registered AS r ON r.community_id = e.community_id
                             AND r.cohort_id = e.cohort_id
                             AND r.period = e.period
    LEFT JOIN coming AS c ON c.community_id = e.community_id
                         AND c.cohort_id = e.cohort_id
                         AND c.period = e.period
                         AND c.member_id = e.member_id
                         AND c.nth = 1
    WHERE e.nth = 1
),
-- The sessions of each period that took place, whether or not a list has them
-- (listed) and a register was kept.
gathering AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           m.session_id,
           m.day_no,
           m.kind,
           m.series_id,
           m.led_by,
           m.minutes,
           m.has_register,
           coalesce(m.listed, true) AS listed,
           m.file_id,
           m.sheet_no,
           m.row_no,
           m.column_no
    FROM spell AS s
    JOIN session_cohort AS c ON c.community_id = s.community_id
                            AND c.cohort_id = s.cohort_id
    JOIN session AS m ON m.community_id = c.community_id
                     AND m.session_id = c.session_id
                     AND m.day_no BETWEEN s.first_day AND s.last_day
    WHERE m.counts
      AND m.status IN ('held', 'moved')
),
-- Of those that the list has: whether a member led (led_from) or somebody from
-- outside, else unknown; place is their order by day.
facilitating AS (
    SELECT f.community_id,
           f.session_id,
           max(CASE WHEN b.listed THEN 1 ELSE 0 END) AS member_named
    FROM here AS h
    JOIN session_facilitator AS f ON f.community_id = h.community_id
    JOIN member AS b ON b.community_id = f.community_id
                    AND b.member_id = f.member_id
    GROUP BY f.community_id, f.session_id
),
led_session AS (
    SELECT g.community_id,
           g.cohort_id,
           g.period,
           g.session_id,
           g.led_by,
           CASE
               WHEN g.led_by = 'external' THEN 'external'
               WHEN g.led_by = 'member' OR n.member_named = 1 THEN 'member'
               WHEN n.member_named = 0 THEN 'external'
               ELSE 'unknown'
           END AS led_from,
           row_number() OVER (PARTITION BY g.community_id, g.cohort_id, g.period
                              ORDER BY g.day_no, g.row_no, g.session_id) AS place,
           g.file_id,
           g.sheet_no,
           g.row_no,
           g.column_no
    FROM gathering AS g
    LEFT JOIN facilitating AS n ON n.community_id = g.community_id
                               AND n.session_id = g.session_id
    WHERE g.listed
),
-- What became, by the end of a period, of the practices begun while the cohort ran:
-- adopted, stopped or running still; aged where they were begun before the term in
-- which the period ends. A decision without a day counts as taken.
trial AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           p.practice_id,
           CASE
               WHEN p.decided_on > s.last_day THEN 'running'
               WHEN p.status IN ('adopted', 'scaled') THEN 'adopted'
               WHEN p.status = 'stopped' THEN 'stopped'
               ELSE 'running'
           END AS outcome,
           p.started < t.first_day AS aged,
           p.reported_back_on <= least(s.last_day, s.today) AS reported,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no
    FROM spell AS s
    JOIN cohort AS c ON c.community_id = s.community_id
                    AND c.cohort_id = s.cohort_id
    JOIN period AS t ON t.community_id = s.community_id
                    AND t.cohort_id = s.cohort_id
                    AND t.grain = 'term'
                    AND least(s.last_day, s.today) BETWEEN t.first_day AND t.last_day
    JOIN practice AS p ON p.community_id = s.community_id
                      AND p.started BETWEEN c.first_day AND least(s.last_day, s.today)
    WHERE p.counts
      AND p.status <> 'idea'
),
-- Who held which leadership group at which of those sessions (nth = 1), as the lists
-- of groups or the registers say; whoever holds one from day to day holds it at the
-- meetings of their cohort in that time.
group_said AS (
    SELECT g.community_id, g.cohort_id, g.period, g.session_id, i.member_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM gathering AS g
    JOIN group_assignment AS a ON a.community_id = g.community_id
                              AND a.session_id = g.session_id
    JOIN identity AS i ON i.community_id = a.community_id
                      AND i.alias_id = a.alias_id
    WHERE a.counts
    UNION ALL
    SELECT g.community_id, g.cohort_id, g.period, g.session_id, i.member_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM gathering AS g
    JOIN group_assignment AS a ON a.community_id = g.community_id
                              AND a.session_id IS NULL
                              AND g.day_no BETWEEN a.first_day AND coalesce(a.last_day, g.day_no)
    JOIN identity AS i ON i.community_id = a.community_id
                      AND i.alias_id = a.alias_id
    JOIN enrolment AS e ON e.community_id = g.community_id
                       AND e.cohort_id = g.cohort_id
                       AND e.member_id = i.member_id
                       AND g.day_no BETWEEN e.first_day AND e.last_day
    WHERE a.counts
      AND g.kind = 'meeting'
    UNION ALL
    SELECT g.community_id, g.cohort_id, g.period, g.session_id, i.member_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM gathering AS g
    JOIN same_session AS h ON h.community_id = g.community_id
                          AND h.session_id = g.session_id
    JOIN attendance AS a ON a.community_id = h.community_id
                        AND a.meeting_id = h.meeting_id
                        AND a.leadership_group IS NOT NULL
    JOIN identity AS i ON i.community_id = a.community_id
                      AND i.alias_id = a.alias_id
    WHERE a.counts
),
group_held AS (
    SELECT a.community_id, a.cohort_id, a.period, a.session_id, a.member_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no,
           row_number() OVER (PARTITION BY a.community_id, a.cohort_id, a.period, a.session_id, a.member_id, a.leadership_group
                              ORDER BY a.row_no, a.column_no, a.file_id) AS nth
    FROM group_said AS a
),
group_size AS (
    SELECT a.community_id, a.cohort_id, a.period, a.session_id, a.member_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no,
           count(*) OVER (PARTITION BY a.community_id, a.cohort_id, a.period, a.session_id, a.leadership_group) AS people
    FROM group_held AS a
    WHERE a.nth = 1
),
-- Who has helped whom in each period: at a peer assist, in a leadership group of twelve
-- at most at the same session, or as a mentoring pair that met (that was open, where
-- nobody lists meetings). Of each tie, once whoever helped, both ends, each under the
-- cohorts in which they were members.
tie_said AS (
    SELECT g.community_id, g.cohort_id, g.period, o.member_id AS one_id, e.member_id AS other_id, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM gathering AS g
    JOIN peer_assist AS a ON a.community_id = g.community_id
                         AND a.session_id = g.session_id
    JOIN identity AS o ON o.community_id = a.community_id
                      AND o.alias_id = a.owner_alias_id
    JOIN identity AS e ON e.community_id = a.community_id
                      AND e.alias_id = a.helper_alias_id
    WHERE a.counts
    UNION ALL
    SELECT a.community_id, a.cohort_id, a.period, a.member_id AS one_id, b.member_id AS other_id, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM (SELECT community_id, cohort_id, period, session_id, member_id, leadership_group, file_id, sheet_no, row_no, column_no FROM group_size WHERE people <= 12) AS a
    JOIN group_size AS b ON b.community_id = a.community_id
                        AND b.cohort_id = a.cohort_id
                        AND b.period = a.period
                        AND b.session_id = a.session_id
                        AND b.leadership_group = a.leadership_group
                        AND b.member_id > a.member_id
                        AND b.people <= 12
    UNION ALL
    SELECT s.community_id, s.cohort_id, s.period, o.member_id AS one_id, e.member_id AS other_id, p.file_id, p.sheet_no, p.row_no, p.column_no
    FROM spell AS s
    JOIN mentoring_pair AS p ON p.community_id = s.community_id
                            AND (p.opened IS NULL OR p.opened <= least(s.last_day, s.today))
                            AND (p.closed IS NULL OR p.closed >= s.first_day)
    JOIN identity AS o ON o.community_id = p.community_id
                      AND o.alias_id = p.mentor_alias_id
    JOIN identity AS e ON e.community_id = p.community_id
                      AND e.alias_id = p.mentee_alias_id
    LEFT JOIN (SELECT DISTINCT community_id FROM pair_meeting WHERE counts) AS k ON k.community_id = p.community_id
    LEFT JOIN pair_meeting AS m ON m.community_id = p.community_id
                               AND m.pair_id = p.pair_id
                               AND m.day_no BETWEEN s.first_day AND s.last_day
                               AND m.counts
    WHERE p.counts
      AND (k.community_id IS NULL OR m.pair_id IS NOT NULL)
),
tie_once AS (
    SELECT t.community_id, t.period, least(t.one_id, t.other_id) AS one_id, greatest(t.one_id, t.other_id) AS other_id,
           t.file_id, t.sheet_no, t.row_no, t.column_no,
           row_number() OVER (PARTITION BY t.community_id, t.period, least(t.one_id, t.other_id), greatest(t.one_id, t.other_id)
                              ORDER BY t.row_no, t.column_no, t.file_id) AS nth
    FROM tie_said AS t
    WHERE t.one_id <> t.other_id
),
tie_end AS (
    SELECT e.community_id, e.cohort_id, e.period, t.one_id || ' ' || t.other_id AS tie, e.member_id,
           t.file_id, t.sheet_no, t.row_no, t.column_no
    FROM tie_once AS t
    CROSS JOIN (VALUES (1), (2)) AS v(side)
    JOIN enrolled AS e ON e.community_id = t.community_id
                      AND e.period = t.period
                      AND e.member_id = CASE v.side WHEN 1 THEN t.one_id ELSE t.other_id END
                      AND e.nth = 1
    WHERE t.nth = 1
),
-- The communities that keep any list from which ties are known.
ties_kept AS (
    SELECT community_id FROM peer_assist WHERE counts
    UNION
    SELECT community_id FROM mentoring_pair WHERE counts
    UNION
    SELECT community_id FROM group_assignment WHERE counts
),
-- Who was a member at the end of a period and at the end of the one before it, with
-- the level of both times, from 5 for core down to 1 for dormant.
step AS (
    SELECT s.community_id, s.cohort_id, s.period, b.period AS before
    FROM spell AS s
    JOIN period AS p ON p.community_id = s.community_id
                    AND p.cohort_id = s.cohort_id
                    AND p.period = s.period
    JOIN period AS b ON b.community_id = p.community_id
                    AND b.cohort_id = p.cohort_id
                    AND b.grain = p.grain
                    AND b.ordinal = p.ordinal - 1
    JOIN registered AS r ON r.community_id = s.community_id
                        AND r.cohort_id = s.cohort_id
                        AND r.period = s.period
    JOIN registered AS o ON o.community_id = b.community_id
                        AND o.cohort_id = b.cohort_id
                        AND o.period = b.period
),
standing AS (
    SELECT l.community_id, l.cohort_id, l.period, l.member_id, r.height, l.file_id, l.sheet_no, l.row_no, l.column_no
    FROM level AS l
    JOIN (VALUES ('core', 5), ('active', 4), ('occasional', 3), ('peripheral', 2), ('dormant', 1)) AS r(label, height) ON r.label = l.label
),
level_move AS (
    SELECT a.community_id, a.cohort_id, a.period, a.member_id, b.height AS was, a.height AS now_at, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM step AS s
    JOIN standing AS a ON a.community_id = s.community_id
                      AND a.cohort_id = s.cohort_id
                      AND a.period = s.period
    JOIN standing AS b ON b.community_id = s.community_id
                      AND b.cohort_id = s.cohort_id
                      AND b.period = s.before
                      AND b.member_id = a.member_id
),
-- The votes of each period. A vote was held at the session whose id it bears, else
-- before the first session that it put on the agenda (day_no, held_there false); one
-- that names neither counts where the whole time of a cohort is asked about in which
-- somebody who voted was a member.
ballot_day AS (
    SELECT v.community_id, v.vote_id, m.session_id, m.day_no, v.vote_id = m.session_id AS held_there,
           row_number() OVER (PARTITION BY v.community_id, v.vote_id
                              ORDER BY CASE WHEN v.vote_id = m.session_id THEN 0 ELSE 1 END, m.day_no, m.session_id) AS nth
    FROM here AS h
    JOIN vote AS v ON v.community_id = h.community_id
    JOIN session AS m ON m.community_id = v.community_id
                     AND m.session_id IN (v.vote_id, v.scheduled_session_id)
                     AND m.counts
    WHERE v.counts
),
ballot AS (
    SELECT s.community_id, s.cohort_id, s.period, d.vote_id, d.day_no, d.held_there, s.first_day, s.last_day
    FROM ballot_day AS d
    JOIN session_cohort AS c ON c.community_id = d.community_id
                            AND c.session_id = d.session_id
    JOIN spell AS s ON s.community_id = c.community_id
                   AND s.cohort_id = c.cohort_id
                   AND d.day_no BETWEEN s.first_day AND s.last_day
    WHERE d.nth = 1
    UNION
    SELECT s.community_id, s.cohort_id, s.period, v.vote_id, CAST(NULL AS integer) AS day_no, false AS held_there, s.first_day, s.last_day
    FROM spell AS s
    JOIN cohort AS c ON c.community_id = s.community_id
                    AND c.cohort_id = s.cohort_id
                    AND s.first_day <= c.first_day
                    AND s.last_day >= least(c.last_day, s.today, s.until)
    JOIN enrolled AS e ON e.community_id = s.community_id
                      AND e.cohort_id = s.cohort_id
                      AND e.period = s.period
                      AND e.nth = 1
    JOIN identity AS i ON i.community_id = e.community_id
                      AND i.member_id = e.member_id
    JOIN vote AS v ON v.community_id = i.community_id
                  AND v.alias_id = i.alias_id
    LEFT JOIN ballot_day AS d ON d.community_id = v.community_id
                             AND d.vote_id = v.vote_id
    WHERE v.counts
      AND d.vote_id IS NULL
),
-- The fewest people that may be left over beside a figure about answers.
remainder AS (
    SELECT h.community_id, greatest(5, coalesce(max(n.number), 0)) AS least
    FROM here AS h
    LEFT JOIN setting AS n ON n.community_id = h.community_id
                          AND n.name = 'privacy.minimum_group'
    GROUP BY h.community_id
),
-- The survey rounds that closed in each period; the first place speaks for it.
round AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           s.today,
           w.wave_id,
           w.closed,
           w.answered,
           w.file_id,
           w.sheet_no,
           w.row_no,
           w.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period
                              ORDER BY w.answered DESC, w.closed DESC, w.opened DESC, w.wave_id) AS place
    FROM spell AS s
    JOIN survey_round AS w ON w.community_id = s.community_id
                          AND w.cohort_id = s.cohort_id
                          AND w.closed BETWEEN s.first_day AND s.last_day
),
-- What each question of a round asks about: asks is cycle (a scale, about a cycle),
-- construct (a scale, about a construct), deed (a yes or a number, about a cycle),
-- failure (what did not work, about a cycle) or other (anything but a scale, about a
-- construct).
topical AS (
    SELECT q.community_id,
           q.wave_id,
           q.item_id,
           q.kind,
           q.scale_min,
           q.scale_max,
           n.asks,
           CASE WHEN n.asks IN ('construct', 'other') THEN q.construct ELSE q.cycle END AS about
    FROM wave_item AS q
    JOIN (VALUES ('likert', 'cycle'), ('likert', 'construct'), ('yesno', 'deed'), ('count', 'deed'), ('negative', 'failure'),
                 ('yesno', 'other'), ('count', 'other'), ('choice', 'other'), ('multi', 'other'), ('text', 'other')) AS n(kind, asks)
        ON n.kind = q.kind
),
topic AS (
    SELECT DISTINCT community_id, wave_id, asks, about
    FROM topical
    WHERE about IS NOT NULL
),
-- The round that speaks for a period (nth = 1), of those that asked the same.
closing AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.wave_id,
           t.asks,
           t.about,
           row_number() OVER (PARTITION BY r.community_id, r.cohort_id, r.period, t.asks, t.about ORDER BY r.place) AS nth
    FROM round AS r
    JOIN topic AS t ON t.community_id = r.community_id
                   AND t.wave_id = r.wave_id
),
-- Everybody invited to it, with the row of who answered.
seat AS (
    SELECT v.community_id,
           v.cohort_id,
           c.period,
           v.wave_id,
           v.response_id,
           c.asks,
           c.about,
           coalesce(v.member_id, v.response_id) AS person,
           coalesce(v.response_id, v.wave_id || '/' || v.cohort_id || '/' || CAST(v.seat AS text)) AS subject,
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
    WHERE c.nth = 1
),
-- The same seats with the mean that a person answered to the questions on a scale
-- about a cycle (asks = cycle) or a construct; NULL for who answered too few of them.
scored AS (
    SELECT v.community_id,
           v.cohort_id,
           v.period,
           v.asks,
           v.about,
           v.person,
           v.subject,
           m.mean,
           v.file_id,
           v.sheet_no,
           v.row_no,
           v.column_no
    FROM seat AS v
    LEFT JOIN response_score AS m ON m.community_id = v.community_id
                                 AND m.wave_id = v.wave_id
                                 AND m.response_id = v.response_id
                                 AND m.scope = v.asks
                                 AND m.part = v.about
    WHERE v.asks IN ('cycle', 'construct')
),
-- The round that speaks for a period about a construct, and the first round of the
-- cohort that asked about it before (nth = 1).
round_pair AS (
    SELECT c.community_id,
           c.cohort_id,
           c.period,
           c.about,
           c.wave_id,
           b.wave_id AS first_wave_id,
           row_number() OVER (PARTITION BY c.community_id, c.cohort_id, c.period, c.about ORDER BY b.closed, b.opened, b.wave_id) AS nth
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
      AND c.nth = 1
),
standing_in AS (
    SELECT v.community_id, v.cohort_id, v.wave_id, m.part AS about, coalesce(v.member_id, v.response_id) AS person, m.mean
    FROM here AS h
    JOIN invitation AS v ON v.community_id = h.community_id
    JOIN response_score AS m ON m.community_id = v.community_id
                            AND m.wave_id = v.wave_id
                            AND m.response_id = v.response_id
                            AND m.scope = 'construct'
                            AND m.mean IS NOT NULL
),
rated_later AS (
    SELECT s.community_id, s.cohort_id, s.period, s.about, count(a.person) AS later, count(b.person) AS both_times
    FROM round_pair AS s
    JOIN standing_in AS a ON a.community_id = s.community_id
                   AND a.cohort_id = s.cohort_id
                   AND a.wave_id = s.wave_id
                   AND a.about = s.about
    LEFT JOIN standing_in AS b ON b.community_id = s.community_id
                        AND b.cohort_id = s.cohort_id
                        AND b.wave_id = s.first_wave_id
                        AND b.about = s.about
                        AND b.person = a.person
    WHERE s.nth = 1
    GROUP BY s.community_id, s.cohort_id, s.period, s.about
),
rated_first AS (
    SELECT s.community_id, s.cohort_id, s.period, s.about, count(b.person) AS earlier
    FROM round_pair AS s
    JOIN standing_in AS b ON b.community_id = s.community_id
                   AND b.cohort_id = s.cohort_id
                   AND b.wave_id = s.first_wave_id
                   AND b.about = s.about
    WHERE s.nth = 1
    GROUP BY s.community_id, s.cohort_id, s.period, s.about
),
-- Where nobody, or five or more, answered only one of the two: else somebody's answer
-- could be taken from the means of the rounds.
change_safe AS (
    SELECT n.community_id, n.cohort_id, n.period, n.about
    FROM rated_later AS n
    JOIN rated_first AS o ON o.community_id = n.community_id
                         AND o.cohort_id = n.cohort_id
                         AND o.period = n.period
                         AND o.about = n.about
    JOIN remainder AS r ON r.community_id = n.community_id
    WHERE (n.later = n.both_times OR n.later >= n.both_times + r.least)
      AND (o.earlier = n.both_times OR o.earlier >= n.both_times + r.least)
),
-- The later score less the earlier of everybody invited to the later round; NULL for
-- who did not answer both. It knows nobody's name, so that nobody's group is known.
change AS (
    SELECT v.community_id,
           v.cohort_id,
           v.period,
           v.about,
           v.subject,
           CASE WHEN k.period IS NOT NULL THEN a.mean - b.mean END AS points,
           v.file_id,
           v.sheet_no,
           v.row_no,
           v.column_no
    FROM seat AS v
    JOIN round_pair AS s ON s.community_id = v.community_id
                        AND s.cohort_id = v.cohort_id
                        AND s.period = v.period
                        AND s.about = v.about
                        AND s.nth = 1
    LEFT JOIN change_safe AS k ON k.community_id = v.community_id
                              AND k.cohort_id = v.cohort_id
                              AND k.period = v.period
                              AND k.about = v.about
    LEFT JOIN standing_in AS a ON a.community_id = v.community_id
                        AND a.cohort_id = v.cohort_id
                        AND a.wave_id = v.wave_id
                        AND a.about = v.about
                        AND a.person = v.person
    LEFT JOIN standing_in AS b ON b.community_id = v.community_id
                        AND b.cohort_id = v.cohort_id
                        AND b.wave_id = s.first_wave_id
                        AND b.about = v.about
                        AND b.person = v.person
    WHERE v.asks = 'construct'
),
-- What the rounds that speak for a period were answered, an answer a row.
reply AS (
    SELECT r.community_id,
           r.wave_id,
           r.response_id,
           c.asks,
           c.about,
           q.kind,
           q.scale_min,
           q.scale_max,
           a.score,
           a.number,
           a.file_id,
           a.sheet_no,
           a.row_no,
           a.column_no
    FROM (SELECT DISTINCT community_id, wave_id, asks, about FROM closing WHERE nth = 1) AS c
    JOIN topical AS q ON q.community_id = c.community_id
                     AND q.wave_id = c.wave_id
                     AND q.asks = c.asks
                     AND q.about = c.about
    JOIN response AS r ON r.community_id = c.community_id
                      AND r.wave_id = c.wave_id
                      AND r.counts
    JOIN answer AS a ON a.community_id = r.community_id
                    AND a.file_id = r.file_id
                    AND a.sheet_no = r.sheet_no
                    AND a.row_no = r.row_no
                    AND a.item_id = q.item_id
),
said AS (
    SELECT y.community_id,
           y.wave_id,
           y.response_id,
           y.about AS cycle,
           CASE WHEN coalesce(y.score, y.number) > 0 THEN 1 ELSE 0 END AS done,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no
    FROM reply AS y
    WHERE y.asks = 'deed'
      AND y.number IS NOT NULL
),
-- Whether each response says that something of a cycle was done: nth = 1 is any yes,
-- or any number above 0, else a no.
deed AS (
    SELECT s.community_id,
           s.wave_id,
           s.response_id,
           s.cycle,
           s.done,
           s.file_id,
           s.sheet_no,
           s.row_no,
           s.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.wave_id, s.response_id, s.cycle
                              ORDER BY s.done DESC, s.column_no) AS nth
    FROM said AS s
),
-- The stories of something that happened, by the period they were collected in.
account AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           t.story_id,
           t.teller,
           t.session_id,
           t.activity_kind,
           t.valence,
           t.metric_name_text_id,
           t.metric_before,
           t.metric_after,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no
    FROM spell AS s
    JOIN story_told AS t ON t.community_id = s.community_id
                        AND t.cohort_id = s.cohort_id
                        AND t.day_no BETWEEN s.first_day AND s.last_day
                        AND t.kind = 'account'
),
-- The cycle in which success itself is thought over, in each community's framework.
rethinking AS (
    SELECT h.community_id, f.cycle
    FROM here AS h
    JOIN setting AS n ON n.community_id = h.community_id
                     AND n.name = 'framework'
    JOIN (VALUES ('vcf2011', 'reframing'), ('vcf2020', 'transformative')) AS f(framework, cycle)
        ON f.framework = n.word
),
-- The first story of each teller in a period that tells when its activity was (its
-- own date, else that of its session; nth = 1), and the day they were last heard:
-- of the stories open to the audience alone.
dated AS (
    SELECT t.community_id,
           t.cohort_id,
           t.story_id,
           t.teller,
           t.kind,
           t.day_no,
           coalesce(t.activity_date, m.day_no) AS began,
           t.application_date,
           t.realized_date,
           max(t.day_no) OVER (PARTITION BY t.community_id, t.teller) AS heard_on,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no
    FROM open_story AS o
    JOIN story_told AS t ON t.community_id = o.community_id
                        AND t.story_id = o.story_id
    LEFT JOIN session AS m ON m.community_id = t.community_id
                          AND m.session_id = t.session_id
                          AND m.counts
),
first_told AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           t.story_id,
           t.teller,
           t.began,
           t.application_date,
           t.realized_date,
           t.heard_on,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, t.teller
                              ORDER BY CASE WHEN t.began IS NULL THEN 1 ELSE 0 END, t.day_no, t.began, t.row_no, t.story_id) AS nth
    FROM spell AS s
    JOIN dated AS t ON t.community_id = s.community_id
                   AND t.cohort_id = s.cohort_id
                   AND t.kind = 'account'
                   AND t.day_no BETWEEN s.first_day AND s.last_day
),
-- What each story says of each cycle: nth = 1 is evidence where there is any.
traced AS (
    SELECT y.community_id,
           y.story_id,
           y.cycle,
           y.asked,
           y.evidence,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no,
           row_number() OVER (PARTITION BY y.community_id, y.story_id, y.cycle
                              ORDER BY CASE WHEN y.evidence THEN 0 WHEN y.asked THEN 1 ELSE 2 END, y.row_no, y.column_no) AS nth
    FROM story_cycle AS y
),
-- The stories that make a claim: they give evidence of a use or of a result.
claiming AS (
    SELECT DISTINCT y.community_id, y.story_id
    FROM here AS h
    JOIN story_cycle AS y ON y.community_id = h.community_id
    WHERE y.cycle IN ('applied', 'realized')
      AND y.evidence
),
-- What the teller of each story values in it, as they list it, a word a row and
-- 100 of them at most.
valued AS (
    SELECT DISTINCT t.community_id, t.story_id, trim(split_part(t.teller_values, ';', a.n * 10 + b.n + 1)) AS word
    FROM here AS h
    JOIN story AS t ON t.community_id = h.community_id
    CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS a(n)
    CROSS JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS b(n)
    WHERE t.counts
      AND trim(split_part(t.teller_values, ';', a.n * 10 + b.n + 1)) <> ''
),
-- What came back where somebody else was asked about a story: disputed where anybody
-- disagrees with any claim of it, else partly, else confirmed, else no answer.
heard_back AS (
    SELECT b.community_id,
           b.story_id,
           CASE
               WHEN sum(CASE WHEN b.response = 'disagree' THEN 1 ELSE 0 END) > 0 THEN 'disputed'
               WHEN sum(CASE WHEN b.response = 'partial' THEN 1 ELSE 0 END) > 0 THEN 'partly'
               WHEN sum(CASE WHEN b.response = 'full' THEN 1 ELSE 0 END) > 0 THEN 'confirmed'
               ELSE 'no_answer'
           END AS outcome
    FROM here AS h
    JOIN substantiation AS b ON b.community_id = h.community_id
    WHERE b.counts
    GROUP BY b.community_id, b.story_id
),
-- The observations of the indicator's file.
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
    -- only silence:
       OR o.subject IS NULL
    -- always:
),
-- The classes that a line may be about.
class AS (
{{parts}}
),
answering AS (
    SELECT o.community, o.cohort, o.period, o.person, o.counted,
           max(CASE WHEN o.x IS NULL THEN 0 ELSE 1 END) AS answered,
           max(CASE WHEN ('{{evidence}}' = 'census' AND o.person IS NOT NULL) OR '{{kind}}' = 'count' THEN coalesce(o.x, 0) ELSE 0 END) AS done,
           min(CASE WHEN o.open THEN 1 ELSE 0 END) AS waiting
    FROM observation AS o
    GROUP BY o.community, o.cohort, o.period, o.person, o.counted
),
-- Under all together somebody of several cohorts counts once: where they answered,
-- in a census or a count where they did it, where it has happened, else in the
-- cohort that began last.
chosen AS (
    SELECT a.community, a.cohort, a.period, a.person, a.counted,
           row_number() OVER (PARTITION BY a.community, a.period, a.person, a.counted
                              ORDER BY a.answered DESC, a.done DESC, a.waiting, coalesce(c.first_day, 0) DESC, a.cohort) AS nth
    FROM answering AS a
    LEFT JOIN cohort AS c ON c.community_id = a.community
                         AND c.cohort_id = a.cohort
),
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
-- The observations under each cohort and under all together.
grouped AS (
    SELECT f.community, f.cohort, f.period, f.part, f.person, f.subject, f.x, f.open,
           f.file_id, f.sheet_no, f.row_no, f.column_no,
           -- only breakdown:
           coalesce(g.label, 'unknown') AS label
           -- only whole:
           '' AS label
           -- always:
    FROM framed AS f
    -- only breakdown:
    LEFT JOIN held AS g ON g.community_id = f.community
                       AND g.cohort_id = f.own_cohort
                       AND g.period = f.period
                       AND g.member_id = f.person
                       AND g.nth = 1
    -- always:
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
    SELECT h.community_id AS community, h.cohort_id AS cohort, h.label FROM held AS h
    -- only together:
    UNION
    SELECT h.community_id AS community, '' AS cohort, h.label
    FROM held AS h
    JOIN asked AS k ON k.cohort_id IS NULL
    -- always:
),
-- Every line that an answer has, empty ones too.
line AS (
    SELECT f.community,
           f.cohort,
           f.period,
           -- only breakdown:
           g.label,
           -- only whole:
           '' AS label,
           -- always:
           c.part
    FROM frame AS f
    -- only breakdown:
    JOIN labelled AS g ON g.community = f.community
                      AND g.cohort = f.cohort
    -- always:
    JOIN class AS c ON c.community = f.community
)
