-- What each round asked: the questions that its files show, each with its entry
-- in the question list (the round's own, else the one for every round).
CREATE OR REPLACE VIEW wave_item AS
WITH shown AS (
    SELECT DISTINCT community_id, wave_id, item_id
    FROM question
)
SELECT q.community_id,
       q.wave_id,
       q.item_id,
       coalesce(o.kind, e.kind)           AS kind,
       coalesce(o.cycle, e.cycle)         AS cycle,
       coalesce(o.construct, e.construct) AS construct,
       coalesce(o.scale_min, e.scale_min) AS scale_min,
       coalesce(o.scale_max, e.scale_max) AS scale_max,
       coalesce(o.direction, e.direction) AS direction,
       coalesce(o.wording_text_id, e.wording_text_id) AS wording_text_id,
       coalesce(o.recall_text_id, e.recall_text_id)   AS recall_text_id
FROM shown AS q
LEFT JOIN item AS o ON o.community_id = q.community_id
                   AND o.item_id = q.item_id
                   AND o.wave_id = q.wave_id
                   AND o.counts
LEFT JOIN item AS e ON e.community_id = q.community_id
                   AND e.item_id = q.item_id
                   AND e.wave_id IS NULL
                   AND e.counts
