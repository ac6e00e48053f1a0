-- id: unit_reach
-- title: Organisations reached
-- question: Which parts are absent?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: Wenger-Trayner 2021 on systems convening: who is not in the room
-- secondary: yes
--
-- Of the organisations on the member list in the period, those of which at least
-- one member came to a session of their cohort. An organisation is what the column
-- org_unit says, letter for letter: write each name in one way. Members without
-- one are left out, and so are visitors. Without a register in the period nothing
-- is told.
WITH listed_unit AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           e.org_unit,
           e.file_id,
           e.sheet_no,
           e.row_no,
           e.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, e.org_unit
                              ORDER BY e.first_day, e.row_no, e.member_id) AS nth
    FROM spell AS s
    JOIN enrolment AS e ON e.community_id = s.community_id
                       AND e.cohort_id = s.cohort_id
                       AND e.first_day <= s.last_day
                       AND e.last_day >= s.first_day
    WHERE e.org_unit IS NOT NULL
),
sent AS (
    SELECT t.community_id,
           t.cohort_id,
           t.period,
           e.org_unit,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no,
           row_number() OVER (PARTITION BY t.community_id, t.cohort_id, t.period, e.org_unit
                              ORDER BY t.day_no, t.row_no, t.column_no) AS nth
    FROM turnout AS t
    JOIN enrolment AS e ON e.community_id = t.community_id
                       AND e.cohort_id = t.cohort_id
                       AND e.member_id = t.member_id
                       AND t.day_no BETWEEN e.first_day AND e.last_day
    WHERE e.org_unit IS NOT NULL
)
SELECT u.community_id     AS community,
       u.cohort_id        AS cohort,
       u.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       u.org_unit         AS subject,
       CASE
           WHEN r.period IS NULL THEN NULL
           WHEN n.org_unit IS NULL THEN CAST(0 AS double precision)
           ELSE CAST(1 AS double precision)
       END                AS x,
       n.org_unit IS NULL AS open,
       coalesce(n.file_id, u.file_id)     AS file_id,
       coalesce(n.sheet_no, u.sheet_no)   AS sheet_no,
       coalesce(n.row_no, u.row_no)       AS row_no,
       coalesce(n.column_no, u.column_no) AS column_no
FROM listed_unit AS u
LEFT JOIN registered AS r ON r.community_id = u.community_id
                         AND r.cohort_id = u.cohort_id
                         AND r.period = u.period
LEFT JOIN sent AS n ON n.community_id = u.community_id
                   AND n.cohort_id = u.cohort_id
                   AND n.period = u.period
                   AND n.org_unit = u.org_unit
                   AND n.nth = 1
WHERE u.nth = 1
