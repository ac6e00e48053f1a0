-- id: helping_density
-- title: Who helps whom
-- question: Are people weaving?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, peer_assists
-- source: social network analysis: density of ties of help; network weaving
-- secondary: yes
--
-- Of all pairs of members of one cohort, those of whom one helped the other in the
-- period: at a peer assist (the one who brought the challenge and each helper), as a
-- mentoring pair that met, or in the same leadership group at a session. Who helped
-- and how often does not matter here. That both came to the same meeting is no tie:
-- nearly every pair did. Names that people write in a survey are not read. With all
-- cohorts together it is the pairs of each cohort, added up. A large cohort has a
-- small share by nature: nobody can help everybody.
WITH kept AS (
    SELECT community_id FROM peer_assist WHERE counts
    UNION
    SELECT community_id FROM mentoring_pair WHERE counts
    UNION
    SELECT community_id FROM group_assignment WHERE counts
)
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       a.member_id || ' ' || b.member_id AS subject,
       CAST(CASE WHEN t.one_id IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       coalesce(t.file_id, a.file_id)     AS file_id,
       coalesce(t.sheet_no, a.sheet_no)   AS sheet_no,
       coalesce(t.row_no, a.row_no)       AS row_no,
       coalesce(t.column_no, a.column_no) AS column_no
FROM kept AS k
JOIN enrolled AS a ON a.community_id = k.community_id
                  AND a.nth = 1
JOIN enrolled AS b ON b.community_id = a.community_id
                  AND b.cohort_id = a.cohort_id
                  AND b.period = a.period
                  AND b.member_id > a.member_id
                  AND b.nth = 1
LEFT JOIN help_tie AS t ON t.community_id = a.community_id
                       AND t.cohort_id = a.cohort_id
                       AND t.period = a.period
                       AND least(t.one_id, t.other_id) = a.member_id
                       AND greatest(t.one_id, t.other_id) = b.member_id
                       AND t.nth = 1
