-- Which files of attendance name anybody by e-mail or by an id, and tell of anybody
-- when they came, when they left and how long they stayed.
SELECT file_id, bool_or(fields[$email] <> ''), bool_or(fields[$member_id] <> ''),
       bool_or(fields[$joined] <> ''), bool_or(fields[$left] <> ''), bool_or(fields[$minutes] <> '')
FROM private.canonical_row
WHERE community_id = $community AND kind = 'attendance'
GROUP BY file_id
