-- id: core_growth
-- title: Into the core and out of it
-- question: Does the core renew?
-- group: network
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: people
-- better: neither
-- needs: roster, attendance
-- source: network weaving: a small core learns, then others lead
-- part: into_core | out_of_core
-- secondary: yes
--
-- How many members stand at the level core at the end of a period and did not at the
-- end of the one before it, and how many the other way round, of those who were
-- members both times, by the rule that is told under levels of participation. Both
-- periods must be asked about and have a register. Nobody is named; one to four
-- people are told to the convenor alone.
SELECT m.community_id     AS community,
       m.cohort_id        AS cohort,
       m.period,
       n.part,
       m.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE
           WHEN n.part = 'into_core' AND m.now_at = 5 AND m.was < 5 THEN 1
           WHEN n.part = 'out_of_core' AND m.now_at < 5 AND m.was = 5 THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       m.file_id,
       m.sheet_no,
       m.row_no,
       m.column_no
FROM level_move AS m
CROSS JOIN (VALUES ('into_core'), ('out_of_core')) AS n(part)
