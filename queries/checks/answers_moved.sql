-- id: answers_moved
-- severity: doubtful
--
-- Questions whose answers in a round lie all on one side of at least half of those
-- in the round before that asked them on the same scale, where each has as many
-- answers as a figure about answers needs to be told exactly: people seldom move
-- so far at once, scales that are turned round or stretched do. Which side is not
-- said.
WITH least AS (
    SELECT greatest(10, coalesce(max(number), 10)) AS people
    FROM setting
    WHERE community_id = $community
      AND name = 'privacy.minimum_exact'
),
opening AS (
    SELECT community_id, wave_id, min(opened) AS opened
    FROM wave
    WHERE community_id = $community
      AND counts
    GROUP BY community_id, wave_id
),
given AS (
    SELECT q.community_id, q.wave_id, q.item_id, w.opened, q.scale_min, q.scale_max, coalesce(q.direction, 'high_good') AS direction, a.number, r.file_id, a.sheet_no, a.column_no
    FROM wave_item AS q
    JOIN opening AS w ON w.community_id = q.community_id
                     AND w.wave_id = q.wave_id
    JOIN response AS r ON r.community_id = q.community_id
                      AND r.wave_id = q.wave_id
                      AND r.counts
    JOIN answer AS a ON a.community_id = r.community_id
                    AND a.file_id = r.file_id
                    AND a.sheet_no = r.sheet_no
                    AND a.row_no = r.row_no
                    AND a.item_id = q.item_id
    WHERE q.community_id = $community
      AND q.kind = 'likert'
      AND a.number IS NOT NULL
),
spread AS (
    SELECT g.wave_id, g.item_id, g.opened, g.scale_min, g.scale_max, g.direction,
           min(g.number) AS lowest, max(g.number) AS highest, percentile_cont(0.5) WITHIN GROUP (ORDER BY g.number) AS middle,
           min(g.file_id) AS file_id, min(g.sheet_no) AS sheet_no, min(g.column_no) AS column_no
    FROM given AS g
    GROUP BY g.wave_id, g.item_id, g.opened, g.scale_min, g.scale_max, g.direction
    HAVING count(*) >= (SELECT people FROM least)
),
followed AS (
    SELECT s.wave_id, s.item_id, s.lowest, s.highest, s.middle, s.scale_min, s.scale_max, s.direction, s.file_id, s.sheet_no, s.column_no,
           lag(s.wave_id) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id)   AS earlier,
           lag(s.lowest) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id)    AS lowest_before,
           lag(s.highest) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id)   AS highest_before,
           lag(s.middle) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id)    AS middle_before,
           lag(s.scale_min) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id) AS scale_min_before,
           lag(s.scale_max) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id) AS scale_max_before,
           lag(s.direction) OVER (PARTITION BY s.item_id ORDER BY s.opened, s.wave_id) AS direction_before
    FROM spread AS s
)
SELECT f.file_id, f.sheet_no, 0 AS row_no, f.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who,
       f.item_id || ' (' || f.earlier || ', ' || f.wave_id || ')' AS thing, CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day,
       CAST(NULL AS double precision) AS amount
FROM followed AS f
WHERE f.direction = f.direction_before
  AND f.scale_min IS NOT DISTINCT FROM f.scale_min_before
  AND f.scale_max IS NOT DISTINCT FROM f.scale_max_before
  AND (f.middle > f.highest_before OR f.middle < f.lowest_before OR f.middle_before > f.highest OR f.middle_before < f.lowest)
