-- How far those who are not open (who answered) stand from everybody: the mean of
-- their x less the mean of all x. Numerator and denominator are of those who are
-- not open; people are all who have an x, so that the other side can be worked out.
, figure AS (
    SELECT community,
           cohort,
           period,
           label,
           part,
           CAST(sum(CASE WHEN NOT open THEN x END) AS double precision) / nullif(count(CASE WHEN NOT open THEN x END), 0)
               - CAST(sum(x) AS double precision) / nullif(count(x), 0) AS value,
           CAST(sum(CASE WHEN NOT open THEN x END) AS double precision) AS numerator,
           CAST(count(CASE WHEN NOT open THEN x END) AS bigint)         AS denominator,
           count(DISTINCT CASE WHEN x IS NOT NULL THEN person END)      AS people,
           count(DISTINCT coalesce(person, subject))                    AS population,
           CAST(NULL AS double precision) AS spread
    FROM grouped
    GROUP BY community, cohort, period, label, part
)
