-- The ids that lists give, by the code of the stray that is not among them.
SELECT 'no_such_member' AS stray, c.fields[1] AS id
FROM main.roster_line AS r
JOIN private.canonical_row AS c ON c.community_id = r.community_id AND c.file_id = r.file_id AND c.sheet_no = r.sheet_no
                               AND c.row_no = r.row_no AND c.kind = 'roster'
WHERE r.community_id = $community AND r.counts AND c.fields[1] <> ''
UNION
SELECT 'no_such_session' AS stray, s.session_id AS id
FROM main.session AS s
WHERE s.community_id = $community AND s.counts AND coalesce(s.listed, true) AND s.session_id IS NOT NULL
UNION
SELECT x.stray, w.wave_id AS id
FROM main.wave AS w
JOIN (VALUES ('answered_late'), ('answered_between'), ('no_such_round')) AS x(stray) ON true
WHERE w.community_id = $community AND w.counts AND coalesce(w.listed, true)
