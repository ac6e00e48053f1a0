-- id: negative_stories
-- title: Stories of what did not work
-- question: What went wrong?
-- group: health
-- cycle: none
-- kind: count
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: neither
-- needs: stories
-- source: evaluations of communities of practice that asked for what failed (Ghani; Soleymani)
-- part: cycles
--
-- How many stories whose teller calls what happened negative or mixed give
-- evidence of a cycle (a text that tells of it, the teller's own list, or a story
-- reader's code), and how many people tell them. A story counts at every cycle that
-- it tells of, so the cycles do not add up. They are never set off against good
-- stories and never added to what people answered; more is not worse. Only
-- stories that may be used for this audience count; aspirations do not. A story
-- belongs to the period in which it was collected.
WITH traced AS (
    SELECT y.community_id,
           y.story_id,
           y.cycle,
           y.asked,
           y.evidence,
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
       CAST(CASE WHEN y.evidence AND s.valence IN ('negative', 'mixed') THEN 1 ELSE 0 END AS double precision) AS x,
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
JOIN story AS s ON s.community_id = c.community_id
               AND s.story_id = c.story_id
               AND s.counts
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.nth = 1
WHERE y.asked
   OR y.evidence
