-- The meetings that attendance files record, each once.
SELECT m.meeting_id, m.session_id, t.words, m.file_id, m.day_no,
       CAST(epoch(m.starts_at) AS bigint), CAST(epoch(coalesce(m.ends_at, a.ends_at)) AS bigint), CAST(epoch(a.starts_at) AS bigint)
FROM main.meeting AS m
LEFT JOIN private.text AS t ON t.community_id = m.community_id AND t.text_id = m.title_text_id
LEFT JOIN (SELECT community_id, meeting_id, min(joined) AS starts_at, max(left_at) AS ends_at
           FROM main.attendance WHERE counts GROUP BY ALL) AS a
       ON a.community_id = m.community_id AND a.meeting_id = m.meeting_id
WHERE m.community_id = $community AND m.counts
