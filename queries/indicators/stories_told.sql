-- id: stories_told
-- title: Stories told
-- question: Is evidence coming in?
-- group: stories
-- cycle: none
-- kind: count
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: more
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, section 6, value-creation stories
--
-- How many stories of something that happened, told by how many people. A story
-- belongs to the period in which it was collected. Only stories that may be
-- used for this audience count; what people hope for does not. There is no
-- number to reach: a few good stories say more than many thin ones.
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       CAST(NULL AS text) AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(1 AS double precision) AS x,
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
