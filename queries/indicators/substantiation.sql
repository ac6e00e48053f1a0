-- id: substantiation
-- title: Confirmed by somebody else
-- question: Can these stories be trusted?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: more
-- needs: stories
-- source: Outcome Harvesting (Wilson-Grau), step 5: substantiate
-- part: asked | confirmed | partly | disputed | no_answer
--
-- A story that gives evidence of a use or of a result makes a claim. Asked: of the
-- stories that make one, those of which somebody else was asked whether it holds.
-- Confirmed, partly, disputed, no answer: of the stories asked about, what came
-- back. A story is disputed where anybody disagrees with any claim of it, else
-- partly confirmed where anybody says partly, else confirmed where anybody says
-- so, else there was no answer. A sample is enough: that a story was not asked
-- about does not speak against it. Only stories that may be used for this
-- audience count; aspirations do not. A story belongs to the period in which it
-- was collected.
WITH placed AS (
    SELECT b.community_id,
           b.story_id,
           b.file_id,
           b.sheet_no,
           b.row_no,
           b.column_no,
           row_number() OVER (PARTITION BY b.community_id, b.story_id
                              ORDER BY CASE b.response WHEN 'disagree' THEN 1 WHEN 'partial' THEN 2 WHEN 'full' THEN 3 ELSE 4 END, b.row_no, b.column_no, b.file_id) AS nth
    FROM substantiation AS b
    WHERE b.counts
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       n.part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN n.part = h.outcome OR (n.part = 'asked' AND h.story_id IS NOT NULL) THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       coalesce(b.file_id, c.file_id)     AS file_id,
       coalesce(b.sheet_no, c.sheet_no)   AS sheet_no,
       coalesce(b.row_no, c.row_no)       AS row_no,
       coalesce(b.column_no, c.column_no) AS column_no
FROM account AS c
CROSS JOIN (VALUES ('asked'), ('confirmed'), ('partly'), ('disputed'), ('no_answer')) AS n(part)
LEFT JOIN heard_back AS h ON h.community_id = c.community_id
                    AND h.story_id = c.story_id
LEFT JOIN placed AS b ON b.community_id = c.community_id
                     AND b.story_id = c.story_id
                     AND b.nth = 1
LEFT JOIN claiming AS l ON l.community_id = c.community_id
                       AND l.story_id = c.story_id
WHERE (n.part = 'asked' AND (l.story_id IS NOT NULL OR h.story_id IS NOT NULL))
   OR h.story_id IS NOT NULL
