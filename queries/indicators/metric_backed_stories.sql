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
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN c.metric_name_text_id IS NOT NULL AND c.metric_before IS NOT NULL AND c.metric_after IS NOT NULL THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM account AS c
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.cycle = 'realized'
                AND y.evidence
                AND y.nth = 1
