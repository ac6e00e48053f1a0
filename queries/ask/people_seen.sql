-- Everybody identified who took part or is on the member list, with names: for
-- the convenor alone. missed counts the latest sessions open to a member and
-- their cohort, up to the day asked about, that they missed one after another.
WITH asked AS ( -- a day after all data are in asks about the last of them
    SELECT least(CAST($day AS integer), last_day) AS day_no FROM main.community WHERE community_id = $community
),
came AS (
    SELECT p.member_id, s.session_id, s.day_no
    FROM main.presence AS p
    JOIN main.session AS s ON s.community_id = p.community_id AND s.session_id = p.session_id AND s.counts
    WHERE p.community_id = $community AND p.attended
),
seen AS (
    SELECT member_id, count(DISTINCT session_id) AS sessions, min(day_no) AS first_day, max(day_no) AS last_day
    FROM came
    GROUP BY member_id
),
current AS (
    SELECT member_id, string_agg(DISTINCT cohort_id, ';' ORDER BY cohort_id) AS cohorts
    FROM main.enrolment
    WHERE community_id = $community AND (SELECT day_no FROM asked) BETWEEN first_day AND last_day
    GROUP BY member_id
),
ever AS (
    SELECT member_id, string_agg(DISTINCT cohort_id, ';' ORDER BY cohort_id) AS cohorts
    FROM main.enrolment
    WHERE community_id = $community
    GROUP BY member_id
),
open_to_member AS (
    SELECT DISTINCT e.member_id, s.session_id, s.day_no
    FROM main.enrolment AS e
    JOIN current AS n ON n.member_id = e.member_id
    JOIN main.session AS s ON s.community_id = e.community_id AND s.counts AND s.status <> 'cancelled' AND s.has_register
     AND s.open_to = 'all' AND s.day_no BETWEEN e.first_day AND e.last_day AND s.day_no <= (SELECT day_no FROM asked)
    JOIN main.session_cohort AS c ON c.community_id = s.community_id AND c.session_id = s.session_id AND c.cohort_id = e.cohort_id
    WHERE e.community_id = $community
),
missed AS (
    SELECT o.member_id, count(*) AS sessions
    FROM open_to_member AS o
    LEFT JOIN (
        SELECT x.member_id, max(x.day_no) AS last_day
        FROM open_to_member AS x JOIN came AS y ON y.member_id = x.member_id AND y.session_id = x.session_id
        GROUP BY x.member_id
    ) AS l ON l.member_id = o.member_id
    WHERE o.day_no > coalesce(l.last_day, -1)
    GROUP BY o.member_id
)
SELECT m.member_id, p.display_name, p.email, p.member_list_id, m.listed, m.first_seen_day, coalesce(s.sessions, 0),
       s.first_day, s.last_day, coalesce(d.sessions, 0), coalesce(n.cohorts, e.cohorts)
FROM main.member AS m
JOIN private.person AS p ON p.community_id = m.community_id AND p.member_id = m.member_id
LEFT JOIN seen AS s ON s.member_id = m.member_id
LEFT JOIN missed AS d ON d.member_id = m.member_id
LEFT JOIN current AS n ON n.member_id = m.member_id
LEFT JOIN ever AS e ON e.member_id = m.member_id
WHERE m.community_id = $community AND (m.listed OR s.sessions > 0
   OR EXISTS (SELECT 1 FROM main.presence AS a WHERE a.community_id = m.community_id AND a.member_id = m.member_id))
ORDER BY m.listed DESC, p.display_name, p.member_list_id, p.email
