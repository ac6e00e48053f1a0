-- Who was followed; how long until it happened is worked out from the
-- observations, those still open included.
, figure AS (
    SELECT community,
           cohort,
           period,
           label,
           part,
           CAST(NULL AS double precision) AS value,
           CAST(sum(x) AS double precision)          AS numerator,
           CAST(count(x) AS bigint)                  AS denominator,
           count(DISTINCT CASE WHEN x IS NOT NULL THEN person END) AS people,
           count(DISTINCT coalesce(person, subject)) AS population,
           CAST(NULL AS double precision) AS spread
    FROM grouped
    GROUP BY community, cohort, period, label, part
)
SELECT l.community,
       nullif(l.cohort, '')     AS cohort,
       l.period,
       nullif(l.label, '')      AS "group",
       nullif(l.part, '')       AS part,
       f.value,
       f.numerator,
       coalesce(f.denominator, 0) AS denominator,
       coalesce(f.people, 0)      AS people,
       coalesce(f.population, 0)  AS population,
       f.spread
FROM line AS l
LEFT JOIN figure AS f ON f.community = l.community
                     AND f.cohort = l.cohort
                     AND f.period = l.period
                     AND f.label = l.label
                     AND f.part = l.part
