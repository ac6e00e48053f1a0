-- A response belongs to the round it names, else to the round that was open
-- when it was sent, else to the last one that had opened by then, else to a
-- round of its own named after the month of the file's first answer, or of the
-- first of all files that lead to it by giving the same responses again. A round
-- declared anonymous, by its row or by the settings, has no pseudonyms: who
-- answered it twice is told from the others by the first of their own rows alone,
-- which says nothing of who it is.
{{landed}},
began AS (
    SELECT file_id, min(CAST(submitted_at AS timestamp)) AS first_answer FROM landed GROUP BY file_id
),
again AS (
    SELECT DISTINCT a.file_id, b.file_id AS other_id
    FROM landed AS a
    JOIN landed AS b ON b.row_key = a.row_key AND b.file_id <> a.file_id
),
together AS (
    WITH RECURSIVE reach AS (
        SELECT file_id, file_id AS other_id FROM began
        UNION
        SELECT r.file_id, a.other_id FROM reach AS r JOIN again AS a ON a.file_id = r.other_id
    )
    SELECT r.file_id, strftime(min(b.first_answer), '%Y-%m') AS first_month
    FROM reach AS r JOIN began AS b ON b.file_id = r.other_id
    GROUP BY r.file_id
),
sent AS (
    SELECT l.*, CAST(l.submitted_at AS timestamp) AS at_time,
           CAST(CAST(l.submitted_at AS timestamp) AS date) - DATE '1970-01-01' AS day_no, g.first_month
    FROM landed AS l
    JOIN together AS g ON g.file_id = l.file_id
),
fitting AS (
    SELECT s.row_key, s.file_id, s.row_no, s.sheet_no, w.wave_id,
           row_number() OVER (PARTITION BY s.file_id, s.sheet_no, s.row_no
                              ORDER BY coalesce(w.closed, 1000000) >= s.day_no DESC, w.opened DESC, w.wave_id) AS nth
    FROM sent AS s
    JOIN main.wave AS w ON w.community_id = s.community_id AND w.counts AND coalesce(w.listed, true) AND s.day_no BETWEEN w.opened AND coalesce(w.closed, 1000000) + 28
)
INSERT INTO main.response (
    community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, wave_id, response_id, alias_id, session_id,
    cohort_id, submitted_at, submitted_day, complete, test, late
)
SELECT s.community_id, s.file_id, s.sheet_no, s.row_no, s.column_no, s.row_key, s.modified_at, s.counts,
       coalesce(s.wave_id, f.wave_id, s.first_month, 'one') AS wave_id, s.row_key,
       CASE WHEN NOT coalesce(a.anonymous, false)
             AND NOT EXISTS (SELECT 1 FROM main.sealed_survey AS z WHERE z.community_id = s.community_id
                             AND (z.surveys = 1 OR starts_with(coalesce(s.wave_id, f.wave_id, s.first_month, 'one') || '-', z.survey_id || '-')))
            THEN s.alias_id
            WHEN s.alias_id IS NOT NULL AND min(s.row_key) OVER (PARTITION BY s.alias_id, coalesce(s.wave_id, f.wave_id, s.first_month, 'one'))
                                         <> max(s.row_key) OVER (PARTITION BY s.alias_id, coalesce(s.wave_id, f.wave_id, s.first_month, 'one'))
            THEN 'again ' || min(s.row_key) OVER (PARTITION BY s.alias_id, coalesce(s.wave_id, f.wave_id, s.first_month, 'one')) END, s.session_id, s.cohort,
       s.at_time, s.day_no, s.complete = 'yes', coalesce(s.test, 'no') = 'yes', false
