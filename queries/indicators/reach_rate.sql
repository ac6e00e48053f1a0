-- id: reach_rate
-- title: Reach
-- question: What share of the members took part at least once?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 1
--
-- Of everybody enrolled on at least one day of the period, the share who came to
-- at least one session while enrolled. A period in which no session with a
-- register took place has no figure. A list of members that is out of date makes
-- the share too small.
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       CAST(NULL AS text) AS part,
       p.member_id        AS person,
       CAST(NULL AS text) AS subject,
       p.came             AS x,
       false              AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM taking_part AS p
