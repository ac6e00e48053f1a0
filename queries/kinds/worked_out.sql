-- Who stands behind a median, a survival, a Gini index, an evenness (the class
-- in subject), a density (a member as person and subject, x 0, and a tie as the subject
-- of both whom it ties, x 0.5 each), the agreement of readers (what is marked in
-- subject, the reader in person, x their mark) or a cycle that figures and stories
-- corroborate; value, quartiles and interval are worked out
-- from the observations, those still open included.
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
