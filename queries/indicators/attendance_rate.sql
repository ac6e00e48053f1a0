-- id: attendance_rate
-- title: Attendance
-- question: Do people come?
-- group: participation
-- cycle: none
-- kind: pair_share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: participation in the value-creation framework (Wenger, Trayner, de Laat 2011, section 5, cycle 1)
--
-- Each member and each session they could have come to is one pair: the session
-- took place while they were enrolled, it was open to them and somebody kept a
-- register. The rate is the pairs where the member came among all pairs. Who was
-- excused counts as not there; who came for less than the minimum too.
-- Cancelled sessions, sessions without a register and visitors are left out. A
-- moved session counts on the day it was held.
SELECT p.community_id                       AS community,
       p.cohort_id                          AS cohort,
       s.period,
       CAST(NULL AS text)                   AS part,
       p.member_id                          AS person,
       p.session_id                         AS subject,
       CAST(p.attended AS double precision) AS x,
       false                                AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM spell AS s
JOIN pair AS p ON p.community_id = s.community_id
              AND p.cohort_id = s.cohort_id
              AND p.day_no BETWEEN s.first_day AND s.last_day
