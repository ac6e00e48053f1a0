-- id: teller_analyst_agreement
-- title: Tellers and readers name the same values
-- question: Do we read them right?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: percent
-- better: more
-- needs: stories, story_codes
-- source: Dingyloudi and Strijbos 2015: the values members tell and the values that are read; Jaccard 1901
-- part: both | teller_only | readers_only
-- secondary: yes
--
-- Of all values that the teller of a story names, that its readers name or both, in
-- the stories where both name any: those that both name, the teller alone and the
-- readers alone. The share of both is the Jaccard index over all these stories
-- together: 1 where readers find just what tellers value, 0 where nothing is shared.
-- A reader's word is the code they gave, or the kind of capital where the teller
-- names kinds of capital too; words are compared letter by letter. It does not say
-- who is right. Only stories that may be used for this audience count; aspirations
-- do not. A story belongs to the period in which it was collected.
WITH capital AS (
    SELECT n.word
    FROM (VALUES ('human'), ('social'), ('tangible'), ('reputational'), ('learning')) AS n(word)
),
found_in AS (
    SELECT k.community_id, k.story_id, k.code AS word, k.file_id, k.sheet_no, k.row_no, k.column_no
    FROM here AS h
    JOIN story_code AS k ON k.community_id = h.community_id
    WHERE k.counts
      AND k.code IS NOT NULL
    UNION ALL
    SELECT k.community_id, k.story_id, k.capital_type AS word, k.file_id, k.sheet_no, k.row_no, k.column_no
    FROM (
        SELECT DISTINCT v.community_id, v.story_id
        FROM valued AS v
        JOIN capital AS c ON c.word = v.word
    ) AS t
    JOIN story_code AS k ON k.community_id = t.community_id
                        AND k.story_id = t.story_id
    WHERE k.counts
      AND k.capital_type IS NOT NULL
),
coded_value AS (
    SELECT f.community_id, f.story_id, f.word, f.file_id, f.sheet_no, f.row_no, f.column_no,
           row_number() OVER (PARTITION BY f.community_id, f.story_id, f.word ORDER BY f.row_no, f.file_id) AS nth
    FROM found_in AS f
),
named AS (
    SELECT v.community_id, v.story_id, v.word, 'teller_only' AS by_whom
    FROM valued AS v
    UNION ALL
    SELECT k.community_id, k.story_id, k.word, 'readers_only' AS by_whom
    FROM coded_value AS k
    WHERE k.nth = 1
),
united AS (
    SELECT n.community_id, n.story_id, n.word,
           CASE WHEN count(*) = 2 THEN 'both' ELSE min(n.by_whom) END AS by_whom
    FROM named AS n
    GROUP BY n.community_id, n.story_id, n.word
),
numbered AS (
    SELECT u.community_id, u.story_id, u.word, u.by_whom,
           row_number() OVER (PARTITION BY u.community_id, u.story_id ORDER BY u.word) AS seat,
           count(CASE WHEN u.by_whom <> 'readers_only' THEN 1 END) OVER (PARTITION BY u.community_id, u.story_id) AS by_teller,
           count(CASE WHEN u.by_whom <> 'teller_only' THEN 1 END) OVER (PARTITION BY u.community_id, u.story_id) AS by_readers
    FROM united AS u
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       n.part,
       c.teller           AS person,
       c.story_id || '/' || CAST(w.seat AS text) AS subject,
       CAST(CASE WHEN n.part = w.by_whom THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       coalesce(k.file_id, c.file_id)     AS file_id,
       coalesce(k.sheet_no, c.sheet_no)   AS sheet_no,
       coalesce(k.row_no, c.row_no)       AS row_no,
       coalesce(k.column_no, c.column_no) AS column_no
FROM account AS c
JOIN numbered AS w ON w.community_id = c.community_id
                  AND w.story_id = c.story_id
                  AND w.by_teller > 0
                  AND w.by_readers > 0
CROSS JOIN (VALUES ('both'), ('teller_only'), ('readers_only')) AS n(part)
LEFT JOIN coded_value AS k ON k.community_id = w.community_id
                          AND k.story_id = w.story_id
                          AND k.word = w.word
                          AND k.nth = 1
