-- Every session with who could have come and who came. The community made titles
-- to be read; names in them are taken out where they are.
WITH allowed AS (
    SELECT r.session_id, count(DISTINCT e.member_id) AS members, count(DISTINCT CASE WHEN p.attended THEN e.member_id END) AS came
    FROM registered_session AS r
    JOIN enrolment AS e ON e.community_id = r.community_id AND e.cohort_id = r.cohort_id AND r.day_no BETWEEN e.first_day AND e.last_day
    LEFT JOIN presence AS p ON p.community_id = r.community_id AND p.session_id = r.session_id AND p.member_id = e.member_id
    WHERE r.community_id = $community
      AND (r.open_to = 'all' OR p.member_id IS NOT NULL)
      AND (CAST($cohort AS text) IS NULL OR position('|' || r.cohort_id || '|' IN CAST($cohort AS text)) > 0)
    GROUP BY r.session_id
),
there AS (
    SELECT p.session_id,
           count(CASE WHEN p.attended THEN 1 END)                            AS people,
           count(CASE WHEN p.attended AND NOT m.listed THEN 1 END)           AS visitors,
           count(CASE WHEN p.attended AND p.mode = 'in_person' THEN 1 END)   AS in_person,
           count(CASE WHEN p.attended AND p.mode = 'online' THEN 1 END)      AS online,
           sum(CASE WHEN p.attended THEN p.minutes END)                      AS minutes
    FROM presence AS p
    LEFT JOIN member AS m ON m.community_id = p.community_id AND m.member_id = p.member_id
    WHERE p.community_id = $community
    GROUP BY p.session_id
)
SELECT s.session_id, t.words AS title, s.day_no, s.planned_on, s.status, s.kind, coalesce(s.listed, true) AS listed,
       coalesce(s.has_register, false) AS has_register, coalesce(h.people, 0) AS people, coalesce(h.visitors, 0) AS visitors,
       coalesce(h.in_person, 0) AS in_person, coalesce(h.online, 0) AS online, h.minutes, s.minutes AS planned_minutes,
       coalesce(a.members, 0) AS eligible, coalesce(a.came, 0) AS came
FROM session AS s
LEFT JOIN private.text AS t ON t.community_id = s.community_id AND t.text_id = s.title_text_id
LEFT JOIN allowed AS a ON a.session_id = s.session_id
LEFT JOIN there AS h ON h.session_id = s.session_id
WHERE s.counts
  AND s.community_id = $community
  AND s.day_no BETWEEN $since AND $until
  AND (CAST($cohort AS text) IS NULL OR EXISTS (
      SELECT 1 FROM session_cohort AS c
      WHERE c.community_id = s.community_id AND c.session_id = s.session_id AND position('|' || c.cohort_id || '|' IN CAST($cohort AS text)) > 0))
