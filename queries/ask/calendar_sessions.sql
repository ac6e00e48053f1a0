-- What there is of each session up to today, under each cohort it was for: whether
-- it is on the list, whether a register was kept, the answers and the stories about
-- it.
SELECT c.cohort_id AS cohort, s.session_id, s.day_no, coalesce(s.status, 'held') AS status, coalesce(s.listed, true) AS listed,
       coalesce(s.has_register, false) AS has_register, coalesce(r.answers, 0) AS answers, coalesce(y.stories, 0) AS stories
FROM session AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.session_id = s.session_id
LEFT JOIN (SELECT session_id, count(*) AS answers
           FROM response WHERE community_id = $community AND counts AND session_id IS NOT NULL GROUP BY session_id) AS r
    ON r.session_id = s.session_id
LEFT JOIN (SELECT session_id, count(DISTINCT story_id) AS stories
           FROM story WHERE community_id = $community AND counts AND session_id IS NOT NULL GROUP BY session_id) AS y
    ON y.session_id = s.session_id
WHERE s.community_id = $community
  AND s.counts
  AND s.day_no <= CAST($today AS integer)
