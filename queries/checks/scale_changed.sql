-- id: scale_changed
-- severity: doubtful
--
-- Questions that a round asked on another scale, in another kind or the other way
-- round than the round before that asked them, by the question list: one line a
-- question and round, at the entry that the later round goes by.
WITH opening AS (
    SELECT community_id, wave_id, min(opened) AS opened
    FROM wave
    WHERE community_id = $community
      AND counts
    GROUP BY community_id, wave_id
),
worded AS (
    SELECT q.community_id,
           q.wave_id,
           q.item_id,
           w.opened,
           q.kind || coalesce(' ' || regexp_replace(CAST(q.scale_min AS text), '\.0$', '') || '–' || regexp_replace(CAST(q.scale_max AS text), '\.0$', ''), '')
                  || CASE WHEN q.direction = 'low_good' THEN ' low_good' ELSE '' END AS scale
    FROM wave_item AS q
    JOIN opening AS w ON w.community_id = q.community_id
                     AND w.wave_id = q.wave_id
    WHERE q.community_id = $community
      AND (q.kind <> 'likert' OR q.scale_max > q.scale_min)
),
followed AS (
    SELECT w.community_id, w.wave_id, w.item_id, w.scale,
           lag(w.scale) OVER (PARTITION BY w.item_id ORDER BY w.opened, w.wave_id)   AS earlier,
           lag(w.wave_id) OVER (PARTITION BY w.item_id ORDER BY w.opened, w.wave_id) AS earlier_wave
    FROM worded AS w
)
SELECT coalesce(o.file_id, e.file_id) AS file_id, coalesce(o.sheet_no, e.sheet_no) AS sheet_no, coalesce(o.row_no, e.row_no) AS row_no, 0 AS column_no,
       CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who,
       f.item_id || ': ' || f.scale || ' (' || f.wave_id || '), ' || f.earlier || ' (' || f.earlier_wave || ')' AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM followed AS f
LEFT JOIN item AS o ON o.community_id = f.community_id
                   AND o.item_id = f.item_id
                   AND o.wave_id = f.wave_id
                   AND o.counts
LEFT JOIN item AS e ON e.community_id = f.community_id
                   AND e.item_id = f.item_id
                   AND e.wave_id IS NULL
                   AND e.counts
WHERE f.scale <> f.earlier
