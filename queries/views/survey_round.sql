-- The rounds of each cohort and the day each closed: as declared, else the day
-- of its last response; answered is 0 where nobody did, 1 where the form asks
-- about one cycle at most, as one after a session does, and 2 for the others: the
-- greatest comes first, then the latest. A round that names no cohort is for
-- those running when it opened.
CREATE OR REPLACE VIEW survey_round AS
WITH placed AS (
    SELECT w.community_id,
           w.wave_id,
           c.cohort_id,
           w.opened,
           w.closed,
           w.file_id,
           w.sheet_no,
           w.row_no,
           w.column_no,
           row_number() OVER (PARTITION BY w.community_id, w.wave_id, c.cohort_id
                              ORDER BY CASE WHEN w.cohort IS NULL THEN 1 ELSE 0 END, w.row_key) AS nth
    FROM wave AS w
    JOIN cohort AS c ON c.community_id = w.community_id
                    AND (w.cohort = c.cohort_id OR (w.cohort IS NULL AND w.opened BETWEEN c.first_day AND c.last_day))
    WHERE w.counts
),
breadth AS (
    SELECT q.community_id, q.wave_id, count(DISTINCT i.cycle) AS cycles
    FROM question AS q
    JOIN item AS i ON i.community_id = q.community_id
                  AND i.item_id = q.item_id
                  AND (i.wave_id IS NULL OR i.wave_id = q.wave_id)
                  AND i.counts
    GROUP BY q.community_id, q.wave_id
),
heard AS (
    SELECT community_id, wave_id, max(submitted_day) AS last_day
    FROM response
    WHERE counts
    GROUP BY community_id, wave_id
)
SELECT p.community_id,
       p.cohort_id,
       p.wave_id,
       p.opened,
       coalesce(p.closed, h.last_day, p.opened) AS closed,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no,
       CASE WHEN h.wave_id IS NULL THEN 0 WHEN b.cycles > 1 THEN 2 ELSE 1 END AS answered
FROM placed AS p
LEFT JOIN heard AS h ON h.community_id = p.community_id
                    AND h.wave_id = p.wave_id
LEFT JOIN breadth AS b ON b.community_id = p.community_id
                      AND b.wave_id = p.wave_id
WHERE p.nth = 1
