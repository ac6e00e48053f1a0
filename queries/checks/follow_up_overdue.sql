-- id: follow_up_overdue
-- severity: missing
--
-- Stories whose teller should have been asked again by now, and were not.
SELECT s.file_id, s.sheet_no, s.row_no, s.column_no, s.cohort_id AS cohort, CAST(NULL AS text) AS who, s.story_id AS thing,
       s.follow_up_due AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM story AS s
WHERE s.community_id = $community
  AND s.counts
  AND s.follow_up_due < CAST($today AS integer)
  AND NOT EXISTS (
      SELECT 1 FROM story AS f
      WHERE f.community_id = s.community_id AND f.follows_story_id = s.story_id AND f.counts)
