-- Who could have come to what, and who did: one row a member, cohort and session
-- that took place, has a register and was open to them (to everybody of the
-- cohort, or they were invited or marked by name), while they were enrolled.
-- Excused stays in.
CREATE OR REPLACE VIEW eligible_pair AS
SELECT e.community_id,
       e.cohort_id,
       e.member_id,
       s.session_id,
       s.day_no,
       max(CASE WHEN p.attended THEN 1 ELSE 0 END) AS attended,
       min(coalesce(p.file_id, s.file_id))         AS file_id,
       min(coalesce(p.sheet_no, s.sheet_no))       AS sheet_no,
       min(coalesce(p.row_no, s.row_no))           AS row_no,
       min(coalesce(p.column_no, s.column_no))     AS column_no
FROM session AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.session_id = s.session_id
JOIN enrolment AS e ON e.community_id = c.community_id
                   AND e.cohort_id = c.cohort_id
                   AND s.day_no BETWEEN e.first_day AND e.last_day
LEFT JOIN presence AS p ON p.community_id = s.community_id
                       AND p.session_id = s.session_id
                       AND p.member_id = e.member_id
WHERE s.counts
  AND s.has_register
  AND s.status IN ('held', 'moved')
  AND (s.open_to = 'all' OR p.member_id IS NOT NULL)
GROUP BY e.community_id, e.cohort_id, e.member_id, s.session_id, s.day_no
