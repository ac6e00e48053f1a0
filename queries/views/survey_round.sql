-- The rounds of a cohort and the day each closed: as declared, else the day of
-- its last response.
CREATE OR REPLACE VIEW survey_round AS
WITH invited AS (
    SELECT community_id, cohort_id, wave_id
    FROM invitation
    GROUP BY community_id, cohort_id, wave_id
),
declared AS (
    SELECT community_id, wave_id, coalesce(cohort, '') AS cohort_id, max(opened) AS opened, max(closed) AS closed
    FROM wave
    WHERE counts
    GROUP BY community_id, wave_id, coalesce(cohort, '')
),
answered AS (
    SELECT community_id, wave_id, max(submitted_day) AS last_day
    FROM response
    WHERE counts
    GROUP BY community_id, wave_id
)
SELECT i.community_id,
       i.cohort_id,
       i.wave_id,
       coalesce(o.opened, e.opened)             AS opened,
       coalesce(o.closed, e.closed, a.last_day, o.opened, e.opened) AS closed
FROM invited AS i
LEFT JOIN declared AS o ON o.community_id = i.community_id
                       AND o.wave_id = i.wave_id
                       AND o.cohort_id = i.cohort_id
LEFT JOIN declared AS e ON e.community_id = i.community_id
                       AND e.wave_id = i.wave_id
                       AND e.cohort_id = ''
LEFT JOIN answered AS a ON a.community_id = i.community_id
                       AND a.wave_id = i.wave_id
