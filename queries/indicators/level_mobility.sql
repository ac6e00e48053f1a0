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
WITH step AS (
    SELECT s.community_id, s.cohort_id, s.period, b.period AS before
    FROM spell AS s
    JOIN period AS p ON p.community_id = s.community_id
                    AND p.cohort_id = s.cohort_id
                    AND p.period = s.period
    JOIN period AS b ON b.community_id = p.community_id
                    AND b.cohort_id = p.cohort_id
                    AND b.grain = p.grain
                    AND b.ordinal = p.ordinal - 1
    JOIN registered AS r ON r.community_id = s.community_id
                        AND r.cohort_id = s.cohort_id
                        AND r.period = s.period
    JOIN registered AS o ON o.community_id = b.community_id
                        AND o.cohort_id = b.cohort_id
                        AND o.period = b.period
),
rung AS (
    SELECT v.label, v.height
    FROM (VALUES ('core', 5), ('active', 4), ('occasional', 3), ('peripheral', 2), ('dormant', 1)) AS v(label, height)
),
standing AS (
    SELECT l.community_id, l.cohort_id, l.period, l.member_id, r.height, l.file_id, l.sheet_no, l.row_no, l.column_no
    FROM level AS l
    JOIN rung AS r ON r.label = l.label
)
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       n.part,
       a.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE
           WHEN n.part = 'inward' AND a.height > b.height THEN 1
           WHEN n.part = 'outward' AND a.height < b.height THEN 1
           WHEN n.part = 'stayed' AND a.height = b.height THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM step AS s
JOIN standing AS a ON a.community_id = s.community_id
                  AND a.cohort_id = s.cohort_id
                  AND a.period = s.period
JOIN standing AS b ON b.community_id = s.community_id
                  AND b.cohort_id = s.cohort_id
                  AND b.period = s.before
                  AND b.member_id = a.member_id
CROSS JOIN (VALUES ('inward'), ('outward'), ('stayed')) AS n(part)
