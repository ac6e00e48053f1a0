-- id: member_hours
-- title: Time that members gave
-- question: What does it cost in members' time?
-- group: participation
-- cycle: none
-- kind: sum
-- evidence: census
-- protects: event
-- unit: hours
-- better: neither
-- needs: roster, attendance
-- source: what sponsors ask: the time invested, never a return on it
--
-- The hours that members were at sessions of their cohort while they were
-- enrolled. Who joins from two devices or comes back is counted once for each
-- minute. Where a file does not say how long somebody stayed, no time is added:
-- the figure is at least this much. Visitors' time, and time spent before and
-- after a session, are not in it.
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       p.member_id        AS person,
       p.session_id       AS subject,
       CAST(m.minutes AS double precision) / nullif(60, 0) AS x,
       false              AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM spell AS s
JOIN pair AS p ON p.community_id = s.community_id
              AND p.cohort_id = s.cohort_id
              AND p.day_no BETWEEN s.first_day AND s.last_day
              AND p.attended = 1
JOIN presence AS m ON m.community_id = p.community_id
                  AND m.session_id = p.session_id
                  AND m.member_id = p.member_id
