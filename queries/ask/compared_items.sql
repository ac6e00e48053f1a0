-- What each round of a cohort asked, as the question list has it: the round's own
-- entry, else the one for every round. Words are for comparing, not for showing.
SELECT DISTINCT w.wave_id, q.item_id,
       coalesce(o.kind, e.kind)             AS kind,
       coalesce(o.cycle, e.cycle)           AS cycle,
       coalesce(o.construct, e.construct)   AS construct,
       coalesce(o.scale_min, e.scale_min)   AS scale_min,
       coalesce(o.scale_max, e.scale_max)   AS scale_max,
       coalesce(o.direction, e.direction)   AS direction,
       coalesce(ot.words, et.words)         AS wording,
       coalesce(orc.words, erc.words)       AS recall
FROM survey_round AS w
JOIN question AS q ON q.community_id = w.community_id AND q.wave_id = w.wave_id
LEFT JOIN item AS o ON o.community_id = q.community_id AND o.item_id = q.item_id AND o.wave_id = q.wave_id AND o.counts
LEFT JOIN item AS e ON e.community_id = q.community_id AND e.item_id = q.item_id AND e.wave_id IS NULL AND e.counts
LEFT JOIN private.text AS ot ON ot.community_id = o.community_id AND ot.text_id = o.wording_text_id
LEFT JOIN private.text AS et ON et.community_id = e.community_id AND et.text_id = e.wording_text_id
LEFT JOIN private.text AS orc ON orc.community_id = o.community_id AND orc.text_id = o.recall_text_id
LEFT JOIN private.text AS erc ON erc.community_id = e.community_id AND erc.text_id = e.recall_text_id
WHERE w.community_id = $community
  AND w.cohort_id = $cohort
