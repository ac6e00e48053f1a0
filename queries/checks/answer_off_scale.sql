-- id: answer_off_scale
-- severity: impossible
--
-- Answers outside the scale that the question list gives: one line a question
-- and round, with how many.
WITH scale AS (
    SELECT q.community_id, q.wave_id, q.item_id, coalesce(o.scale_min, e.scale_min) AS least, coalesce(o.scale_max, e.scale_max) AS most
    FROM wave_item AS q
    LEFT JOIN item AS o ON o.community_id = q.community_id
                       AND o.item_id = q.item_id
                       AND o.wave_id = q.wave_id
                       AND o.counts
    LEFT JOIN item AS e ON e.community_id = q.community_id
                       AND e.item_id = q.item_id
                       AND e.wave_id IS NULL
                       AND e.counts
)
SELECT min(a.file_id) AS file_id, min(a.sheet_no) AS sheet_no, 0 AS row_no, min(a.column_no) AS column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who,
       a.wave_id || ' ' || a.item_id AS thing, CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day,
       CAST(count(a.number) AS double precision) AS amount
FROM answer AS a
JOIN response AS r ON r.community_id = a.community_id
                  AND r.wave_id = a.wave_id
                  AND r.response_id = a.response_id
                  AND r.file_id = a.file_id
                  AND r.counts
JOIN scale AS s ON s.community_id = a.community_id
               AND s.wave_id = a.wave_id
               AND s.item_id = a.item_id
WHERE a.community_id = $community
  AND (a.number < s.least OR a.number > s.most)
GROUP BY a.wave_id, a.item_id
