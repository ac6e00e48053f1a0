-- The days of a scope for the convenor: who came, who for the first time, who
-- has missed the last two sessions that were open to them and their cohort.
WITH asked AS (
    SELECT CAST($community AS text) AS community_id, CAST($since AS integer) AS since, CAST($until AS integer) AS until
),
took_place AS (
    SELECT s.community_id, s.session_id, s.day_no, s.open_to
    FROM asked AS k
    JOIN main.session AS s ON s.community_id = k.community_id AND s.counts AND s.status <> 'cancelled' AND s.has_register AND s.day_no <= k.until
),
came AS (
    SELECT p.member_id, t.day_no, m.listed
    FROM took_place AS t
    JOIN main.presence AS p ON p.community_id = t.community_id AND p.session_id = t.session_id AND p.attended
    JOIN main.member AS m ON m.community_id = p.community_id AND m.member_id = p.member_id
),
person AS (
    SELECT member_id, listed, min(day_no) AS first_day, max(day_no) AS last_day FROM came GROUP BY member_id, listed
),
open_to_member AS (
    SELECT DISTINCT t.community_id, e.member_id, t.session_id, t.day_no
    FROM asked AS k
    JOIN main.enrolment AS e ON e.community_id = k.community_id AND k.until BETWEEN e.first_day AND e.last_day
    JOIN took_place AS t ON t.community_id = e.community_id AND t.open_to = 'all' AND t.day_no BETWEEN e.first_day AND e.last_day
    JOIN main.session_cohort AS c ON c.community_id = t.community_id AND c.session_id = t.session_id AND c.cohort_id = e.cohort_id
),
missed AS (
    SELECT o.member_id, row_number() OVER (PARTITION BY o.member_id ORDER BY o.day_no DESC, o.session_id) AS nth, p.attended
    FROM open_to_member AS o
    LEFT JOIN main.presence AS p ON p.community_id = o.community_id AND p.session_id = o.session_id AND p.member_id = o.member_id
)
SELECT (SELECT count(*) FROM took_place AS t JOIN asked AS k ON t.day_no >= k.since) AS sessions,
       (SELECT count(*) FROM person AS p JOIN asked AS k ON p.last_day >= k.since) AS came,
       (SELECT count(*) FROM person AS p JOIN asked AS k ON p.last_day >= k.since AND NOT p.listed) AS visitors,
       (SELECT count(*) FROM person AS p JOIN asked AS k ON p.first_day >= k.since) AS first_time,
       (SELECT count(*) FROM (SELECT member_id FROM missed WHERE nth <= 2
                              GROUP BY member_id HAVING count(*) = 2 AND count(*) FILTER (WHERE attended) = 0)) AS not_seen
