-- id: level_mobility
-- title: Moving between levels
-- question: Is there a flow inward?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: neither
-- needs: roster, attendance
-- source: Wenger-Trayner: a healthy community has a flow between its levels
-- part: inward | outward | stayed
-- secondary: yes
--
-- Of the members at the end of a period who were members at the end of the one
-- before it (a term after a term, a month after a month), those who stand at a
-- higher level of participation (inward), at a lower one (outward) or at the same
-- (stayed). From the highest the levels are core, active, occasional, peripheral
-- and dormant, by the rule that is told under levels of participation; each looks
-- back over twelve months, so few move in any one term. Both periods must be
-- asked about and have a register. A year or the whole programme of a cohort
-- comes after no other, so nothing is told. Moving outward is no failure: people
-- come for what they need. Below five in any class it is the convenor's alone.
SELECT m.community_id     AS community,
       m.cohort_id        AS cohort,
       m.period,
       n.part,
       m.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE
           WHEN n.part = 'inward' AND m.now_at > m.was THEN 1
           WHEN n.part = 'outward' AND m.now_at < m.was THEN 1
           WHEN n.part = 'stayed' AND m.now_at = m.was THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       m.file_id,
       m.sheet_no,
       m.row_no,
       m.column_no
FROM level_move AS m
CROSS JOIN (VALUES ('inward'), ('outward'), ('stayed')) AS n(part)
