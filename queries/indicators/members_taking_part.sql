-- id: members_taking_part
-- title: Members taking part
-- question: How many members took part at least once?
-- group: participation
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: people
-- better: more
-- needs: roster, attendance
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 1
--
-- How many of those enrolled on at least one day of the period came to at least
-- one session while enrolled. Visitors are not members. A period in which no
-- session with a register took place has no figure. In a closed group nearly
-- everybody comes once: how often they come is told by the attendance.
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
