-- id: lg_balance
-- title: How evenly groups are held
-- question: Is any group empty?
-- group: leadership_groups
-- cycle: none
-- kind: evenness
-- evidence: census
-- protects: event
-- unit: index
-- better: more
-- needs: leadership_groups
-- source: Shannon 1948, Pielou 1966; Wenger-Trayner on the six leadership groups
-- secondary: yes
--
-- How evenly the leadership groups were held in the period: Shannon's evenness of the
-- numbers of times that members held each, 0 where all were in one group and 1 where
-- all groups were held as often, and beside it how often the least held was. The
-- groups are all that the community has ever held, so one that is empty in a period
-- counts with 0. A session with fewer people than groups cannot fill them all.
WITH groups_known AS (
    SELECT a.community_id, a.leadership_group
    FROM here AS h
    JOIN group_assignment AS a ON a.community_id = h.community_id
    WHERE a.counts
    UNION
    SELECT a.community_id, a.leadership_group
    FROM here AS h
    JOIN attendance AS a ON a.community_id = h.community_id
    WHERE a.counts
      AND a.leadership_group IS NOT NULL
),
times_held AS (
    SELECT a.community_id, a.cohort_id, a.period, a.member_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no,
           count(*) OVER (PARTITION BY a.community_id, a.cohort_id, a.period, a.member_id, a.leadership_group) AS times,
           row_number() OVER (PARTITION BY a.community_id, a.cohort_id, a.period, a.member_id, a.leadership_group
                              ORDER BY a.row_no, a.column_no, a.file_id) AS place
    FROM group_held AS a
    WHERE a.nth = 1
),
-- somebody to stand for the groups that nobody held: they are told as 0
any_of AS (
    SELECT t.community_id, t.cohort_id, t.period, t.member_id, t.file_id, t.sheet_no, t.row_no, t.column_no,
           row_number() OVER (PARTITION BY t.community_id, t.cohort_id, t.period ORDER BY t.row_no, t.column_no, t.file_id) AS place
    FROM times_held AS t
)
SELECT t.community_id     AS community,
       t.cohort_id        AS cohort,
       t.period,
       CAST(NULL AS text) AS part,
       t.member_id        AS person,
       t.leadership_group AS subject,
       CAST(t.times AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM times_held AS t
WHERE t.place = 1
UNION ALL
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       CAST(NULL AS text) AS part,
       a.member_id        AS person,
       k.leadership_group AS subject,
       CAST(0 AS double precision) AS x,
       false              AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM any_of AS a
JOIN groups_known AS k ON k.community_id = a.community_id
LEFT JOIN times_held AS t ON t.community_id = a.community_id
                         AND t.cohort_id = a.cohort_id
                         AND t.period = a.period
                         AND t.member_id = a.member_id
                         AND t.leadership_group = k.leadership_group
WHERE a.place = 1
  AND t.member_id IS NULL
