-- id: lg_reportback
-- title: What the groups did
-- question: Did each group steward its part?
-- group: leadership_groups
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: leadership_groups, group_outputs
-- source: Wenger-Trayner 2010, the table of leadership groups: moving on
-- part: data
-- secondary: yes
--
-- For each leadership group: of the sessions at which somebody held it, those after
-- which the list of outputs has one of this group for that session. Under worked,
-- partly, flopped and refused, for all groups together: of those with an output of
-- which it is said how it went, those that have one that went so. Flops are worth
-- telling: a group that tries nothing never fails.
WITH held_there AS (
    SELECT a.community_id, a.cohort_id, a.period, a.session_id, a.leadership_group, a.file_id, a.sheet_no, a.row_no, a.column_no,
           row_number() OVER (PARTITION BY a.community_id, a.cohort_id, a.period, a.session_id, a.leadership_group
                              ORDER BY a.row_no, a.column_no, a.file_id) AS place
    FROM group_held AS a
),
kept AS (
    SELECT DISTINCT community_id FROM group_output WHERE counts
),
output AS (
    SELECT o.community_id, o.session_id, o.leadership_group, o.outcome, o.file_id, o.sheet_no, o.row_no, o.column_no,
           row_number() OVER (PARTITION BY o.community_id, o.session_id, o.leadership_group ORDER BY o.row_no, o.file_id) AS place,
           row_number() OVER (PARTITION BY o.community_id, o.session_id, o.leadership_group, o.outcome ORDER BY o.row_no, o.file_id) AS outcome_place,
           count(o.outcome) OVER (PARTITION BY o.community_id, o.session_id, o.leadership_group) AS told
    FROM here AS h
    JOIN group_output AS o ON o.community_id = h.community_id
    WHERE o.counts
)
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       a.leadership_group AS part,
       CAST(NULL AS text) AS person,
       a.session_id       AS subject,
       CASE WHEN k.community_id IS NOT NULL THEN CAST(CASE WHEN o.session_id IS NULL THEN 0 ELSE 1 END AS double precision) END AS x,
       false              AS open,
       coalesce(o.file_id, a.file_id)     AS file_id,
       coalesce(o.sheet_no, a.sheet_no)   AS sheet_no,
       coalesce(o.row_no, a.row_no)       AS row_no,
       coalesce(o.column_no, a.column_no) AS column_no
FROM held_there AS a
LEFT JOIN kept AS k ON k.community_id = a.community_id
LEFT JOIN output AS o ON o.community_id = a.community_id
                     AND o.session_id = a.session_id
                     AND o.leadership_group = a.leadership_group
                     AND o.place = 1
WHERE a.place = 1
UNION ALL
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       'all: ' || n.outcome AS part,
       CAST(NULL AS text) AS person,
       a.session_id || ': ' || a.leadership_group AS subject,
       CAST(CASE WHEN w.session_id IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       coalesce(w.file_id, o.file_id)     AS file_id,
       coalesce(w.sheet_no, o.sheet_no)   AS sheet_no,
       coalesce(w.row_no, o.row_no)       AS row_no,
       coalesce(w.column_no, o.column_no) AS column_no
FROM held_there AS a
JOIN output AS o ON o.community_id = a.community_id
                AND o.session_id = a.session_id
                AND o.leadership_group = a.leadership_group
                AND o.place = 1
                AND o.told > 0
CROSS JOIN (VALUES ('worked'), ('partly'), ('flopped'), ('refused')) AS n(outcome)
LEFT JOIN output AS w ON w.community_id = a.community_id
                     AND w.session_id = a.session_id
                     AND w.leadership_group = a.leadership_group
                     AND w.outcome = n.outcome
                     AND w.outcome_place = 1
WHERE a.place = 1