FROM sent AS s
LEFT JOIN fitting AS f ON f.file_id = s.file_id AND f.sheet_no = s.sheet_no AND f.row_no = s.row_no AND f.nth = 1
LEFT JOIN (
    SELECT community_id, wave_id, bool_or(coalesce(anonymous, false)) AS anonymous
    FROM main.wave WHERE counts AND coalesce(listed, true) GROUP BY ALL
) AS a ON a.community_id = s.community_id AND a.wave_id = coalesce(s.wave_id, f.wave_id)
;
-- A question belongs to every round that its file holds answers of; an item of
-- that very round comes before one of all rounds.
INSERT INTO main.question (community_id, file_id, sheet_no, row_no, column_no, wave_id, item_id)
SELECT DISTINCT ON (l.file_id, l.sheet_no, l.column_no, r.wave_id)
       l.community_id, l.file_id, l.sheet_no, 0, l.column_no, r.wave_id, l.item_id
FROM private.question_link AS l
JOIN (SELECT DISTINCT community_id, file_id, sheet_no, wave_id FROM main.response) AS r
  ON r.community_id = l.community_id AND r.file_id = l.file_id AND r.sheet_no = l.sheet_no
WHERE l.community_id = $community AND (l.wave_id = r.wave_id OR l.wave_id = '')
  AND l.file_id IN (SELECT unnest(string_split($files, ' ')))
