-- id: helping_density
-- title: Who helps whom
-- question: Are people weaving?
-- group: network
-- cycle: none
-- kind: density
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, peer_assists
-- source: social network analysis: density of ties of help; network weaving
-- secondary: yes
--
-- Of all pairs of members, those of whom one helped the other in the period: at a peer
-- assist (the one who brought the challenge and each helper), as a mentoring pair that
-- met, or in the same leadership group, of twelve people at most, at a session. Who
-- helped and how often does not matter here. That both came to the same meeting is no
-- tie: nearly every pair did. Names that people write in a survey are not read. Of a
-- group, the pairs within it. A large cohort has a small share by nature: nobody can
-- help everybody.
SELECT e.community_id     AS community,
       e.cohort_id        AS cohort,
       e.period,
       CAST(NULL AS text) AS part,
       e.member_id        AS person,
       e.member_id        AS subject,
       CAST(0 AS double precision) AS x,
       false              AS open,
       e.file_id,
       e.sheet_no,
       e.row_no,
       e.column_no
FROM ties_kept AS k
JOIN enrolled AS e ON e.community_id = k.community_id
                  AND e.nth = 1
UNION ALL
SELECT t.community_id     AS community,
       t.cohort_id        AS cohort,
       t.period,
       CAST(NULL AS text) AS part,
       t.member_id        AS person,
       t.tie              AS subject,
       CAST(0.5 AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM tie_end AS t
