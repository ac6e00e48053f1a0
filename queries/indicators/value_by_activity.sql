-- id: value_by_activity
-- title: What creates value
-- question: Which activities, and for which cycle?
-- group: stories
-- cycle: none
-- kind: count
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: neither
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, sections 6 and 7: what a story begins with and where it leads
-- part: data
--
-- How many stories began with each kind of session and give evidence of each
-- cycle, and how many people told them: under applied, those that tell of a use.
-- A story gives evidence by a text that tells of it, the teller's own list, or a
-- story reader's code, and it may count under several cycles. The kind is that of
-- the session the story names, else the one it says itself, else unknown. Only
-- stories that may be used for this audience count; what people hope for does
-- not. A story belongs to the period in which it was collected.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       coalesce(m.kind, c.activity_kind, 'unknown') || ': ' || y.cycle AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(1 AS double precision) AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM account AS c
JOIN traced AS y ON y.community_id = c.community_id
                AND y.story_id = c.story_id
                AND y.evidence
                AND y.nth = 1
LEFT JOIN session AS m ON m.community_id = c.community_id
                      AND m.session_id = c.session_id
                      AND m.counts
