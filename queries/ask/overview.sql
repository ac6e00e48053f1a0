-- The numbers on top of a page. A session after today that nobody attended is
-- planned and not held yet.
WITH asked AS (
    SELECT CAST($community AS text) AS community_id, CAST($cohort AS text) AS cohort_id,
           CAST($since AS integer) AS since, CAST($until AS integer) AS until, CAST($today AS integer) AS today
),
enrolled AS (
    SELECT e.member_id, e.org_unit
    FROM asked AS k
    JOIN enrolment AS e ON e.community_id = k.community_id AND e.first_day <= k.until AND e.last_day >= k.since
                       AND (k.cohort_id IS NULL OR position('|' || e.cohort_id || '|' IN k.cohort_id) > 0)
),
listed_session AS (
    SELECT DISTINCT s.session_id, s.status, s.day_no,
           CASE WHEN s.status <> 'cancelled' AND s.day_no > k.today AND NOT coalesce(s.has_register, false) THEN 1 ELSE 0 END AS to_come
    FROM asked AS k
    JOIN session AS s ON s.community_id = k.community_id AND s.counts AND s.day_no BETWEEN k.since AND k.until
    LEFT JOIN session_cohort AS c ON c.community_id = s.community_id AND c.session_id = s.session_id
    WHERE k.cohort_id IS NULL OR position('|' || c.cohort_id || '|' IN k.cohort_id) > 0
),
there AS (
    SELECT p.member_id, p.minutes, p.session_id, coalesce(m.listed, false) AS listed
    FROM asked AS k
    JOIN presence AS p ON p.community_id = k.community_id AND p.attended
    JOIN listed_session AS h ON h.session_id = p.session_id AND h.status <> 'cancelled'
    LEFT JOIN member AS m ON m.community_id = p.community_id AND m.member_id = p.member_id
),
stay AS (
    -- what members gave: at sessions of a cohort, while enrolled in it
    SELECT DISTINCT p.session_id, p.member_id, p.minutes
    FROM asked AS k
    JOIN presence AS p ON p.community_id = k.community_id AND p.attended
    JOIN listed_session AS h ON h.session_id = p.session_id AND h.status <> 'cancelled'
    JOIN session_cohort AS c ON c.community_id = p.community_id AND c.session_id = p.session_id
                            AND (k.cohort_id IS NULL OR position('|' || c.cohort_id || '|' IN k.cohort_id) > 0)
    JOIN enrolment AS e ON e.community_id = p.community_id AND e.cohort_id = c.cohort_id AND e.member_id = p.member_id
                       AND h.day_no BETWEEN e.first_day AND e.last_day
)
SELECT (SELECT count(DISTINCT member_id) FROM enrolled) AS members,
       (SELECT count(DISTINCT org_unit) FROM enrolled WHERE org_unit IS NOT NULL) AS organisations,
       (SELECT count(*) FROM member AS m JOIN asked AS k ON k.community_id = m.community_id AND m.listed) AS listed,
       (SELECT count(DISTINCT member_id) FROM there) AS seen,
       (SELECT count(DISTINCT member_id) FROM there WHERE NOT listed) AS visitors,
       (SELECT count(*) FROM listed_session) AS planned,
       (SELECT count(*) FROM listed_session WHERE status <> 'cancelled' AND to_come = 0) AS held,
       (SELECT count(*) FROM listed_session WHERE status = 'moved' AND to_come = 0) AS moved,
       (SELECT count(*) FROM listed_session WHERE status = 'cancelled') AS cancelled,
       (SELECT sum(minutes) FROM stay) AS member_minutes,
       (SELECT sum(minutes) FROM there) AS all_minutes,
       (SELECT count(*) FROM there WHERE minutes IS NULL) AS minutes_unknown,
       (SELECT max(s.number) FROM setting AS s JOIN asked AS k ON k.community_id = s.community_id
        WHERE s.name = 'participation.minimum_sessions') AS core_from,
       (SELECT count(DISTINCT e.org_unit) FROM enrolled AS e JOIN there AS t ON t.member_id = e.member_id) AS organisations_reached
