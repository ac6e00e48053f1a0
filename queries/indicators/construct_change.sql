-- id: construct_change
-- title: Change in each construct
-- question: Did the same people grow?
-- group: constructs
-- cycle: none
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: points
-- better: more
-- needs: survey, codebook
-- source: inquiry into leadership groups: does a community get better at learning together
-- part: data
-- secondary: yes
--
-- For each construct of the question list, by how many points on a scale from 0 to 100
-- the same people stand higher than before: the mean of each person's later score less
-- their earlier one. The later round is the one that asked about the construct, closed
-- last in the period and was answered by somebody; the earlier is the first round of
-- the cohort that did. Only who answered both, under one name, counts; an anonymous
-- round has nobody to match, and the means of two rounds answered by different people
-- are no change. It is told where nobody, or five or more, answered only one of the
-- two, so that nobody's answer can be taken from the means of the rounds, and never
-- broken down by what people are.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       c.about            AS part,
       c.subject          AS person,
       c.subject,
       c.points           AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM change AS c
