-- id: aspiration_closure
-- title: Aspirations followed up
-- question: Did what people hoped for come true?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: percent
-- better: neither
-- needs: stories
-- source: stories of what is hoped for, followed up (Swiss Agency for Development and Cooperation)
-- part: followed_up | met | partly | not_met
-- secondary: yes
--
-- Of the stories of what somebody hopes for whose day to ask again fell in the
-- period and has passed, those that a story of what happened follows up (it names
-- the earlier one), and what became of the hope by the latest such story. Not met:
-- its teller calls what happened negative, or it gives no evidence of a use or of a
-- result. Met: it gives evidence of a result, and its teller does not call it mixed
-- either. Partly: all others. All four are shares of the hopes that are due, so that
-- those nobody asked about stay in sight. Both the hope and what follows it count
-- only where they may be used for this audience.
WITH later AS (
    SELECT t.community_id,
           t.follows_story_id,
           t.story_id,
           t.collected_on,
           t.valence,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no
    FROM open_story AS o
    JOIN story AS t ON t.community_id = o.community_id
                   AND t.story_id = o.story_id
    WHERE t.counts
      AND t.kind = 'account'
      AND t.follows_story_id IS NOT NULL
),
reached AS (
    SELECT y.community_id, y.story_id, max(CASE y.cycle WHEN 'realized' THEN 2 ELSE 1 END) AS step
    FROM here AS h
    JOIN story_cycle AS y ON y.community_id = h.community_id
    WHERE y.evidence
      AND y.cycle IN ('applied', 'realized')
    GROUP BY y.community_id, y.story_id
),
due AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           t.story_id,
           w.teller,
           l.story_id AS follow_up,
           CASE
               WHEN l.story_id IS NULL THEN NULL
               WHEN l.valence = 'negative' OR r.step IS NULL THEN 'not_met'
               WHEN r.step = 2 AND coalesce(l.valence, 'positive') = 'positive' THEN 'met'
               ELSE 'partly'
           END AS outcome,
           coalesce(l.file_id, t.file_id)     AS file_id,
           coalesce(l.sheet_no, t.sheet_no)   AS sheet_no,
           coalesce(l.row_no, t.row_no)       AS row_no,
           coalesce(l.column_no, t.column_no) AS column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, t.story_id
                              ORDER BY CASE WHEN l.story_id IS NULL THEN 1 ELSE 0 END, l.collected_on DESC, l.row_no DESC, l.story_id) AS nth
    FROM spell AS s
    JOIN story AS t ON t.community_id = s.community_id
                   AND t.cohort_id = s.cohort_id
                   AND t.kind = 'aspirational'
                   AND t.follow_up_due BETWEEN s.first_day AND s.last_day
                   AND t.follow_up_due <= s.until
                   AND t.follow_up_due < s.today
    JOIN story_told AS w ON w.community_id = t.community_id
                        AND w.story_id = t.story_id
    LEFT JOIN later AS l ON l.community_id = t.community_id
                        AND l.follows_story_id = t.story_id
                        AND l.collected_on <= s.until
    LEFT JOIN reached AS r ON r.community_id = l.community_id
                          AND r.story_id = l.story_id
    WHERE t.counts
)
SELECT d.community_id     AS community,
       d.cohort_id        AS cohort,
       d.period,
       n.part,
       d.teller           AS person,
       d.story_id         AS subject,
       CAST(CASE WHEN n.part = d.outcome OR (n.part = 'followed_up' AND d.follow_up IS NOT NULL) THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       d.file_id,
       d.sheet_no,
       d.row_no,
       d.column_no
FROM due AS d
CROSS JOIN (VALUES ('followed_up'), ('met'), ('partly'), ('not_met')) AS n(part)
WHERE d.nth = 1
