-- id: question_list_not_ingested
-- severity: missing
--
-- The question lists that the settings name for surveys, of which no file of that
-- name was ingested that holds questions.
SELECT DISTINCT CAST(NULL AS text) AS file_id, 0 AS sheet_no, 0 AS row_no, 0 AS column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, s.word AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM setting AS s
WHERE s.community_id = $community
  AND s.name = 'survey.codebook'
  AND s.word IS NOT NULL
  AND NOT EXISTS (
      SELECT 1
      FROM private.file AS f
      JOIN item AS i ON i.community_id = f.community_id
                    AND i.file_id = f.file_id
      WHERE f.community_id = s.community_id
        AND lower(f.name) = lower(s.word))
