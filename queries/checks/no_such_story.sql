-- id: no_such_story
-- severity: impossible
--
-- Rows that name a story which is not among the stories.
SELECT f.file_id, f.sheet_no, f.row_no, f.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, f.story_id AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM (
    SELECT community_id, file_id, sheet_no, row_no, column_no, story_id FROM story_code WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, story_id FROM story_flow WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, story_id FROM story_link WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, story_id FROM substantiation WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, follows_story_id AS story_id FROM story WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, evidence_story_id AS story_id FROM adoption WHERE counts
) AS f
WHERE f.community_id = $community
  AND f.story_id IS NOT NULL
  AND NOT EXISTS (
      SELECT 1 FROM story AS s
      WHERE s.community_id = f.community_id AND s.story_id = f.story_id AND s.counts)
