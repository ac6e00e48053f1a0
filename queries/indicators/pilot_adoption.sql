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
WITH begun AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           p.practice_id,
           CASE
               WHEN p.decided_on > s.last_day THEN 'running'
               WHEN p.status IN ('adopted', 'scaled') THEN 'adopted'
               WHEN p.status = 'stopped' THEN 'stopped'
               ELSE 'running'
           END AS outcome,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no
    FROM spell AS s
    JOIN cohort AS c ON c.community_id = s.community_id
                    AND c.cohort_id = s.cohort_id
    JOIN period AS t ON t.community_id = s.community_id
                    AND t.cohort_id = s.cohort_id
                    AND t.grain = 'term'
                    AND least(s.last_day, s.today) BETWEEN t.first_day AND t.last_day
    JOIN practice AS p ON p.community_id = s.community_id
                      AND p.started BETWEEN c.first_day AND t.first_day - 1
    WHERE p.counts
      AND p.status <> 'idea'
)
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
FROM begun AS b
CROSS JOIN (VALUES ('adopted'), ('stopped'), ('running')) AS n(part)
