-- What there is of each survey round up to today, under each cohort it was for: when
-- it was open, how many were invited and whether that is assumed, how many answered,
-- its questions and those of them that no question list has.
SELECT w.cohort_id AS cohort, w.wave_id, w.opened, w.closed, coalesce(v.invited, 0) AS invited, coalesce(v.assumed, 0) AS assumed,
       coalesce(v.answered, 0) AS answered, coalesce(q.questions, 0) AS questions, coalesce(q.unknown, 0) AS unknown, w.file_id, w.sheet_no, w.row_no, w.answered AS breadth,
       (SELECT count(*) FROM enrolment AS e WHERE e.community_id = w.community_id AND e.cohort_id = w.cohort_id) AS enrolled
FROM survey_round AS w
LEFT JOIN (SELECT wave_id, cohort_id, count(*) AS invited, count(response_id) AS answered, max(CASE WHEN assumed THEN 1 ELSE 0 END) AS assumed
           FROM invitation WHERE community_id = $community GROUP BY wave_id, cohort_id) AS v
    ON v.wave_id = w.wave_id AND v.cohort_id = w.cohort_id
LEFT JOIN (SELECT wave_id, count(item_id) AS questions, count(CASE WHEN kind IS NULL THEN 1 END) AS unknown
           FROM wave_item WHERE community_id = $community GROUP BY wave_id) AS q
    ON q.wave_id = w.wave_id
WHERE w.community_id = $community
  AND w.opened <= CAST($today AS integer)
