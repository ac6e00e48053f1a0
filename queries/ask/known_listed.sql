-- The rows of the member list that count, with names.
SELECT r.alias_id, c.fields[1] AS list_id, c.fields[2] AS name, c.fields[3] AS email, r.cohort_id,
       coalesce(r.first_day, 0), coalesce(r.last_day, 0)
FROM main.roster_line AS r
JOIN private.canonical_row AS c ON c.community_id = r.community_id AND c.file_id = r.file_id AND c.sheet_no = r.sheet_no
                               AND c.row_no = r.row_no AND c.kind = 'roster'
WHERE r.community_id = $community AND r.counts
