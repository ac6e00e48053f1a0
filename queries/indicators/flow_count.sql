-- id: flow_count
-- title: Flows and loops
-- question: Which links between the cycles are evidenced?
-- group: stories
-- cycle: none
-- kind: count
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: more
-- needs: stories, story_flows
-- source: Wenger, Trayner, de Laat 2011, section 7, flows of value creation
-- part: data
--
-- How many stories tell of a link from one cycle to another, as the story readers
-- wrote it down, and how many people tell them. A story counts once for each link.
-- A link from a later cycle back to an earlier one is a loop and is marked so:
-- what came of it is brought back to the community. Several people who tell of
-- one link say more than one person who tells of it often. Only stories that may
-- be used for this audience count; aspirations do not. A story belongs to the
-- period in which it was collected.
WITH ladder AS (
    SELECT n.cycle, n.rung
    FROM (VALUES ('strategic', 1), ('enabling', 2), ('orienting', 3), ('immediate', 4), ('potential', 5), ('applied', 6), ('realized', 7),
                 ('reframing', 8), ('transformative', 8)) AS n(cycle, rung)
),
linked AS (
    SELECT f.community_id,
           f.story_id,
           f.from_cycle || ' → ' || f.to_cycle || CASE WHEN t.rung < b.rung THEN ' (loop)' ELSE '' END AS link,
           f.file_id,
           f.sheet_no,
           f.row_no,
           f.column_no,
           row_number() OVER (PARTITION BY f.community_id, f.story_id, f.from_cycle, f.to_cycle
                              ORDER BY f.row_no, f.column_no, f.file_id) AS nth
    FROM story_flow AS f
    JOIN ladder AS b ON b.cycle = f.from_cycle
    JOIN ladder AS t ON t.cycle = f.to_cycle
    WHERE f.counts
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       f.link             AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(1 AS double precision) AS x,
       false              AS open,
       f.file_id,
       f.sheet_no,
       f.row_no,
       f.column_no
FROM account AS c
JOIN linked AS f ON f.community_id = c.community_id
                AND f.story_id = c.story_id
                AND f.nth = 1
