-- id: confidence_change
-- title: Change in confidence
-- question: Did confidence rise?
-- group: potential
-- cycle: potential
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: points
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 2: human capital
-- secondary: yes
--
-- By how many points, on a scale from 0 to 100, the same people stand higher than
-- before on the scale questions whose construct in the question list is confidence:
-- the mean of each person's later score less their earlier one. The later round is
-- the one that asked about it, closed last in the period and was answered by
-- somebody; the earlier is the first round of the cohort that did. Only who answered
-- both, under one name, counts; the means of two rounds answered by different people
-- would mislead. An anonymous round has nobody to match. It is told where nobody, or
-- five or more, answered only one of the two, so that nobody's answer can be taken
-- from the means of the rounds.
-- It is never broken down by what people are, or the few of a group who answered only
-- once could be told apart.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       c.subject          AS person,
       c.subject,
       c.points           AS x,
       false              AS open,
       c.file_id,
       c.sheet_no,
       c.row_no,
       c.column_no
FROM change AS c
WHERE c.about = 'confidence'
