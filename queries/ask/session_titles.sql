-- What sessions are called that are on no list: their ids are the program's own.
SELECT s.session_id, t.words
FROM session AS s
LEFT JOIN private.text AS t ON t.community_id = s.community_id AND t.text_id = s.title_text_id
WHERE s.community_id = $community
  AND s.counts
  AND NOT coalesce(s.listed, true)
