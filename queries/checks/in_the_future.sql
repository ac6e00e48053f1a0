-- id: in_the_future
-- severity: impossible
--
-- What has a day that is still to come, and cannot have happened.
SELECT file_id, sheet_no, row_no, column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, thing, day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM (
    SELECT community_id, file_id, sheet_no, row_no, column_no, session_id AS thing, day_no FROM session WHERE counts AND has_register
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, story_id AS thing, collected_on AS day_no FROM story WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, measure_id AS thing, day_no FROM measure WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, practice_id AS thing, adopted_on AS day_no FROM adoption WHERE counts
) AS happened
WHERE community_id = $community
  AND day_no > CAST($today AS integer)
