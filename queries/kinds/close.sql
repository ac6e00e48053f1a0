-- Every line that was asked for, with its figure where there is one: so empty
-- lines exist. Each kind gives the CTE figure before it.
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
