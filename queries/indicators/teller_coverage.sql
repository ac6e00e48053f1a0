-- id: teller_coverage
-- title: Whose stories
-- question: Whose stories are these?
-- group: stories
-- cycle: none
-- kind: count
-- evidence: stories
-- protects: stories
-- unit: people
-- better: more
-- needs: stories, roster
-- source: Most Significant Change (Davies and Dart 2005): whose stories are asked for
-- secondary: yes
--
-- How many members of the period told a story in it of something that happened, of
-- all who were members, whichever cohort the story is of. Broken down by level or by
-- organisation it says whose voice the stories are; where few tell, it is that of
-- the keenest. Only stories that may be used for this audience count; what people
-- hope for does not, nor do stories of people who are not on the member list: those
-- are among the stories told. A story belongs to the period in which it was collected.
WITH voice AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           t.teller,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, t.teller ORDER BY t.day_no, t.row_no, t.story_id) AS nth
    FROM spell AS s
    JOIN open_story AS o ON o.community_id = s.community_id
    JOIN story_told AS t ON t.community_id = o.community_id
                        AND t.story_id = o.story_id
                        AND t.kind = 'account'
                        AND t.day_no BETWEEN s.first_day AND s.last_day
)
SELECT e.community_id     AS community,
       e.cohort_id        AS cohort,
       e.period,
       CAST(NULL AS text) AS part,
       e.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE WHEN v.teller IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       coalesce(v.file_id, e.file_id)     AS file_id,
       coalesce(v.sheet_no, e.sheet_no)   AS sheet_no,
       coalesce(v.row_no, e.row_no)       AS row_no,
       coalesce(v.column_no, e.column_no) AS column_no
FROM enrolled AS e
LEFT JOIN voice AS v ON v.community_id = e.community_id
                    AND v.cohort_id = e.cohort_id
                    AND v.period = e.period
                    AND v.teller = e.member_id
                    AND v.nth = 1
WHERE e.nth = 1
