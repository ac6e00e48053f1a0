-- The mean of a response over the scale questions of a cycle or construct; it
-- needs answers to half of those its form showed.
DELETE FROM main.response_score WHERE community_id = $community
;
INSERT INTO main.response_score (community_id, wave_id, response_id, scope, part, shown, answered, mean)
WITH asked_item AS (
    SELECT DISTINCT item_id, wave_id, kind, cycle, construct FROM main.item
    WHERE community_id = $community AND counts
),
shown AS (
    SELECT r.wave_id, r.response_id, q.item_id, q.column_no, r.file_id, r.sheet_no, r.row_no, t.cycle, t.construct
    FROM main.response AS r
    JOIN main.question AS q ON q.community_id = r.community_id AND q.file_id = r.file_id AND q.sheet_no = r.sheet_no AND q.wave_id = r.wave_id
    JOIN asked_item AS t ON t.item_id = q.item_id AND t.kind = 'likert'
     AND CASE WHEN t.wave_id IS NULL -- what the list says of one round comes before what it says of all
              THEN NOT EXISTS (SELECT 1 FROM asked_item AS o WHERE o.item_id = q.item_id AND o.wave_id = r.wave_id)
              ELSE t.wave_id = r.wave_id END
    WHERE r.community_id = $community AND r.counts
),
scored AS (
    SELECT s.*, a.score
    FROM shown AS s
    LEFT JOIN main.answer AS a ON a.community_id = $community AND a.file_id = s.file_id AND a.sheet_no = s.sheet_no
                              AND a.row_no = s.row_no AND a.column_no = s.column_no
)
SELECT $community, wave_id, response_id, scope, part, count(*), count(score),
       CASE WHEN count(score) * 2 >= count(*) THEN round(avg(score), 9) END
FROM (
    SELECT wave_id, response_id, 'cycle' AS scope, cycle AS part, score FROM scored WHERE cycle IS NOT NULL
    UNION ALL
    SELECT wave_id, response_id, 'construct', construct, score FROM scored WHERE construct IS NOT NULL
)
GROUP BY ALL
;
DELETE FROM main.answer_cell WHERE community_id = $community
;
INSERT INTO main.answer_cell (community_id, wave_id, cohort_id, item_id, number, people)
SELECT i.community_id, i.wave_id, i.cohort_id, a.item_id, a.number, count(*)
FROM main.invitation AS i
JOIN main.answer AS a ON a.community_id = i.community_id AND a.wave_id = i.wave_id AND a.response_id = i.response_id
JOIN main.response AS r ON r.community_id = a.community_id AND r.response_id = a.response_id AND r.file_id = a.file_id AND r.counts
WHERE i.community_id = $community AND a.number IS NOT NULL
GROUP BY ALL
;
