-- id: attendance_gini
-- title: How evenly sessions are shared out
-- question: Do few carry it all?
-- group: participation
-- cycle: none
-- kind: gini
-- evidence: census
-- protects: event
-- unit: index
-- better: less
-- needs: roster, attendance
-- source: Gini 1912; concentration of participation in online communities
-- part: everybody | came
-- secondary: yes
--
-- How unevenly attendance is spread: the Gini index of the sessions that each member
-- came to, 0 where all came to as many, near 1 where one came to nearly all that
-- anybody came to. Everybody: all members of the period, those who came to no
-- session of their cohort too. Came: only those who came to any. Each is the sum
-- over members of (2 × place − members − 1) × sessions, in order of sessions,
-- divided by members × all sessions. Compare it only between lists of about the same
-- length; with few sessions it cannot be fine. Without a register in the period
-- nothing is told.
SELECT e.community_id     AS community,
       e.cohort_id        AS cohort,
       e.period,
       n.part,
       e.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(coalesce(t.sessions, 0) AS double precision) AS x,
       false              AS open,
       coalesce(t.file_id, e.file_id)     AS file_id,
       coalesce(t.sheet_no, e.sheet_no)   AS sheet_no,
       coalesce(t.row_no, e.row_no)       AS row_no,
       coalesce(t.column_no, e.column_no) AS column_no
FROM enrolled AS e
JOIN registered AS r ON r.community_id = e.community_id
                    AND r.cohort_id = e.cohort_id
                    AND r.period = e.period
LEFT JOIN turnout AS t ON t.community_id = e.community_id
                      AND t.cohort_id = e.cohort_id
                      AND t.period = e.period
                      AND t.member_id = e.member_id
                      AND t.nth = 1
CROSS JOIN (VALUES ('everybody'), ('came')) AS n(part)
WHERE e.nth = 1
  AND (n.part = 'everybody' OR t.member_id IS NOT NULL)
