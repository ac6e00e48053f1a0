-- What each round of a cohort asked, as the question list has it, and in the words
-- of the round's own files (between unit separators, for one round may be asked in
-- two languages). Words are for comparing, not for showing.
WITH said AS (
    SELECT q.community_id, q.wave_id, q.item_id,
           string_agg(DISTINCT coalesce(nullif(c.wording, ''), c.heading), chr(31) ORDER BY coalesce(nullif(c.wording, ''), c.heading)) AS words
    FROM question AS q
    JOIN private.question_column AS c ON c.community_id = q.community_id AND c.file_id = q.file_id
                                     AND c.sheet_no = q.sheet_no AND c.column_no = q.column_no
    GROUP BY q.community_id, q.wave_id, q.item_id
)
SELECT w.wave_id, q.item_id, q.kind, q.cycle, q.construct, q.scale_min, q.scale_max, q.direction, t.words AS wording, r.words AS recall, s.words AS said
FROM survey_round AS w
JOIN wave_item AS q ON q.community_id = w.community_id AND q.wave_id = w.wave_id
LEFT JOIN said AS s ON s.community_id = q.community_id AND s.wave_id = q.wave_id AND s.item_id = q.item_id
LEFT JOIN private.text AS t ON t.community_id = q.community_id AND t.text_id = q.wording_text_id
LEFT JOIN private.text AS r ON r.community_id = q.community_id AND r.text_id = q.recall_text_id
WHERE w.community_id = $community
  AND w.cohort_id = $cohort
