-- Every way somebody appears in the files, without surveys that are anonymous.
SELECT a.alias_id, a.same_as, a.kind, a.handle, a.origin, a.shown, a.name, a.email, a.file_id, a.sheet_no, a.row_no,
       a.first_day, a.last_day
FROM private.alias AS a
WHERE a.community_id = $community
  AND NOT (a.origin = 'survey' AND NOT EXISTS (
      SELECT 1 FROM main.response AS r
      WHERE r.community_id = a.community_id AND r.file_id = a.file_id AND r.alias_id = a.same_as))
