-- The cohorts that the member list, the rounds and the sessions name.
SELECT DISTINCT cohort FROM (
    SELECT cohort_id AS cohort FROM main.roster_line WHERE community_id = $community AND counts
    UNION ALL
    SELECT cohort FROM main.wave WHERE community_id = $community AND counts
    UNION ALL
    SELECT unnest(string_split(cohort, ';')) FROM main.session WHERE community_id = $community AND counts
)
WHERE cohort IS NOT NULL AND cohort <> ''
