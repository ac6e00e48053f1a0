-- The rows of the sessions sheet that count.
SELECT coalesce(s.session_id, s.row_key), t.words, s.day_no, s.planned_on, s.starts, s.minutes, s.status
FROM main.session AS s
LEFT JOIN private.text AS t ON t.community_id = s.community_id AND t.text_id = s.title_text_id
WHERE s.community_id = $community AND s.counts AND coalesce(s.listed, true)
