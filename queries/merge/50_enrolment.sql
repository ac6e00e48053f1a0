-- The member list as it counts: the cohort it names, else the only one, else
-- the only one running on the day somebody joined; days inside the cohort's. Of
-- rows with one first day, as when a list is exported again with ids, the one
-- of the file whose data ends later counts.
DELETE FROM main.enrolment WHERE community_id = $community
;
INSERT INTO main.enrolment (
    community_id, member_id, cohort_id, org_unit, function, role, sector, level_override, first_day, last_day, leave_reason,
    file_id, sheet_no, row_no, column_no
)
WITH line AS (
    SELECT r.community_id, i.member_id, r.cohort_id AS named, r.org_unit, r.function, r.role, r.sector, r.level_override,
           r.first_day, r.last_day, r.leave_reason, r.file_id, r.sheet_no, r.row_no, r.column_no, f.order_key
    FROM main.roster_line AS r
    JOIN main.source_file AS f ON f.community_id = r.community_id AND f.file_id = r.file_id
    JOIN main.identity AS i ON i.community_id = r.community_id AND i.alias_id = r.alias_id
    WHERE r.community_id = $community AND r.counts
),
placed AS (
    SELECT l.*, c.cohort_id, c.first_day AS opens, c.last_day AS ends,
           count(*) OVER (PARTITION BY l.file_id, l.sheet_no, l.row_no) AS fits
    FROM line AS l
    JOIN main.cohort AS c ON c.community_id = l.community_id
     AND CASE WHEN l.named IS NOT NULL THEN c.cohort_id = l.named
              WHEN (SELECT count(*) FROM main.cohort AS o WHERE o.community_id = l.community_id) = 1 THEN true
              ELSE l.first_day BETWEEN c.first_day AND c.last_day END
),
spell AS (
    SELECT DISTINCT ON (member_id, cohort_id, greatest(coalesce(first_day, opens), opens))
           community_id, member_id, cohort_id, org_unit, function, role, sector, level_override,
           greatest(coalesce(first_day, opens), opens) AS starts, least(coalesce(last_day, ends), ends) AS stops, leave_reason,
           file_id, sheet_no, row_no, column_no
    FROM placed
    WHERE fits = 1 AND greatest(coalesce(first_day, opens), opens) <= least(coalesce(last_day, ends), ends)
    ORDER BY member_id, cohort_id, greatest(coalesce(first_day, opens), opens), order_key DESC, sheet_no, row_no
)
-- a later spell ends the one before it: on no day does a member have two
SELECT community_id, member_id, cohort_id, org_unit, function, role, sector, level_override, starts,
       least(stops, coalesce(lead(starts) OVER (PARTITION BY member_id, cohort_id ORDER BY starts) - 1, stops)),
       leave_reason, file_id, sheet_no, row_no, column_no
FROM spell
;
