-- id: coder_agreement
-- title: Readers agree
-- question: Is the reading reliable?
-- group: stories
-- cycle: none
-- kind: agreement
-- evidence: stories
-- protects: stories
-- unit: index
-- better: more
-- needs: stories, story_codes
-- source: Krippendorff 2019, Content Analysis, chapter 12; Cohen 1960
-- part: cycle | capital | code
-- secondary: yes
--
-- How far the readers of a story choose alike: the cycles they find in it, the kinds
-- of capital, their own codes. Counted is every story that two or more have read, for
-- every word that any of them chose in such a story: each reader did choose the word
-- for the story or did not. A reader has read a story where they gave it any code; one
-- who never uses a sort of word is left out of that sort. What a form has asked of
-- each cycle its teller answered, not a reader, so it is not in this. From 30 such
-- choices on there is Krippendorff's alpha, 1 where readers always agree and 0 where
-- they do as chance would, with a range that takes the choices about one story
-- together (delete-one jackknife), and for two readers Cohen's kappa; below 0.667 it
-- is not reliable, below 0.8 tentative. With fewer there are only the choices they
-- agree and differ on; explain lists those they differ on. Where few choices are yes,
-- readers agree on most of them whatever they do. Only stories that may be used for
-- this audience count; aspirations do not. A story belongs to the period in which it
-- was collected.
WITH reading AS (
    SELECT c.community_id,
           c.cohort_id,
           c.period,
           c.story_id,
           n.part,
           coalesce(i.member_id, k.coder_alias_id) AS reader,
           CASE n.part WHEN 'cycle' THEN k.cycle WHEN 'capital' THEN k.capital_type ELSE k.code END AS word,
           k.file_id,
           k.sheet_no,
           k.row_no,
           k.column_no
    FROM account AS c
    JOIN open_story AS o ON o.community_id = c.community_id
                        AND o.story_id = c.story_id
    JOIN story_code AS k ON k.community_id = o.community_id
                        AND k.story_id = o.story_id
    CROSS JOIN (VALUES ('cycle'), ('capital'), ('code')) AS n(part)
    LEFT JOIN identity AS i ON i.community_id = k.community_id
                           AND i.alias_id = k.coder_alias_id
    WHERE k.counts
),
habit AS (
    SELECT DISTINCT r.community_id, r.cohort_id, r.period, r.part, r.reader
    FROM reading AS r
    WHERE r.word IS NOT NULL
),
has_read AS (
    SELECT DISTINCT r.community_id, r.cohort_id, r.period, r.part, r.story_id, r.reader
    FROM reading AS r
),
judge AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.part,
           r.story_id,
           r.reader,
           count(*) OVER (PARTITION BY r.community_id, r.cohort_id, r.period, r.part, r.story_id) AS readers
    FROM has_read AS r
    JOIN habit AS u ON u.community_id = r.community_id
                   AND u.cohort_id = r.cohort_id
                   AND u.period = r.period
                   AND u.part = r.part
                   AND u.reader = r.reader
),
mark AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.part,
           r.story_id,
           r.reader,
           r.word,
           r.file_id,
           r.sheet_no,
           r.row_no,
           r.column_no,
           row_number() OVER (PARTITION BY r.community_id, r.cohort_id, r.period, r.part, r.story_id, r.reader, r.word
                              ORDER BY r.row_no, r.file_id) AS nth
    FROM reading AS r
    JOIN judge AS j ON j.community_id = r.community_id
                   AND j.cohort_id = r.cohort_id
                   AND j.period = r.period
                   AND j.part = r.part
                   AND j.story_id = r.story_id
                   AND j.reader = r.reader
                   AND j.readers > 1
    WHERE r.word IS NOT NULL
),
in_use AS (
    SELECT m.community_id,
           m.cohort_id,
           m.period,
           m.part,
           m.word,
           row_number() OVER (PARTITION BY m.community_id, m.cohort_id, m.period, m.part ORDER BY m.word) AS place
    FROM (SELECT DISTINCT k.community_id, k.cohort_id, k.period, k.part, k.word FROM mark AS k) AS m
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       j.part,
       j.reader           AS person,
       c.story_id || '/' || CAST(w.place AS text) AS subject,
       CAST(CASE WHEN m.reader IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       coalesce(m.file_id, c.file_id)     AS file_id,
       coalesce(m.sheet_no, c.sheet_no)   AS sheet_no,
       coalesce(m.row_no, c.row_no)       AS row_no,
       coalesce(m.column_no, c.column_no) AS column_no
FROM account AS c
JOIN judge AS j ON j.community_id = c.community_id
               AND j.cohort_id = c.cohort_id
               AND j.period = c.period
               AND j.story_id = c.story_id
               AND j.readers > 1
JOIN in_use AS w ON w.community_id = j.community_id
                AND w.cohort_id = j.cohort_id
                AND w.period = j.period
                AND w.part = j.part
LEFT JOIN mark AS m ON m.community_id = j.community_id
                   AND m.cohort_id = j.cohort_id
                   AND m.period = j.period
                   AND m.part = j.part
                   AND m.story_id = j.story_id
                   AND m.reader = j.reader
                   AND m.word = w.word
                   AND m.nth = 1
