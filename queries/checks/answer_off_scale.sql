-- id: answer_off_scale
-- severity: impossible
--
-- Answers outside the scale that the question list gives, and counts below zero:
-- one line a question and round, with how many.
SELECT min(a.file_id) AS file_id, min(a.sheet_no) AS sheet_no, 0 AS row_no, min(a.column_no) AS column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who,
       a.wave_id || ' ' || a.item_id AS thing, CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day,
       CAST(count(a.number) AS double precision) AS amount
FROM answer AS a
JOIN response AS r ON r.community_id = a.community_id
                  AND r.wave_id = a.wave_id
                  AND r.response_id = a.response_id
                  AND r.file_id = a.file_id
                  AND r.counts
JOIN wave_item AS q ON q.community_id = a.community_id
                   AND q.wave_id = a.wave_id
                   AND q.item_id = a.item_id
WHERE a.community_id = $community
  AND (a.number < q.scale_min OR a.number > q.scale_max OR (q.kind = 'count' AND a.number < 0))
GROUP BY a.wave_id, a.item_id
