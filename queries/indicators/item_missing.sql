-- id: item_missing
-- title: Questions left blank
-- question: Which question fails?
-- group: health
-- cycle: none
-- kind: share
-- evidence: census
-- protects: answers
-- unit: percent
-- better: less
-- needs: survey
-- source: evaluations that report the answers missing question by question
-- part: data
-- secondary: yes
--
-- For each question of the round that closed last in the period and that somebody
-- answered: of those to whom the form showed it, the share who left it blank or said
-- that it does not apply. Open questions are apart, and so are those of several
-- choices, where a blank may mean none of them. A question that many leave blank is
-- hard to understand, or asks too much. A form about one cycle alone, such as one
-- after a session, gives way to a round about several.
WITH latest AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.wave_id,
           row_number() OVER (PARTITION BY r.community_id, r.cohort_id, r.period ORDER BY r.place) AS nth
    FROM round AS r
    WHERE r.answered > 0
),
shown AS (
    SELECT q.community_id, q.wave_id, q.file_id, q.sheet_no, q.item_id, min(q.column_no) AS column_no
    FROM here AS h
    JOIN question AS q ON q.community_id = h.community_id
    LEFT JOIN wave_item AS i ON i.community_id = q.community_id
                            AND i.wave_id = q.wave_id
                            AND i.item_id = q.item_id
    WHERE coalesce(i.kind, 'likert') NOT IN ('text', 'multi')
    GROUP BY q.community_id, q.wave_id, q.file_id, q.sheet_no, q.item_id
),
given AS (
    SELECT DISTINCT a.community_id, a.file_id, a.sheet_no, a.row_no, a.item_id
    FROM here AS h
    JOIN answer AS a ON a.community_id = h.community_id
)
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       c.period,
       q.item_id          AS part,
       coalesce(v.member_id, v.response_id) AS person,
       v.response_id      AS subject,
       CAST(CASE WHEN a.item_id IS NULL THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       r.file_id,
       r.sheet_no,
       r.row_no,
       q.column_no
FROM latest AS c
JOIN invitation AS v ON v.community_id = c.community_id
                    AND v.cohort_id = c.cohort_id
                    AND v.wave_id = c.wave_id
JOIN response AS r ON r.community_id = v.community_id
                  AND r.wave_id = v.wave_id
                  AND r.response_id = v.response_id
                  AND r.counts
JOIN shown AS q ON q.community_id = r.community_id
               AND q.wave_id = r.wave_id
               AND q.file_id = r.file_id
               AND q.sheet_no = r.sheet_no
LEFT JOIN given AS a ON a.community_id = r.community_id
                    AND a.file_id = r.file_id
                    AND a.sheet_no = r.sheet_no
                    AND a.row_no = r.row_no
                    AND a.item_id = q.item_id
WHERE c.nth = 1
