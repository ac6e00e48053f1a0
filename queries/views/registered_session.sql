-- The sessions that took place and have a register, under each cohort they were
-- for: what attendance is counted on.
CREATE OR REPLACE VIEW registered_session AS
SELECT s.community_id,
       c.cohort_id,
       s.session_id,
       s.day_no,
       s.open_to,
       s.file_id,
       s.sheet_no,
       s.row_no,
       s.column_no
FROM session AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.session_id = s.session_id
WHERE s.counts
  AND s.has_register
  AND s.status IN ('held', 'moved')
