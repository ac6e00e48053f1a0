-- id: metric_backed_stories
-- title: Stories of results with a figure
-- question: Is there any hard evidence of results?
-- group: realized
-- cycle: realized
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: more
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 4, on scorecards
--
-- Of the stories that give evidence of a result (a text that tells of it, the
-- teller's own list, or a story reader's code), those that name a measure and give
-- its value before and after. The values are the teller's and are not checked
-- here; their units differ, so they are never added up. Only stories that may be
-- used for this audience count; aspirations do not. A story belongs to the period
-- in which it was collected.
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
       CAST(NULL AS text) AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN s.metric_name_text_id IS NOT NULL AND s.metric_before IS NOT NULL AND s.metric_after IS NOT NULL THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       s.file_id,
       s.sheet_no,
       s.row_no,
       s.column_no
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
                AND y.cycle = 'realized'
                AND y.evidence
                AND y.nth = 1