ORDER BY l.file_id, l.sheet_no, l.column_no, r.wave_id, l.wave_id = '', l.item_id
;
-- A cell that is not blank is an answer: a number as written or as its label
-- says, a score where the question list gives the scale, and else a text.
-- What stands where a formula failed is no answer.
-- -99 is the mark of a question seen and not answered, n/a of one that was never
-- asked, unless the question list has it among the answers. A cell of a question of
-- several choices holds them between commas or semicolons, or on lines of their
-- own; its labels, which may hold commas themselves, tell them apart, the longest
-- first. Commas are doubled for that, so that each choice has one on either side
-- of its own. Forms for phones put nothing but blanks between choices: so it is
-- read where a cell holds labels and blanks alone. What a cell means follows from
-- its words and its question: what many said alike is looked into once. The rows
-- of NULL, which join nothing, say that there are many cells: rows of its own
-- transaction the planner takes for none, and would keep the cells in memory
-- instead of the few that they are joined to.
WITH asked AS (
    SELECT community_id, file_id, sheet_no, wave_id, list(column_no ORDER BY column_no) AS columns, list(rowid ORDER BY column_no) AS questions
    FROM main.question
    WHERE community_id = $community
    GROUP BY community_id, file_id, sheet_no, wave_id
),
cell AS MATERIALIZED (
    SELECT response, question, trim(words) AS said
    FROM (
        SELECT r.rowid AS response, unnest(q.questions) AS question, unnest(list_select(w.cells, q.columns)) AS words
        FROM private.raw_row AS w
        JOIN main.response AS r ON r.community_id = w.community_id AND r.file_id = w.file_id AND r.sheet_no = w.sheet_no AND r.row_no = w.row_no
        JOIN asked AS q ON q.community_id = r.community_id AND q.file_id = r.file_id AND q.sheet_no = r.sheet_no AND q.wave_id = r.wave_id
        WHERE r.community_id = $community AND list_contains(string_split($files, ' '), r.file_id)
    ) AS l
    UNION ALL
    SELECT NULL, NULL, NULL FROM range(10000)
),
wording AS (
    SELECT q.community_id, q.column_no, q.item_id, q.wave_id, c.question, c.said,
           lower(regexp_replace(translate(c.said, '’‘ʼ“”' || chr(160) || chr(8239), '''''''""  '), '[ \t]+', ' ', 'g')) AS plain
    FROM (SELECT DISTINCT question, said FROM cell WHERE said NOT IN ('', '-99')
          AND lower(said) NOT IN ('#calc!', '#div/0!', '#error!', '#getting_data', '#n/a', '#name?', '#null!', '#num!', '#ref!', '#spill!', '#value!')) AS c
    JOIN main.question AS q ON q.rowid = c.question
),
asked_item AS (
    SELECT community_id, item_id, wave_id, kind, scale_min, scale_max, direction,
           row_number() OVER (PARTITION BY community_id, item_id, wave_id ORDER BY file_id, sheet_no, row_no) AS nth
    FROM main.item WHERE community_id = $community AND counts
),
meant AS (
    SELECT c.*, coalesce(o.kind, e.kind) AS kind, coalesce(o.scale_min, e.scale_min) AS scale_min,
           coalesce(o.scale_max, e.scale_max) AS scale_max, coalesce(o.direction, e.direction, 'high_good') AS direction,
           coalesce(
               CASE WHEN coalesce(o.kind, e.kind) IN ('yesno', 'negative') THEN
                   CASE WHEN lower(c.said) IN ('yes', 'y', 'true', 'ja', 'oui', 'si', 'sí', 'sì', 'tak', 'sim', 'checked') THEN 1
                        WHEN lower(c.said) IN ('no', 'n', 'false', 'nein', 'non', 'nee', 'nie', 'não', 'unchecked') THEN 0 END
               END,
               l.number, g.number,
               CASE WHEN coalesce(o.kind, e.kind, 'unknown') NOT IN ('text', 'choice', 'multi')
                    THEN coalesce(TRY_CAST(replace(c.said, ',', '.') AS double),
                                  TRY_CAST(regexp_extract(c.said, '^(-?[0-9]+)\s*[-–—=:.)]\s', 1) AS double)) END,
               CASE WHEN coalesce(o.kind, e.kind) = 'likert' AND coalesce(o.scale_max, e.scale_max) IS NOT NULL
                    THEN TRY_CAST(coalesce(nullif(regexp_extract(c.plain, '^\(?([0-9]+)\)? [^0-9]+$', 1), ''),
                                           CASE WHEN TRY_CAST(regexp_extract(c.plain, '/ ?([0-9]+)$', 1) AS double) = coalesce(o.scale_max, e.scale_max)
                                                THEN regexp_extract(c.plain, '^([0-9]+) ?/ ?[0-9]+$', 1) END) AS double) END
           ) AS number
    FROM wording AS c
    LEFT JOIN asked_item AS o ON o.community_id = c.community_id AND o.item_id = c.item_id AND o.wave_id = c.wave_id AND o.nth = 1
    LEFT JOIN asked_item AS e ON e.community_id = c.community_id AND e.item_id = c.item_id AND e.wave_id IS NULL AND e.nth = 1
    LEFT JOIN main.item_label AS l ON l.community_id = c.community_id AND l.item_id = c.item_id AND l.wave_id = c.wave_id AND l.label = c.plain
    LEFT JOIN main.item_label AS g ON g.community_id = c.community_id AND g.item_id = c.item_id AND g.wave_id IS NULL AND g.label = c.plain
    WHERE lower(c.said) <> 'n/a' OR coalesce(l.number, g.number) IS NOT NULL
),
choice AS (
    SELECT item_id, wave_id, string_agg(regexp_escape(replace(replace(label, ',', ',,'), ';', ';;')), '|' ORDER BY length(label) DESC, label) AS any_of
    FROM main.item_label WHERE community_id = $community GROUP BY item_id, wave_id
),
several AS (
    SELECT m.*, replace(replace(replace(m.plain, ',', ',,'), ';', ';;'), chr(10), ';;') AS doubled,
           CASE WHEN regexp_full_match(replace(replace(m.plain, ',', ',,'), ';', ';;'),
                                       '(?:' || coalesce(o.any_of, e.any_of) || ')(?:\s+(?:' || coalesce(o.any_of, e.any_of) || '))+')
                THEN '(' || coalesce(o.any_of, e.any_of) || ')(?:\s+|;;|$)'
                ELSE '(?:^|[,;])\s*(' || coalesce(o.any_of, e.any_of) || ')\s*(?:[,;]|$)' END AS one
    FROM meant AS m
    LEFT JOIN choice AS o ON o.item_id = m.item_id AND o.wave_id = m.wave_id
    LEFT JOIN choice AS e ON e.item_id = m.item_id AND e.wave_id IS NULL
    WHERE m.kind = 'multi' AND m.number IS NULL
),
ticked AS (
    SELECT DISTINCT s.question, s.said, coalesce(l.number, g.number) AS number,
           trim(regexp_replace(s.doubled, s.one, '', 'g'), ' ,;') <> '' AS more
    FROM (SELECT *, replace(replace(unnest(regexp_extract_all(doubled, one, 1)), ',,', ','), ';;', ';') AS tick FROM several) AS s
    LEFT JOIN main.item_label AS l ON l.community_id = s.community_id AND l.item_id = s.item_id AND l.wave_id = s.wave_id AND l.label = s.tick
    LEFT JOIN main.item_label AS g ON g.community_id = s.community_id AND g.item_id = s.item_id AND g.wave_id IS NULL AND g.label = s.tick
),
given AS (
    SELECT m.*, t.number AS tick FROM meant AS m JOIN ticked AS t USING (question, said)
    UNION ALL
    SELECT m.*, NULL FROM meant AS m
    WHERE NOT EXISTS (SELECT 1 FROM ticked AS t WHERE t.question = m.question AND t.said = m.said AND NOT t.more)
)
INSERT INTO main.answer (
    community_id, file_id, sheet_no, row_no, column_no, wave_id, response_id, item_id, number, score, text_id
)
SELECT r.community_id, r.file_id, r.sheet_no, r.row_no, g.column_no, r.wave_id, r.response_id, g.item_id, g.value, g.score,
       CASE WHEN g.value IS NULL THEN concat_ws('-', 'answer', r.file_id, r.sheet_no, r.row_no, g.column_no) END
