-- Under which level each member stands on the period's last day.
    SELECT l.community_id, l.cohort_id, l.period, l.member_id, l.label, 1 AS nth
    FROM level AS l
