-- What files name that no list has, a member, a session or a round, and answers
-- that came when no round was open: each with its first row, how many rows, and the day the round closed. An
-- id of a member that people have decided about is none.
SELECT a.file_id, a.sheet_no, min(t.row_no) AS row_no, 'no_such_member' AS stray, a.handle AS value, 0 AS day_no, count(DISTINCT t.row_no) AS entries
FROM private.alias AS a
JOIN main.identity AS i ON i.community_id = a.community_id AND i.alias_id = a.alias_id
JOIN main.member AS m ON m.community_id = i.community_id AND m.member_id = i.member_id AND NOT m.listed
JOIN main.attendance AS t ON t.community_id = a.community_id AND t.file_id = a.file_id AND t.sheet_no = a.sheet_no AND t.alias_id = a.same_as AND t.counts
WHERE a.community_id = $community AND a.kind = 'member' AND a.origin = 'attendance'
  AND NOT EXISTS (SELECT 1 FROM private.match_decision AS d WHERE d.community_id = a.community_id AND d.subject IN (a.alias_id, a.same_as))
GROUP BY a.file_id, a.sheet_no, a.handle
UNION ALL
SELECT m.file_id, m.sheet_no, min(m.row_no), 'no_such_session', m.session_id, 0, count(*)
FROM main.meeting AS m
WHERE m.community_id = $community AND m.counts AND m.session_id IS NOT NULL AND m.day_no IS NULL
  AND NOT EXISTS (SELECT 1 FROM main.session AS s WHERE s.community_id = m.community_id AND s.session_id = m.session_id
                  AND s.counts AND coalesce(s.listed, true))
GROUP BY m.file_id, m.sheet_no, m.session_id
UNION ALL
SELECT r.file_id, r.sheet_no, min(r.row_no), 'answered_late', r.wave_id,
       (SELECT max(w.closed) FROM main.wave AS w WHERE w.community_id = $community AND w.wave_id = r.wave_id AND w.counts), count(*)
FROM main.response AS r
WHERE r.community_id = $community AND r.counts AND NOT r.test AND r.late
GROUP BY r.file_id, r.sheet_no, r.wave_id
UNION ALL
SELECT r.file_id, r.sheet_no, min(r.row_no), CASE WHEN coalesce(c.fields[CAST($wave AS integer)], '') = '' THEN 'answered_between' ELSE 'no_such_round' END AS stray,
       r.wave_id, 0, count(*)
FROM main.response AS r
JOIN private.canonical_row AS c ON c.community_id = r.community_id AND c.file_id = r.file_id AND c.sheet_no = r.sheet_no
                               AND c.row_no = r.row_no AND c.kind = 'survey'
WHERE r.community_id = $community AND r.counts AND NOT r.test
  AND EXISTS (SELECT 1 FROM main.wave AS w WHERE w.community_id = r.community_id AND w.wave_id = r.wave_id AND w.counts AND NOT w.listed)
GROUP BY r.file_id, r.sheet_no, stray, r.wave_id
