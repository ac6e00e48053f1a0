-- id: pilot_adoption
-- title: What became of pilots
-- question: Do pilots survive?
-- group: applied
-- cycle: applied
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: neither
-- needs: practices
-- source: leadership communities of practice: from pilot to practice
-- part: adopted | stopped | running
-- secondary: yes
--
-- Of the practices that were begun while the cohort ran and before the term in which
-- the period ends, those that were adopted or scaled by the end of the period, those
-- that were stopped by then, and those still on trial. The day of the decision is
-- that on the list of practices; a decision without a day counts as taken. An idea
-- that nobody has begun is no pilot. Stopping one that does not work is no failure,
-- so the three stand beside each other.
SELECT b.community_id     AS community,
       b.cohort_id        AS cohort,
       b.period,
       n.part,
       CAST(NULL AS text) AS person,
       b.practice_id      AS subject,
       CAST(CASE WHEN n.part = b.outcome THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       b.file_id,
       b.sheet_no,
       b.row_no,
       b.column_no
FROM trial AS b
CROSS JOIN (VALUES ('adopted'), ('stopped'), ('running')) AS n(part)
WHERE b.aged
