-- The first and last day of what happened, and the cohorts that sheets name.
SELECT min(day_no), max(day_no) FROM (
    SELECT day_no FROM main.meeting WHERE community_id = $community AND counts
    UNION ALL
    SELECT day_no FROM main.session WHERE community_id = $community AND counts AND coalesce(listed, true) AND coalesce(status, 'held') <> 'cancelled'
    UNION ALL
    SELECT submitted_day FROM main.response WHERE community_id = $community AND counts AND NOT test
    UNION ALL
    SELECT collected_on FROM main.story WHERE community_id = $community AND counts
)
