-- id: no_such_member
-- severity: impossible
--
-- Rows of attendance with an id of the member list that the list has not, where
-- there is one: each id once a file. What people have decided about is none.
SELECT a.file_id, a.sheet_no, min(t.row_no) AS row_no, 0 AS column_no, CAST(NULL AS text) AS cohort, CAST(NULL AS text) AS who, a.handle AS thing,
       CAST(NULL AS integer) AS day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM private.alias AS a
JOIN identity AS i ON i.community_id = a.community_id
                  AND i.alias_id = a.alias_id
JOIN member AS m ON m.community_id = i.community_id
                AND m.member_id = i.member_id
                AND NOT m.listed
JOIN attendance AS t ON t.community_id = a.community_id
                    AND t.file_id = a.file_id
                    AND t.sheet_no = a.sheet_no
                    AND t.alias_id = a.same_as
                    AND t.counts
WHERE a.community_id = $community
  AND a.kind = 'member'
  AND a.origin = 'attendance'
  AND EXISTS (
      SELECT 1
      FROM private.alias AS l
      WHERE l.community_id = a.community_id AND l.kind = 'member' AND l.origin = 'roster')
  AND NOT EXISTS (
      SELECT 1
      FROM private.match_decision AS d
      WHERE d.community_id = a.community_id AND d.subject IN (a.alias_id, a.same_as))
GROUP BY a.file_id, a.sheet_no, a.handle
