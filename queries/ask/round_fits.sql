-- Files whose answers name no round while several listed ones were open: each
-- with the rounds it could belong to, the one it is in meanwhile first.
WITH fits AS (
    SELECT DISTINCT r.file_id, w.wave_id, r.wave_id = w.wave_id AS meanwhile
    FROM main.response AS r
    JOIN private.canonical_row AS c ON c.community_id = r.community_id AND c.file_id = r.file_id AND c.sheet_no = r.sheet_no
                                   AND c.row_no = r.row_no AND c.kind = 'survey'
    JOIN main.wave AS w ON w.community_id = r.community_id AND w.counts AND coalesce(w.listed, true)
                       AND r.submitted_day BETWEEN w.opened AND coalesce(w.closed, r.submitted_day)
    WHERE r.community_id = $community AND r.counts AND coalesce(c.fields[CAST($wave AS integer)], '') = ''
)
SELECT file_id, wave_id, bool_or(meanwhile) AS meanwhile
FROM fits
WHERE file_id IN (SELECT file_id FROM fits GROUP BY file_id HAVING count(DISTINCT wave_id) > 1)
GROUP BY file_id, wave_id
ORDER BY file_id, meanwhile DESC, wave_id
