-- id: used_before_activity
-- severity: impossible
--
-- Stories in which something was used before it was learned, or a result came
-- before its use.
SELECT file_id, sheet_no, row_no, column_no, cohort_id AS cohort, CAST(NULL AS text) AS who, story_id AS thing,
       CASE WHEN application_date < activity_date THEN application_date ELSE realized_date END AS day_no,
       CASE WHEN application_date < activity_date THEN activity_date ELSE coalesce(application_date, activity_date) END AS other_day,
       CAST(NULL AS double precision) AS amount
FROM story
WHERE community_id = $community
  AND counts
  AND (application_date < activity_date OR realized_date < coalesce(application_date, activity_date))
