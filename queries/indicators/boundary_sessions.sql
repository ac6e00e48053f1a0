-- id: boundary_sessions
-- title: Sessions across boundaries
-- question: Do we work across?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: systems convening: working across organisations
-- secondary: yes
--
-- Of the peer assists, learning popups, visits and showcases that took place with a
-- register, those that brought organisations together: people of two or more came,
-- and none had more than 60 % of the seats. Whoever came counts under the
-- organisation that the member list has for them on the day; people of whom it has
-- none are left out, and a session with fewer than two others is in neither number.
-- Meetings of everybody are left out: there it would always be so.
WITH seen AS (
    SELECT g.community_id, g.session_id, min(e.org_unit) AS org_unit, p.member_id
    FROM (SELECT DISTINCT community_id, session_id, day_no FROM gathering) AS g
    JOIN presence AS p ON p.community_id = g.community_id
                      AND p.session_id = g.session_id
                      AND p.attended
    JOIN enrolment AS e ON e.community_id = p.community_id
                       AND e.member_id = p.member_id
                       AND g.day_no BETWEEN e.first_day AND e.last_day
                       AND e.org_unit IS NOT NULL
    GROUP BY g.community_id, g.session_id, p.member_id
),
seats AS (
    SELECT community_id, session_id, org_unit, count(*) AS taken
    FROM seen
    GROUP BY community_id, session_id, org_unit
),
mixed AS (
    SELECT community_id, session_id, count(*) AS organisations, max(taken) AS greatest_one, sum(taken) AS everyone
    FROM seats
    GROUP BY community_id, session_id
)
SELECT g.community_id     AS community,
       g.cohort_id        AS cohort,
       g.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       g.session_id       AS subject,
       CAST(CASE
           WHEN m.session_id IS NULL OR m.everyone < 2 THEN NULL
           WHEN m.organisations >= 2 AND 5 * m.greatest_one <= 3 * m.everyone THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       g.file_id,
       g.sheet_no,
       g.row_no,
       g.column_no
FROM gathering AS g
LEFT JOIN mixed AS m ON m.community_id = g.community_id
                    AND m.session_id = g.session_id
WHERE g.kind IN ('peer_assist', 'learning_popup', 'visit', 'showcase')
  AND g.has_register
