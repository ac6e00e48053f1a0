-- id: chain_complete
-- title: Complete chains
-- question: Is there a full line to results?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: percent
-- better: neither
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, section 6, specific value-creation stories
-- secondary: yes
--
-- Of the stories of something that happened, those that give evidence of the whole
-- line: an activity (immediate), what it produced (potential), its use (applied) and
-- a result (realized), each by a text that tells of it, the teller's own list or a
-- story reader's code. Not every question need be answered for a story to be a
-- useful one, and a story may begin in any cycle, so this is no goal. Only stories
-- that may be used for this audience count; aspirations do not. A story belongs to
-- the period in which it was collected.
WITH chain AS (
    SELECT y.community_id, y.story_id, count(DISTINCT y.cycle) AS cycles
    FROM here AS h
    JOIN story_cycle AS y ON y.community_id = h.community_id
    WHERE y.evidence
      AND y.cycle IN ('immediate', 'potential', 'applied', 'realized')
    GROUP BY y.community_id, y.story_id
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN l.cycles = 4 THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM account AS c
LEFT JOIN chain AS l ON l.community_id = c.community_id
                    AND l.story_id = c.story_id
