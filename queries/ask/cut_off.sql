-- The last day that any file tells of.
SELECT max(day_no) AS day_no
FROM (
    SELECT max(s.day_no) AS day_no FROM session AS s
    JOIN presence AS p ON p.community_id = s.community_id AND p.session_id = s.session_id
    WHERE s.counts AND s.community_id = $community
    UNION ALL
    SELECT max(submitted_day) AS day_no FROM response WHERE counts AND community_id = $community
    UNION ALL
    SELECT max(collected_on) AS day_no FROM story WHERE counts AND community_id = $community
) AS latest
