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
WITH evident AS (
    SELECT y.community_id,
           y.story_id,
           y.cycle,
           y.file_id,
           y.sheet_no,
           y.row_no,
           y.column_no,
           row_number() OVER (PARTITION BY y.community_id, y.story_id, y.cycle
                              ORDER BY y.row_no, y.column_no) AS nth
    FROM story_cycle AS y
    WHERE y.evidence
)
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       coalesce(m.kind, s.activity_kind, 'unknown') || ': ' || y.cycle AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(1 AS double precision) AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM spell AS p
JOIN story_told AS c ON c.community_id = p.community_id
                    AND c.cohort_id = p.cohort_id
                    AND c.day_no BETWEEN p.first_day AND p.last_day
                    AND c.kind = 'account'
JOIN story AS s ON s.community_id = c.community_id
               AND s.story_id = c.story_id
               AND s.counts
JOIN evident AS y ON y.community_id = c.community_id
                 AND y.story_id = c.story_id
                 AND y.nth = 1
LEFT JOIN session AS m ON m.community_id = s.community_id
                      AND m.session_id = s.session_id
                      AND m.counts
