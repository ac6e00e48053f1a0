-- id: level_share
-- title: Levels of participation
-- question: Is there a healthy core?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: neither
-- needs: roster, attendance
-- source: Wenger-Trayner, levels of participation; the cut-offs are ours and in the settings
-- part: core | active | occasional | peripheral | dormant
--
-- Everybody enrolled on at least one day of the period stands at one level, by
-- what they did in the twelve months to its last day: core came to three
-- quarters of the sessions they could come to and did something for others
-- (facilitated, brought or helped in a peer assist, made something, collected a
-- story); active came to half; occasional to a fifth, or to two sessions;
-- peripheral left any other trace (one session, an answered survey, a story);
-- dormant none. The first that fits counts. Below three such sessions nobody is
-- core or active. A level written into the member list wins. The cut-offs are
-- in the settings. A period in which no session with a register took place
-- has no figure. Where a level has one to four people, all but the convenor are
-- given two bands: core with active, and the rest.
SELECT l.community_id     AS community,
       l.cohort_id        AS cohort,
       l.period,
       n.part,
       l.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CASE
           WHEN r.period IS NOT NULL THEN CAST(CASE WHEN l.label = n.part THEN 1 ELSE 0 END AS double precision)
       END                AS x,
       false              AS open,
       l.file_id,
       l.sheet_no,
       l.row_no,
       l.column_no
FROM level AS l
LEFT JOIN registered AS r ON r.community_id = l.community_id
                         AND r.cohort_id = l.cohort_id
                         AND r.period = l.period
CROSS JOIN (VALUES ('core'), ('active'), ('occasional'), ('peripheral'), ('dormant')) AS n(part)
