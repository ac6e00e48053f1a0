-- id: role_rotation
-- title: Roles in turn
-- question: Is power shared?
-- group: network
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: count
-- better: neither
-- needs: roster, role_terms
-- source: transparent rotation of roles
-- part: roles | holders | longest_term | nominated | volunteered | rotated | appointed | unsaid
-- secondary: yes
--
-- Of the roles on the list of roles: how many members of the period held on one of its
-- days, by how many different people, each role's holders counted, and the longest of
-- these terms so far, in days. Then how those who hold or held them were chosen, term
-- by term: nominated, volunteered, in rotation, appointed, or nobody said. A term
-- without a last day goes on for as long as its holder is a member.
WITH term_held AS (
    SELECT s.community_id, s.cohort_id, s.period, r.role, i.member_id, coalesce(r.how_chosen, 'unsaid') AS how_chosen,
           least(coalesce(r.last_day, s.last_day), s.last_day, s.today) - r.first_day + 1 AS days,
           r.file_id, r.sheet_no, r.row_no, r.column_no
    FROM spell AS s
    JOIN role_term AS r ON r.community_id = s.community_id
                       AND r.first_day <= least(s.last_day, s.today)
                       AND (r.last_day IS NULL OR r.last_day >= s.first_day)
    JOIN identity AS i ON i.community_id = r.community_id
                      AND i.alias_id = r.alias_id
    JOIN enrolled AS e ON e.community_id = s.community_id
                      AND e.cohort_id = s.cohort_id
                      AND e.period = s.period
                      AND e.member_id = i.member_id
                      AND e.nth = 1
    WHERE r.counts
),
ordered_term AS (
    SELECT t.community_id, t.cohort_id, t.period, t.role, t.member_id, t.how_chosen, t.days, t.file_id, t.sheet_no, t.row_no, t.column_no,
           row_number() OVER (PARTITION BY t.community_id, t.cohort_id, t.period, t.role ORDER BY t.row_no, t.file_id) AS of_role,
           row_number() OVER (PARTITION BY t.community_id, t.cohort_id, t.period, t.role, t.member_id ORDER BY t.row_no, t.file_id) AS of_holder,
           row_number() OVER (PARTITION BY t.community_id, t.cohort_id, t.period ORDER BY t.days DESC, t.row_no, t.file_id) AS by_length
    FROM term_held AS t
)
SELECT t.community_id     AS community,
       t.cohort_id        AS cohort,
       t.period,
       n.part,
       CASE WHEN n.part = 'holders' THEN t.member_id END AS person,
       CASE
           WHEN n.part IN ('roles', 'holders') THEN t.role
           WHEN n.part = 'longest_term' THEN 'longest'
           ELSE t.file_id || '/' || CAST(t.sheet_no AS text) || '/' || CAST(t.row_no AS text)
       END                AS subject,
       CAST(CASE WHEN n.part = 'longest_term' THEN t.days WHEN n.part IN ('roles', 'holders') OR t.how_chosen = n.part THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM ordered_term AS t
CROSS JOIN (VALUES ('roles'), ('holders'), ('longest_term'), ('nominated'), ('volunteered'), ('rotated'), ('appointed'), ('unsaid')) AS n(part)
WHERE CASE n.part
          WHEN 'roles' THEN t.of_role = 1
          WHEN 'holders' THEN t.of_holder = 1
          WHEN 'longest_term' THEN t.by_length = 1
          ELSE true
      END
