-- id: register_coverage
-- title: Sessions of which it is known who came
-- question: Is attendance complete?
-- group: health
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: sessions
-- source: data quality: what a figure should rest on is told beside what it rests on
-- secondary: yes
--
-- Of the sessions that took place, those of which an attendance file or a register
-- says who came. Sessions known from attendance files alone count too; those that
-- were cancelled or are still to come do not. Attendance is counted on the sessions
-- with a register and says nothing of the others. `check` names them.
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       m.session_id       AS subject,
       CAST(CASE WHEN m.has_register THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       m.file_id,
       m.sheet_no,
       m.row_no,
       m.column_no
FROM spell AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.cohort_id = s.cohort_id
JOIN session AS m ON m.community_id = c.community_id
                 AND m.session_id = c.session_id
                 AND m.day_no BETWEEN s.first_day AND s.last_day
WHERE m.counts
  AND coalesce(m.status, 'held') IN ('held', 'moved')
