-- id: answered_late
-- severity: waiting
--
-- Rounds with answers from after the day they closed: how many, and up to when.
SELECT w.file_id, w.sheet_no, w.row_no, w.column_no, w.cohort, CAST(NULL AS text) AS who, w.wave_id AS thing,
       max(r.submitted_day) AS day_no, w.closed AS other_day, CAST(count(r.response_id) AS double precision) AS amount
FROM wave AS w
JOIN (SELECT community_id, wave_id, max(row_key) AS row_key FROM wave WHERE counts AND closed IS NOT NULL GROUP BY community_id, wave_id) AS one
    ON one.community_id = w.community_id AND one.wave_id = w.wave_id AND one.row_key = w.row_key
JOIN response AS r ON r.community_id = w.community_id
                  AND r.wave_id = w.wave_id
                  AND r.counts
                  AND r.late
                  AND NOT r.test
WHERE w.community_id = $community
  AND w.counts
GROUP BY w.file_id, w.sheet_no, w.row_no, w.column_no, w.cohort, w.wave_id, w.closed
