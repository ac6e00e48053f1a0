-- id: problems_taken_up
-- title: Problems taken up
-- question: Are problems met?
-- group: network
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: count
-- better: more
-- needs: contributions, sessions
-- source: agile communities of practice: problems, capabilities and stories shared in each session
-- part: problem | question | capability | story | topic
-- secondary: yes
--
-- What was raised at the sessions that took place in the period, as the list of
-- contributions has it. Problems and questions: how many of those raised were taken
-- up, that is closed by the last day asked about, or without a day marked closed,
-- answered, solved or done. Capabilities, stories and topics are counted beside, for
-- nothing has to be closed there. Who raised what does not matter.
SELECT g.community_id     AS community,
       g.cohort_id        AS cohort,
       g.period,
       b.kind             AS part,
       CAST(NULL AS text) AS person,
       b.file_id || '/' || CAST(b.sheet_no AS text) || '/' || CAST(b.row_no AS text) AS subject,
       CAST(CASE
           WHEN b.kind NOT IN ('problem', 'question') THEN 1
           WHEN b.closed_on IS NOT NULL THEN CASE WHEN b.closed_on <= least(s.until, s.today) THEN 1 ELSE 0 END
           WHEN b.status IN ('closed', 'Closed', 'answered', 'Answered', 'solved', 'Solved', 'done', 'Done') THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       b.file_id,
       b.sheet_no,
       b.row_no,
       b.column_no
FROM spell AS s
JOIN gathering AS g ON g.community_id = s.community_id
                   AND g.cohort_id = s.cohort_id
                   AND g.period = s.period
JOIN contribution AS b ON b.community_id = g.community_id
                      AND b.session_id = g.session_id
WHERE b.counts
