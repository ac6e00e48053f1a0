-- Every trace that somebody left, for the levels of participation: what they did
-- for others (acted: facilitated, brought or helped in a peer assist, made
-- something, collected a story) and any other (a session, an answered survey, a
-- story told, a thing used).
CREATE OR REPLACE VIEW member_trace AS
SELECT f.community_id, f.member_id, s.day_no, 1 AS acted
FROM session_facilitator AS f
JOIN session AS s ON s.community_id = f.community_id
                 AND s.session_id = f.session_id
WHERE s.counts
  AND s.status IN ('held', 'moved')
UNION ALL
SELECT i.community_id, i.member_id, s.day_no, 1 AS acted
FROM peer_assist AS a
JOIN session AS s ON s.community_id = a.community_id
                 AND s.session_id = a.session_id
JOIN identity AS i ON i.community_id = a.community_id
                  AND i.alias_id IN (a.owner_alias_id, a.helper_alias_id)
WHERE s.counts
  AND a.counts
  AND s.status IN ('held', 'moved')
UNION ALL
SELECT i.community_id, i.member_id, a.created_on AS day_no, 1 AS acted
FROM artefact AS a
JOIN identity AS i ON i.community_id = a.community_id
                  AND i.alias_id = a.author_alias_id
WHERE a.counts
UNION ALL
SELECT i.community_id, i.member_id, s.collected_on AS day_no, CASE WHEN i.alias_id = s.collector_alias_id THEN 1 ELSE 0 END AS acted
FROM story AS s
JOIN identity AS i ON i.community_id = s.community_id
                  AND i.alias_id IN (s.collector_alias_id, s.teller_alias_id)
WHERE s.counts
UNION ALL
SELECT p.community_id, p.member_id, s.day_no, 0 AS acted
FROM presence AS p
JOIN session AS s ON s.community_id = p.community_id
                 AND s.session_id = p.session_id
WHERE p.attended
  AND s.counts
  AND s.status IN ('held', 'moved')
UNION ALL
SELECT v.community_id, v.member_id, r.submitted_day AS day_no, 0 AS acted
FROM invitation AS v
JOIN response AS r ON r.community_id = v.community_id
                  AND r.wave_id = v.wave_id
                  AND r.response_id = v.response_id
WHERE r.counts
  AND v.member_id IS NOT NULL
UNION ALL
SELECT i.community_id, i.member_id, u.used_on AS day_no, 0 AS acted
FROM artefact_use AS u
JOIN identity AS i ON i.community_id = u.community_id
                  AND i.alias_id = u.alias_id
WHERE u.counts
