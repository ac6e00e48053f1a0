-- Where each answer sheet of a cohort stands, of which round it is and when that
-- closed.
SELECT r.file_id, r.sheet_no, r.row_no, w.wave_id, w.closed
FROM survey_round AS w
JOIN invitation AS i ON i.community_id = w.community_id
                    AND i.wave_id = w.wave_id
                    AND i.cohort_id = w.cohort_id
JOIN response AS r ON r.community_id = i.community_id
                  AND r.wave_id = i.wave_id
                  AND r.response_id = i.response_id
                  AND r.counts
WHERE w.community_id = $community
  AND w.cohort_id = $cohort
