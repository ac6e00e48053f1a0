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
WITH traced AS (
    SELECT y.community_id,
           y.story_id,
           y.cycle,
           CASE WHEN y.asked OR y.evidence THEN CASE WHEN y.evidence THEN 1 ELSE 0 END END AS evident,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no,
           row_number() OVER (PARTITION BY y.community_id, y.story_id, y.cycle
                              ORDER BY CASE WHEN y.evidence THEN 0 WHEN y.asked THEN 1 ELSE 2 END, y.row_no, y.column_no) AS nth
    FROM story_cycle AS y
)
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       y.cycle            AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(y.evident AS double precision) AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM spell AS p
JOIN story_told AS c ON c.community_id = p.community_id
                    AND c.cohort_id = p.cohort_id
                    AND c.day_no BETWEEN p.first_day AND p.last_day
                    AND c.kind = 'account'
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.nth = 1