FROM cell AS c
JOIN (
    SELECT question, column_no, item_id, said, coalesce(tick, number) AS value,
           CASE WHEN number IS NULL THEN NULL
                WHEN kind IN ('yesno', 'count', 'negative') AND scale_max IS NULL THEN CASE WHEN number > 0 THEN 100 ELSE 0 END
                WHEN scale_max > scale_min AND number BETWEEN scale_min AND scale_max THEN
                     CASE direction WHEN 'low_good' THEN (scale_max - number) ELSE (number - scale_min) END / (scale_max - scale_min) * 100
           END AS score
    FROM given
) AS g ON g.question = c.question AND g.said = c.said
JOIN main.response AS r ON r.rowid = c.response
;
INSERT INTO private.text (community_id, text_id, file_id, words)
SELECT a.community_id, a.text_id, a.file_id, trim(w.cells[a.column_no])
FROM main.answer AS a
JOIN private.raw_row AS w ON w.community_id = a.community_id AND w.file_id = a.file_id AND w.sheet_no = a.sheet_no AND w.row_no = a.row_no
WHERE a.text_id IS NOT NULL AND a.community_id = $community AND a.file_id IN (SELECT unnest(string_split($files, ' ')))
;
-- Complete is what the form calls finished, and what answers at least half of
-- the questions shown, open ones apart.
WITH open_item AS (
    SELECT DISTINCT item_id FROM main.item WHERE community_id = $community AND counts AND kind = 'text'
),
shown AS (
    SELECT q.file_id, q.sheet_no, q.wave_id, count(DISTINCT q.item_id) AS items
    FROM main.question AS q
    WHERE q.community_id = $community AND q.item_id NOT IN (SELECT item_id FROM open_item)
    GROUP BY ALL
),
given AS (
    SELECT a.file_id, a.sheet_no, a.row_no, count(DISTINCT a.item_id) AS items
    FROM main.answer AS a
    WHERE a.community_id = $community AND a.item_id NOT IN (SELECT item_id FROM open_item)
    GROUP BY ALL
)
UPDATE main.response AS r
SET complete = coalesce(r.complete, false) OR coalesce(o.given, 0) * 2 >= coalesce(o.shown, 0)
FROM (
    SELECT m.file_id, m.sheet_no, m.row_no, s.items AS shown, g.items AS given
    FROM main.response AS m
    LEFT JOIN shown AS s ON s.file_id = m.file_id AND s.sheet_no = m.sheet_no AND s.wave_id = m.wave_id
    LEFT JOIN given AS g ON g.file_id = m.file_id AND g.sheet_no = m.sheet_no AND g.row_no = m.row_no
    WHERE m.community_id = $community
) AS o
WHERE r.community_id = $community AND o.file_id = r.file_id AND o.sheet_no = r.sheet_no AND o.row_no = r.row_no
;
