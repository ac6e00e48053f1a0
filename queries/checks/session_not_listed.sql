-- id: session_not_listed
-- severity: missing
--
-- Sessions known from attendance files alone, where there is a list of sessions.
SELECT s.file_id, s.sheet_no, s.row_no, s.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, s.session_id AS thing,
       s.day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM session AS s
WHERE s.community_id = $community
  AND s.counts
  AND NOT coalesce(s.listed, true)
  AND EXISTS (
      SELECT 1 FROM session AS l
      WHERE l.community_id = s.community_id AND coalesce(l.listed, true) AND l.counts)
