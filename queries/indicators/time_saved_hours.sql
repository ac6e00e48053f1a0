-- id: time_saved_hours
-- title: Time saved, as stories tell
-- question: How much time do people say it saved?
-- group: realized
-- cycle: realized
-- kind: sum
-- evidence: stories
-- protects: stories
-- unit: hours
-- better: more
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 4: time saved
-- part: claimed | confirmed
-- secondary: yes
--
-- The hours that stories say were saved: the figure before less the figure after, of
-- the accounts whose figure is counted in hours or minutes (the column metric_unit),
-- added up; beside it, the part of stories that somebody else confirmed fully and
-- nobody disputed or confirmed only in part. Where it took longer afterwards, that is
-- taken off. It is what these people told, each once: over which time they saved it
-- each story says for itself, and nothing is said of members who told no such story.
-- Only stories that may be used for this audience count. A story belongs to the period
-- in which it was collected.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       n.part,
       c.teller           AS person,
       c.story_id         AS subject,
       CASE
           WHEN n.part = 'confirmed' AND coalesce(h.outcome, 'no_answer') <> 'confirmed' THEN NULL
           WHEN t.metric_unit IN ('minutes', 'Minutes', 'minute', 'min', 'mins') THEN CAST(t.metric_before - t.metric_after AS double precision) / nullif(60, 0)
           ELSE t.metric_before - t.metric_after
       END                AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM account AS c
JOIN story AS t ON t.community_id = c.community_id
               AND t.story_id = c.story_id
               AND t.counts
               AND t.metric_before IS NOT NULL
               AND t.metric_after IS NOT NULL
               AND t.metric_unit IN ('hours', 'Hours', 'hour', 'Hour', 'h', 'hrs', 'minutes', 'Minutes', 'minute', 'min', 'mins')
LEFT JOIN heard_back AS h ON h.community_id = c.community_id
                         AND h.story_id = c.story_id
CROSS JOIN (VALUES ('claimed'), ('confirmed')) AS n(part)
