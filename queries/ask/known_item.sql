-- The question lists of files, with the words to find their questions by.
SELECT i.item_id, i.wave_id, h.words, w.words, i.kind, l.words, i.scale_min
FROM main.item AS i
LEFT JOIN private.text AS h ON h.community_id = i.community_id AND h.text_id = i.column_header_text_id
LEFT JOIN private.text AS w ON w.community_id = i.community_id AND w.text_id = i.wording_text_id
LEFT JOIN private.text AS l ON l.community_id = i.community_id AND l.text_id = i.labels_text_id
WHERE i.community_id = $community AND i.counts AND i.file_id <> 'decided'
