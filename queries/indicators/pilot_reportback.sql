-- id: pilot_reportback
-- title: Pilots reported back
-- question: Do pilots come home?
-- group: practices
-- cycle: applied
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: practices
-- source: leadership communities of practice: what was tried is told where it was begun
-- secondary: yes
--
-- Of the practices begun while the cohort ran that were adopted, scaled or stopped
-- by the end of the period, or were begun before the term in which it ends, those
-- that were reported back to the community by then, by the column reported_back_on
-- of the list of practices. An idea that nobody has begun is no pilot, and one begun
-- this term and still running has nothing to report yet. A pilot that was stopped is
-- worth a report as much as one that was adopted.
SELECT b.community_id     AS community,
       b.cohort_id        AS cohort,
       b.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       b.practice_id      AS subject,
       CAST(CASE WHEN b.reported THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       b.file_id,
       b.sheet_no,
       b.row_no,
       b.column_no
FROM trial AS b
WHERE b.aged
   OR b.outcome <> 'running'
