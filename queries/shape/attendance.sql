{{landed}}
INSERT INTO main.attendance (
    community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, meeting_id, alias_id, seen_as, status, mode,
    minutes, leadership_group, joined, left_at, open
)
SELECT community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, meeting_id, alias_id,
       coalesce(seen_as, 'person'), coalesce(status, 'present'), mode, CAST(minutes AS double), leadership_group,
       CAST(joined AS timestamp), CAST("left" AS timestamp), coalesce(open, 'no') = 'yes'
FROM landed
;
{{landed}}
INSERT INTO main.group_assignment (
    community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, session_id, alias_id, leadership_group
)
SELECT community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, session_id, alias_id, leadership_group
FROM landed
WHERE session_id IS NOT NULL AND leadership_group IS NOT NULL
;
