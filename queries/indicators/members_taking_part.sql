-- id: members_taking_part
-- title: Members taking part
-- question: How many members took part at least once?
-- group: participation
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: people
-- better: more
-- needs: roster, attendance
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 1
--
-- How many of those enrolled on at least one day of the period came to at least
-- one session while enrolled. Visitors are not members. A period in which no
-- session with a register took place has no figure. In a closed group nearly
-- everybody comes once: how often they come is told by the attendance.
WITH registered AS (
    SELECT s.community_id, s.cohort_id, s.period
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
)
SELECT e.community_id                 AS community,
       e.cohort_id                    AS cohort,
       e.period,
       CAST(NULL AS text)             AS part,
       e.member_id                    AS person,
       CAST(NULL AS text)             AS subject,
       CASE
           WHEN r.period IS NULL THEN NULL
           WHEN c.member_id IS NULL THEN CAST(0 AS double precision)
           ELSE CAST(1 AS double precision)
       END                            AS x,
       false                          AS open,
       coalesce(c.file_id, e.file_id) AS file_id,
       coalesce(c.sheet_no, e.sheet_no) AS sheet_no,
       coalesce(c.row_no, e.row_no)   AS row_no,
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
