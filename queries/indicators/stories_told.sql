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
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(1 AS double precision) AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM account AS c
