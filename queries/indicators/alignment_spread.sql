-- id: alignment_spread
-- title: The same picture
-- question: Do we see the same across functions?
-- group: constructs
-- cycle: none
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook
-- source: leadership communities of practice: alignment across functions
-- secondary: yes
--
-- The mean of the scale questions whose construct in the question list is alignment,
-- each answer on a scale from 0 to 100, turned round where agreeing means less, and
-- beside it the spread: the standard deviation between persons. A person's score is
-- the mean of their answers, if they answered at least half of these questions. A
-- small spread says that people see it alike, whatever the mean is. Means of single
-- organisations are not set against each other here: in small ones their difference
-- is chance. It is the round that asked about it, closed last in the period and was
-- answered by somebody.
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       CAST(NULL AS text) AS part,
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
  AND v.about = 'alignment'
