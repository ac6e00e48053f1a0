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
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       y.cycle            AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN y.evidence AND c.valence IN ('negative', 'mixed') THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM account AS c
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.nth = 1
WHERE y.asked
   OR y.evidence
