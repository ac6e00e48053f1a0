-- id: corroborated_cycles
-- title: Numbers and stories together
-- question: Do numbers and stories say the same?
-- group: stories
-- cycle: none
-- kind: corroborated
-- evidence: stories
-- protects: stories
-- unit: count
-- better: more
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, sections 7.1 to 7.3: effect data, contribution data and the matrix
-- part: cycles
-- secondary: yes
--
-- For each cycle of the framework whether both sides of the matrix hold: 1 where at
-- least one figure of that cycle has come to what was agreed for it and at least one
-- story that gives evidence of the cycle was confirmed by somebody else, else 0. A
-- figure counts where a target was set for it, by the value that this audience is
-- shown: at or above the target where more is better, at or below where less is. A
-- measure counts by its own target. A story counts as confirmed as under confirmed by
-- somebody else: somebody said so fully, and nobody in part or not at all. How many
-- cycles have both is no score: figures say that something moved, stories how it came
-- about, and only where both speak is the one held up by the other. Only stories that
-- may be used for this audience count; aspirations do not. A story belongs to the
-- period in which it was collected.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       y.cycle            AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN r.outcome = 'confirmed' THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM account AS c
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.evidence
                AND y.nth = 1
LEFT JOIN heard_back AS r ON r.community_id = c.community_id
                      AND r.story_id = c.story_id
