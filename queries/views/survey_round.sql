-- The rounds of each cohort and the day each closed: as declared, else the day
-- of its last response. A round that names no cohort is for those running when
-- it opened.
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
unending AS (
    SELECT w.community_id, w.wave_id, max(r.submitted_day) AS last_day
    FROM wave AS w
    JOIN response AS r ON r.community_id = w.community_id
                      AND r.wave_id = w.wave_id
                      AND r.counts
    WHERE w.counts
      AND w.closed IS NULL
    GROUP BY w.community_id, w.wave_id
)
SELECT p.community_id,
       p.cohort_id,
       p.wave_id,
       p.opened,
       coalesce(p.closed, u.last_day, p.opened) AS closed,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM placed AS p
LEFT JOIN unending AS u ON u.community_id = p.community_id
                       AND u.wave_id = p.wave_id
WHERE p.nth = 1
