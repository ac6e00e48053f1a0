-- What each cohort has month by month: sessions of the list that took place and
-- those with a register, sessions known from attendance files alone, answers,
-- rounds that closed, stories, members enrolled on the month's last day.
SELECT t.cohort_id AS cohort, t.period AS month, t.first_day, t.last_day,
       (SELECT count(DISTINCT s.session_id) FROM session AS s
        JOIN session_cohort AS c ON c.community_id = s.community_id AND c.session_id = s.session_id
        WHERE s.community_id = t.community_id AND c.cohort_id = t.cohort_id AND s.counts
          AND coalesce(s.status, 'held') IN ('held', 'moved') AND s.day_no BETWEEN t.first_day AND least(t.last_day, CAST($today AS integer))) AS sessions,
       (SELECT count(DISTINCT s.session_id) FROM session AS s
        JOIN session_cohort AS c ON c.community_id = s.community_id AND c.session_id = s.session_id
        WHERE s.community_id = t.community_id AND c.cohort_id = t.cohort_id AND s.counts AND s.has_register
          AND coalesce(s.status, 'held') IN ('held', 'moved') AND s.day_no BETWEEN t.first_day AND least(t.last_day, CAST($today AS integer))) AS registers,
       (SELECT count(DISTINCT r.wave_id) FROM survey_round AS r
        WHERE r.community_id = t.community_id AND r.cohort_id = t.cohort_id AND r.closed BETWEEN t.first_day AND t.last_day
          AND (r.answered > 0 OR r.closed < CAST($today AS integer))) AS rounds,
       (SELECT count(DISTINCT s.story_id) FROM story AS s
        WHERE s.community_id = t.community_id AND s.counts AND s.cohort_id = t.cohort_id AND s.collected_on BETWEEN t.first_day AND t.last_day) AS stories,
       (SELECT count(DISTINCT e.member_id) FROM enrolment AS e
        WHERE e.community_id = t.community_id AND e.cohort_id = t.cohort_id AND t.last_day BETWEEN e.first_day AND e.last_day) AS members
FROM period AS t
WHERE t.community_id = $community
  AND t.grain = 'month'
  AND t.first_day <= CAST($today AS integer)
