-- What each response answered to each question on a scale that belongs to a
-- construct, on 0 to 100 and turned round where agreeing means less; NULL for a
-- question left out.
SELECT r.response_id, t.construct, q.item_id, a.score
FROM response AS r
JOIN question AS q ON q.community_id = r.community_id
                  AND q.file_id = r.file_id
                  AND q.sheet_no = r.sheet_no
                  AND q.wave_id = r.wave_id
JOIN wave_item AS t ON t.community_id = q.community_id
                   AND t.wave_id = q.wave_id
                   AND t.item_id = q.item_id
                   AND t.kind = 'likert'
                   AND t.construct IS NOT NULL
LEFT JOIN answer AS a ON a.community_id = r.community_id
                     AND a.file_id = r.file_id
                     AND a.sheet_no = r.sheet_no
                     AND a.row_no = r.row_no
                     AND a.column_no = q.column_no
WHERE r.community_id = $community
  AND r.counts
