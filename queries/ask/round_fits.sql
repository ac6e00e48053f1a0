-- Files whose answers name no round while several listed ones were open, or none
-- for any of them: each with the rounds it could belong to, the one it is in
-- meanwhile first, else the nearest.
WITH nameless AS (
    SELECT r.file_id, r.wave_id, r.submitted_day
    FROM main.response AS r
    JOIN private.canonical_row AS c ON c.community_id = r.community_id AND c.file_id = r.file_id AND c.sheet_no = r.sheet_no
                                   AND c.row_no = r.row_no AND c.kind = 'survey'
    WHERE r.community_id = $community AND r.counts AND NOT r.test AND r.submitted_day IS NOT NULL
      AND coalesce(c.fields[CAST($wave AS integer)], '') = ''
),
round AS (
    SELECT wave_id, opened, closed FROM main.wave WHERE community_id = $community AND counts AND coalesce(listed, true)
),
fits AS (
    SELECT n.file_id, w.wave_id, bool_or(n.wave_id = w.wave_id) AS meanwhile, 0 AS apart
    FROM nameless AS n
    JOIN round AS w ON n.submitted_day BETWEEN w.opened AND coalesce(w.closed, n.submitted_day)
    GROUP BY n.file_id, w.wave_id
),
near AS (
    SELECT n.file_id, w.wave_id, bool_or(n.wave_id = w.wave_id) AS meanwhile,
           min(CASE WHEN n.submitted_day < w.opened THEN w.opened - n.submitted_day ELSE n.submitted_day - w.closed END) AS apart
    FROM nameless AS n
    CROSS JOIN round AS w
    WHERE n.file_id NOT IN (SELECT file_id FROM fits)
    GROUP BY n.file_id, w.wave_id
    HAVING min(CASE WHEN n.submitted_day < w.opened THEN w.opened - n.submitted_day ELSE n.submitted_day - w.closed END) <= 90 -- further off is another round
)
SELECT file_id, wave_id, meanwhile, apart
FROM fits
WHERE file_id IN (SELECT file_id FROM fits GROUP BY file_id HAVING count(*) > 1)
UNION ALL
SELECT file_id, wave_id, meanwhile, apart
FROM near
ORDER BY file_id, meanwhile DESC, apart, wave_id
