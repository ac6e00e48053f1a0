-- The commonest answers to questions that no list knows, and how many answers
-- each question had, from the first responses of each file.
WITH said AS (
    SELECT l.item_id, trim(w.cells[l.column_no]) AS words
    FROM private.question_link AS l
    JOIN private.canonical_row AS r ON r.community_id = l.community_id AND r.file_id = l.file_id AND r.sheet_no = l.sheet_no AND r.kind = 'survey'
    JOIN private.raw_row AS w ON w.community_id = r.community_id AND w.file_id = r.file_id AND w.sheet_no = r.sheet_no AND w.row_no = r.row_no
    WHERE l.community_id = $community AND l.item_id LIKE 'unlisted-%' AND w.row_no <= 2000
),
counted AS (
    SELECT item_id, words, count(*) AS people
    FROM said
    WHERE words <> '' AND words <> '-99' AND lower(words) <> 'n/a'
      AND lower(words) NOT IN ('#calc!', '#div/0!', '#error!', '#getting_data', '#n/a', '#name?', '#null!', '#num!', '#ref!', '#spill!', '#value!')
    GROUP BY item_id, words
),
ranked AS (
    SELECT item_id, words, sum(people) OVER (PARTITION BY item_id) AS answers,
           row_number() OVER (PARTITION BY item_id ORDER BY people DESC, words) AS nth
    FROM counted
)
SELECT item_id, words, CAST(answers AS bigint) FROM ranked WHERE nth <= 13
