-- id: decision_quality
-- title: Decisions judged sound
-- question: Do we decide better?
-- group: realized
-- cycle: realized
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: decisions
-- source: leadership communities of practice: decisions looked at again
-- secondary: yes
--
-- Of the decisions that were looked at again on a day of the period, those that the
-- reviewer judged sound. A decision that nobody looked at again is in neither
-- number, and one reviewed without a verdict is not counted as unsound. The list
-- does not say how independent a reviewer is: ask for one who did not decide.
-- Decisions are the community's, so each cohort that runs on the day shows them.
-- What people say about deciding is a construct of the survey.
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       d.decision_id      AS subject,
       CAST(CASE WHEN d.sound THEN 1 WHEN NOT d.sound THEN 0 END AS double precision) AS x,
       false              AS open,
       d.file_id,
       d.sheet_no,
       d.row_no,
       d.column_no
FROM spell AS s
JOIN decision AS d ON d.community_id = s.community_id
                  AND d.reviewed_on BETWEEN s.first_day AND s.last_day
WHERE d.counts
