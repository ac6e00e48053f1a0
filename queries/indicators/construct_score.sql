-- id: construct_score
-- title: How people see themselves as a community
-- question: Are we getting better at this?
-- group: constructs
-- cycle: none
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook
-- source: inquiry into leadership groups: does a community get better at learning together
-- part: data
--
-- A construct is what several scale questions ask about together, by the column
-- construct of the question list: how well people learn from each other, trust,
-- how good decisions are. Each answer is put on a scale from 0 to 100, turned
-- round where agreeing means less. A person's score is the mean of their answers,
-- if they answered at least half of the questions of the construct; the figure is
-- the mean over persons. For each construct it is that of the round that asked
-- about it, closed last in the period and was answered by somebody.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       v.about            AS part,
       v.person,
       v.subject,
       v.mean             AS x,
       false              AS open,
       v.file_id,
       v.sheet_no,
       v.row_no,
       v.column_no
FROM scored AS v
WHERE v.asks = 'construct'
