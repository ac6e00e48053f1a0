-- id: scale_kept
-- title: Questions asked as before
-- question: Can the rounds be compared?
-- group: health
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: survey, codebook
-- source: evaluations that compare rounds: the same question, on the same scale
-- part: data
-- secondary: yes
--
-- For each cycle and construct, of the questions of the round that speaks for the
-- period and that an earlier round asked too, those asked in the same kind, on the
-- same scale and in the same direction as the last time, by the question list. No
-- answer is looked at. A question that is asked for the first time is left out.
WITH opening AS (
    SELECT w.community_id, w.wave_id, min(w.opened) AS opened
    FROM here AS h
    JOIN wave AS w ON w.community_id = h.community_id
    WHERE w.counts
    GROUP BY w.community_id, w.wave_id
),
repeated AS (
    SELECT q.community_id,
           q.wave_id,
           q.item_id,
           q.kind,
           q.scale_min,
           q.scale_max,
           coalesce(q.direction, 'high_good') AS direction,
           lag(q.kind) OVER (PARTITION BY q.community_id, q.item_id ORDER BY w.opened, w.wave_id)      AS kind_before,
           lag(q.scale_min) OVER (PARTITION BY q.community_id, q.item_id ORDER BY w.opened, w.wave_id) AS scale_min_before,
           lag(q.scale_max) OVER (PARTITION BY q.community_id, q.item_id ORDER BY w.opened, w.wave_id) AS scale_max_before,
           lag(coalesce(q.direction, 'high_good')) OVER (PARTITION BY q.community_id, q.item_id ORDER BY w.opened, w.wave_id) AS direction_before
    FROM here AS h
    JOIN wave_item AS q ON q.community_id = h.community_id
    JOIN opening AS w ON w.community_id = q.community_id
                     AND w.wave_id = q.wave_id
    WHERE q.kind IS NOT NULL
),
entry AS (
    SELECT i.community_id, i.item_id, i.file_id, i.sheet_no, i.row_no, i.column_no,
           row_number() OVER (PARTITION BY i.community_id, i.item_id ORDER BY i.row_no, i.file_id, i.sheet_no) AS nth
    FROM here AS h
    JOIN item AS i ON i.community_id = h.community_id
    WHERE i.counts
),
asking AS (
    SELECT DISTINCT c.community_id, c.cohort_id, c.period, c.wave_id, c.about, t.item_id
    FROM closing AS c
    JOIN topical AS t ON t.community_id = c.community_id
                     AND t.wave_id = c.wave_id
                     AND t.asks = c.asks
                     AND t.about = c.about
    WHERE c.nth = 1
),
compared AS (
    SELECT a.community_id, a.cohort_id, a.period, a.about, a.item_id,
           min(CASE
                   WHEN f.kind = f.kind_before
                    AND f.scale_min IS NOT DISTINCT FROM f.scale_min_before
                    AND f.scale_max IS NOT DISTINCT FROM f.scale_max_before
                    AND f.direction = f.direction_before THEN 1
                   ELSE 0
               END) AS kept
    FROM asking AS a
    JOIN repeated AS f ON f.community_id = a.community_id
                      AND f.wave_id = a.wave_id
                      AND f.item_id = a.item_id
    WHERE f.kind_before IS NOT NULL
    GROUP BY a.community_id, a.cohort_id, a.period, a.about, a.item_id
)
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       c.about            AS part,
       CAST(NULL AS text) AS person,
       c.item_id          AS subject,
       CAST(c.kept AS double precision) AS x,
       false              AS open,
       e.file_id,
       e.sheet_no,
       e.row_no,
       e.column_no
FROM compared AS c
LEFT JOIN entry AS e ON e.community_id = c.community_id
                    AND e.item_id = c.item_id
                    AND e.nth = 1
