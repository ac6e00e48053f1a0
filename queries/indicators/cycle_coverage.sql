-- id: cycle_coverage
-- title: Evidence by cycle
-- question: Where is there evidence, where not yet?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: more
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, section 7.3, the value-creation matrix
-- part: cycles
--
-- Of the stories whose form asked about a cycle, those that give evidence of it:
-- a text that tells of it, the teller's own list, or a story reader's code. A
-- story may begin in any cycle, so this is evidence so far and not a funnel.
-- Only stories that may be used for this audience count; aspirations do not. A
-- story belongs to the period in which it was collected.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       y.cycle            AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CASE WHEN y.asked OR y.evidence THEN CAST(CASE WHEN y.evidence THEN 1 ELSE 0 END AS double precision) END AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM account AS c
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.nth = 1
