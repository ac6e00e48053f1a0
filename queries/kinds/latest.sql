-- The one value of each part; of several none is the latest, so there is no
-- value.
, figure AS (
    SELECT community,
           cohort,
           period,
           label,
           part,
           CASE WHEN count(x) = 1 THEN CAST(sum(x) AS double precision) END AS value,
           CAST(sum(x) AS double precision)          AS numerator,
           CAST(count(x) AS bigint)                  AS denominator,
           count(DISTINCT CASE WHEN x IS NOT NULL THEN person END) AS people,
           count(DISTINCT coalesce(person, subject)) AS population,
           CAST(NULL AS double precision) AS spread
    FROM grouped
    GROUP BY community, cohort, period, label, part
)
