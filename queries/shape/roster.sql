{{landed}}
INSERT INTO main.roster_line (
    community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, alias_id, cohort_id, org_unit, function, role,
    sector, level_override, first_day, last_day, leave_reason
)
SELECT community_id, file_id, sheet_no, row_no, column_no, row_key, modified_at, counts, alias_id, cohort, org_unit, "function", role,
       sector, level_override, CAST(join_date AS date) - DATE '1970-01-01', CAST(leave_date AS date) - DATE '1970-01-01', leave_reason
FROM landed
;
