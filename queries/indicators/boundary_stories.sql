-- id: boundary_stories
-- title: Value across boundaries
-- question: Does learning travel?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: percent
-- better: neither
-- needs: stories, roster
-- source: systems convening (Wenger-Trayner 2021): across boundaries and levels of scale
-- part: elsewhere | individual | team | organization | system
-- secondary: yes
--
-- Elsewhere: of the stories that say in which organisation something was used, and
-- whose teller has one on the member list, those where it is another than the
-- teller's own. Individual, team, organization, system: of the stories that give
-- evidence of a use or of what came of it, and say on what scale, those on each.
-- Names of organisations are compared letter by letter. Only stories of something
-- that happened count, and of those the ones that may be used for this audience. A
-- story belongs to the period in which it was collected.
WITH at_home AS (
    SELECT t.community_id,
           t.story_id,
           e.org_unit,
           row_number() OVER (PARTITION BY t.community_id, t.story_id
                              ORDER BY CASE WHEN e.cohort_id = t.cohort_id THEN 0 ELSE 1 END, e.first_day DESC, e.row_no) AS nth
    FROM here AS h
    JOIN story_told AS t ON t.community_id = h.community_id
    JOIN enrolment AS e ON e.community_id = t.community_id
                       AND e.member_id = t.teller
                       AND t.day_no BETWEEN e.first_day AND e.last_day
    WHERE e.org_unit IS NOT NULL
),
used AS (
    SELECT DISTINCT y.community_id, y.story_id
    FROM here AS h
    JOIN story_cycle AS y ON y.community_id = h.community_id
    WHERE y.evidence
      AND y.cycle IN ('applied', 'realized', 'reframing', 'transformative')
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       n.part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE
           WHEN n.part = 'elsewhere' AND t.applied_unit <> a.org_unit THEN 1
           WHEN n.part = t.scale THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM account AS c
JOIN story AS t ON t.community_id = c.community_id
               AND t.story_id = c.story_id
               AND t.counts
CROSS JOIN (VALUES ('elsewhere'), ('individual'), ('team'), ('organization'), ('system')) AS n(part)
LEFT JOIN at_home AS a ON a.community_id = c.community_id
                      AND a.story_id = c.story_id
                      AND a.nth = 1
LEFT JOIN used AS u ON u.community_id = c.community_id
                   AND u.story_id = c.story_id
WHERE (n.part = 'elsewhere' AND t.applied_unit IS NOT NULL AND a.org_unit IS NOT NULL)
   OR (n.part <> 'elsewhere' AND t.scale IS NOT NULL AND u.story_id IS NOT NULL)
