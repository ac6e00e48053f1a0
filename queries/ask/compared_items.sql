-- What each round of a cohort asked, as the question list has it. Words are for
-- comparing, not for showing.
SELECT w.wave_id, q.item_id, q.kind, q.cycle, q.construct, q.scale_min, q.scale_max, q.direction, t.words AS wording, r.words AS recall
FROM survey_round AS w
JOIN wave_item AS q ON q.community_id = w.community_id AND q.wave_id = w.wave_id
LEFT JOIN private.text AS t ON t.community_id = q.community_id AND t.text_id = q.wording_text_id
LEFT JOIN private.text AS r ON r.community_id = q.community_id AND r.text_id = q.recall_text_id
WHERE w.community_id = $community
  AND w.cohort_id = $cohort
