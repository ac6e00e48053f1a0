-- Under which label each member stands: the latest held in the period.
    SELECT s.community_id, s.cohort_id, s.period, g.member_id, g.label,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, g.member_id
                              ORDER BY g.last_day DESC, g.first_day DESC, g.label) AS nth
    FROM spell AS s
    CROSS JOIN asked AS k
    JOIN member_group AS g ON g.attribute = k.attribute
                          AND g.community_id = s.community_id
                          AND g.cohort_id = s.cohort_id
                          AND g.first_day <= s.last_day
                          AND g.last_day >= s.first_day
                          AND g.label IS NOT NULL
