-- id: stories_read
-- title: Stories that readers have coded
-- question: Were the stories read?
-- group: health
-- cycle: none
-- kind: share
-- evidence: stories
-- protects: stories
-- unit: percent
-- better: more
-- needs: stories, story_codes
-- source: Wenger, Trayner, de Laat 2011, section 7, on reading stories; coded and derived are told apart
-- secondary: yes
--
-- Of the stories of something that happened, those to which a story reader gave at
-- least one code. Of the others the cycles are taken from the texts that are filled
-- in and from the teller's own list. Only stories that may be used for this
-- audience count; a story belongs to the period in which it was collected.
WITH coded AS (
    SELECT DISTINCT k.community_id, k.story_id
    FROM here AS h
    JOIN story_code AS k ON k.community_id = h.community_id
    WHERE k.counts
)
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       CAST(NULL AS text) AS part,
       a.teller           AS person,
       a.story_id         AS subject,
       CAST(CASE WHEN k.story_id IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM account AS a
LEFT JOIN coded AS k ON k.community_id = a.community_id
                    AND k.story_id = a.story_id
