-- Everybody identified who took part or is on the member list, with names: for
-- the convenor alone.
SELECT m.member_id, p.display_name, p.email, p.member_list_id, m.listed, m.first_seen_day,
       (SELECT count(DISTINCT a.session_id) FROM main.presence AS a
        WHERE a.community_id = m.community_id AND a.member_id = m.member_id AND a.attended) AS sessions
FROM main.member AS m
JOIN private.person AS p ON p.community_id = m.community_id AND p.member_id = m.member_id
WHERE m.community_id = $community
  AND (m.listed OR EXISTS (SELECT 1 FROM main.presence AS a WHERE a.community_id = m.community_id AND a.member_id = m.member_id))
ORDER BY m.listed DESC, p.display_name, p.member_list_id, p.email
