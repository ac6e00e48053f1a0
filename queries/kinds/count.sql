-- How many: the sum of x. Behind a census stand all who were counted, one by one;
-- behind stories those who tell the ones that count.
, figure AS (
    SELECT g.community,
           g.cohort,
           g.period,
           g.label,
           g.part,
           CAST(sum(g.x) AS double precision) AS value,
           CAST(sum(g.x) AS double precision)          AS numerator,
           CAST(count(g.x) AS bigint)                  AS denominator,
           count(DISTINCT CASE WHEN g.x > 0 OR (g.x IS NOT NULL AND '{{evidence}}' <> 'stories') THEN g.person END) AS people,
           count(DISTINCT coalesce(g.person, g.subject)) AS population,
           CAST(NULL AS double precision) AS spread
    FROM grouped AS g
    GROUP BY g.community, g.cohort, g.period, g.label, g.part
)
