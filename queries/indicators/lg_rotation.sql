-- id: lg_rotation
-- title: Groups a member has held
-- question: Do roles rotate?
-- group: leadership_groups
-- cycle: none
-- kind: mean
-- evidence: census
-- protects: event
-- unit: count
-- better: more
-- needs: leadership_groups
-- source: distributed leadership: stewarding in turn
-- secondary: yes
--
-- How many different leadership groups each member has held in the period, the mean
-- over those who held one at two sessions or more: 1 where everybody stays in theirs.
-- Whoever held a group once only had no chance to change and is left out.
WITH turns AS (
    SELECT a.community_id, a.cohort_id, a.period, a.member_id,
           count(DISTINCT a.session_id)       AS sessions,
           count(DISTINCT a.leadership_group) AS different
    FROM group_held AS a
    GROUP BY a.community_id, a.cohort_id, a.period, a.member_id
),
first_held AS (
    SELECT a.community_id, a.cohort_id, a.period, a.member_id, a.file_id, a.sheet_no, a.row_no, a.column_no,
           row_number() OVER (PARTITION BY a.community_id, a.cohort_id, a.period, a.member_id ORDER BY a.row_no, a.column_no, a.file_id) AS place
    FROM group_held AS a
)
SELECT t.community_id     AS community,
       t.cohort_id        AS cohort,
       t.period,
       CAST(NULL AS text) AS part,
       t.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(t.different AS double precision) AS x,
       false              AS open,
       f.file_id,
       f.sheet_no,
       f.row_no,
       f.column_no
FROM turns AS t
JOIN first_held AS f ON f.community_id = t.community_id
                    AND f.cohort_id = t.cohort_id
                    AND f.period = t.period
                    AND f.member_id = t.member_id
                    AND f.place = 1
WHERE t.sessions >= 2
