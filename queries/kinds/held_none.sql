-- Nobody stands under a label: no breakdown.
    SELECT s.community_id, s.cohort_id, s.period, CAST(NULL AS text) AS member_id, CAST(NULL AS text) AS label, 1 AS nth
    FROM spell AS s
    WHERE 1 = 0
