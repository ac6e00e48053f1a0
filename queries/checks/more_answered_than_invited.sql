-- id: more_answered_than_invited
-- severity: impossible
--
-- Rounds that more people answered than the sheet of rounds says were invited.
WITH home AS (
    SELECT community_id, wave_id, min(cohort) AS cohort
    FROM wave
    WHERE counts
    GROUP BY community_id, wave_id
    HAVING count(*) = 1
)
SELECT w.file_id, w.sheet_no, w.row_no, w.column_no, w.cohort, CAST(NULL AS text) AS who, w.wave_id AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(count(r.response_id) AS double precision) AS amount
FROM wave AS w
LEFT JOIN home AS h ON h.community_id = w.community_id
                   AND h.wave_id = w.wave_id
JOIN response AS r ON r.community_id = w.community_id
                  AND r.wave_id = w.wave_id
                  AND r.counts
                  AND (w.cohort IS NULL OR w.cohort = coalesce(r.cohort_id, h.cohort))
                  AND r.late IS NOT true
WHERE w.community_id = $community
  AND w.counts
GROUP BY w.file_id, w.sheet_no, w.row_no, w.column_no, w.cohort, w.wave_id, w.invited_n
HAVING count(r.response_id) > w.invited_n
