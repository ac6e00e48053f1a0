-- id: capital_mix
-- title: Kinds of capital
-- question: Which kind did they gain?
-- group: potential
-- cycle: potential
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: neither
-- needs: stories, story_codes
-- source: Wenger, Trayner, de Laat 2011, section 4: five kinds of knowledge capital
-- part: human | social | tangible | reputational | learning
-- secondary: yes
--
-- Of the stories in which a story reader found any kind of knowledge capital, those
-- in which one found each of the five: human (skills, perspective, confidence),
-- social (relations, trust), tangible (documents, tools), reputational (voice,
-- standing) and learning (new ways to learn). A story may tell of several, so the
-- five add up to more than all. Stories that no reader has coded for capital are
-- left out; what people answer to questions is not in it. Only stories that may be
-- used for this audience count; aspirations do not. A story belongs to the period in
-- which it was collected.
WITH capital AS (
    SELECT k.community_id,
           k.story_id,
           k.capital_type,
           k.file_id,
           k.sheet_no,
           k.row_no,
           k.column_no,
           row_number() OVER (PARTITION BY k.community_id, k.story_id, k.capital_type ORDER BY k.row_no, k.file_id) AS nth,
           row_number() OVER (PARTITION BY k.community_id, k.story_id ORDER BY k.row_no, k.file_id) AS place
    FROM here AS h
    JOIN story_code AS k ON k.community_id = h.community_id
    WHERE k.counts
      AND k.capital_type IS NOT NULL
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       n.part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN o.story_id IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       coalesce(o.file_id, k.file_id)     AS file_id,
       coalesce(o.sheet_no, k.sheet_no)   AS sheet_no,
       coalesce(o.row_no, k.row_no)       AS row_no,
       coalesce(o.column_no, k.column_no) AS column_no
FROM account AS c
JOIN capital AS k ON k.community_id = c.community_id
                 AND k.story_id = c.story_id
                 AND k.place = 1
CROSS JOIN (VALUES ('human'), ('social'), ('tangible'), ('reputational'), ('learning')) AS n(part)
LEFT JOIN capital AS o ON o.community_id = c.community_id
                      AND o.story_id = c.story_id
                      AND o.capital_type = n.part
                      AND o.nth = 1
