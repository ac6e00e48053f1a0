-- Of the pairs (member and session, teller and story) that have an x, the part
-- whose x is 1. A person counts once a pair.
, figure AS (
    SELECT community,
           cohort,
           period,
           label,
           part,
           CAST(sum(x) AS double precision) / nullif(count(x), 0) AS value,
           CAST(sum(x) AS double precision)          AS numerator,
           CAST(count(x) AS bigint)                  AS denominator,
           count(DISTINCT CASE WHEN x IS NOT NULL THEN person END) AS people,
           count(DISTINCT coalesce(person, subject)) AS population,
           CAST(NULL AS double precision) AS spread
    FROM grouped
    GROUP BY community, cohort, period, label, part
)
