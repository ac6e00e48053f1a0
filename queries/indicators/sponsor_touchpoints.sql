-- id: sponsor_touchpoints
-- title: Conversations with sponsors
-- question: Is the sponsor engaged?
-- group: strategic
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: touchpoints
-- source: systems convening: conversations with those who make it possible
-- secondary: yes
--
-- Of the conversations with a sponsor that were planned for a day of the period,
-- those that were held, on that day or another. One planned for a day still to come
-- is not counted yet. They are the community's, so each cohort that runs on the day
-- shows them. How good they were is in no diary: what people say of strategic value
-- is in the answers to questions about that cycle.
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       t.file_id || '/' || CAST(t.sheet_no AS text) || '/' || CAST(t.row_no AS text) AS subject,
       CAST(CASE WHEN t.held_on <= s.until AND t.held_on <= s.today THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM spell AS s
JOIN touchpoint AS t ON t.community_id = s.community_id
                    AND t.planned_on BETWEEN s.first_day AND s.last_day
                    AND t.planned_on <= s.today
WHERE t.counts
