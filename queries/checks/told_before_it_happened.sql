-- id: told_before_it_happened
-- severity: impossible
--
-- Stories of what happened that were told before it did.
SELECT s.file_id, s.sheet_no, s.row_no, s.column_no, s.cohort_id AS cohort, CAST(NULL AS text) AS who, s.story_id AS thing,
       greatest(s.activity_date, s.application_date, s.realized_date) AS day_no, s.collected_on AS other_day, CAST(NULL AS double precision) AS amount
FROM story AS s
WHERE s.community_id = $community
  AND s.counts
  AND coalesce(s.kind, 'account') = 'account'
  AND greatest(s.activity_date, s.application_date, s.realized_date) > s.collected_on
