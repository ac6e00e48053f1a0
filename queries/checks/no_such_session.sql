-- id: no_such_session
-- severity: impossible
--
-- Rows that name a session which no list and no attendance file has, where there
-- are any.
SELECT f.file_id, f.sheet_no, f.row_no, f.column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, f.session_id AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM (
    SELECT community_id, file_id, sheet_no, row_no, column_no, session_id FROM story WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, session_id FROM peer_assist WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, session_id FROM contribution WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, session_id FROM group_output WHERE counts
    UNION ALL
    SELECT community_id, file_id, sheet_no, row_no, column_no, session_id FROM group_assignment WHERE counts
) AS f
WHERE f.community_id = $community
  AND f.session_id IS NOT NULL
  AND EXISTS (SELECT 1 FROM session AS a WHERE a.community_id = f.community_id AND a.counts)
  AND NOT EXISTS (
      SELECT 1 FROM session AS s
      WHERE s.community_id = f.community_id AND s.session_id = f.session_id AND s.counts)
