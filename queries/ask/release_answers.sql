-- When each answer sheet was given, as the day; where no day is known, whose it is
-- and everything it says.
SELECT r.response_id,
       r.submitted_day,
       CASE WHEN r.submitted_day IS NULL THEN r.alias_id END,
       CASE WHEN r.submitted_day IS NULL THEN string_agg(concat_ws('=', a.item_id, CAST(a.number AS text), t.words), chr(31) ORDER BY a.item_id, a.column_no, a.number) END
FROM main.response AS r
LEFT JOIN main.answer AS a ON a.community_id = r.community_id AND r.submitted_day IS NULL
                          AND a.file_id = r.file_id AND a.sheet_no = r.sheet_no AND a.row_no = r.row_no
LEFT JOIN private.text AS t ON t.community_id = a.community_id AND t.text_id = a.text_id
WHERE r.community_id = $community AND r.counts
GROUP BY r.response_id, r.submitted_day, r.alias_id
