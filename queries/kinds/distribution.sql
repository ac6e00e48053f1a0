-- How people spread over classes: the class is the part, x is 1; the value is the
-- share of a class among all who are in one.
, whole AS (
    SELECT community,
           cohort,
           period,
           label,
           CAST(count(x) AS bigint) AS denominator,
           count(DISTINCT CASE WHEN x IS NOT NULL THEN person END) AS people,
           count(DISTINCT coalesce(person, subject)) AS population
    FROM grouped
    GROUP BY community, cohort, period, label
),
classed AS (
    SELECT community,
           cohort,
           period,
           label,
           part,
           CAST(sum(x) AS double precision) AS numerator
    FROM grouped
    GROUP BY community, cohort, period, label, part
),
figure AS (
    SELECT l.community,
           l.cohort,
           l.period,
           l.label,
           l.part,
           CAST(coalesce(c.numerator, 0) AS double precision) / nullif(w.denominator, 0) AS value,
           CASE WHEN w.denominator > 0 THEN coalesce(c.numerator, 0) END AS numerator,
           coalesce(w.denominator, 0) AS denominator,
           coalesce(w.people, 0)      AS people,
           coalesce(w.population, 0)  AS population,
           CAST(NULL AS double precision) AS spread
    FROM line AS l
    LEFT JOIN whole AS w ON w.community = l.community
                        AND w.cohort = l.cohort
                        AND w.period = l.period
                        AND w.label = l.label
    LEFT JOIN classed AS c ON c.community = l.community
                          AND c.cohort = l.cohort
                          AND c.period = l.period
                          AND c.label = l.label
                          AND c.part = l.part
)
