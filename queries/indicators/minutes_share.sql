-- id: minutes_share
-- title: Time in the room
-- question: Do people stay?
-- group: participation
-- cycle: none
-- kind: pair_share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: attendance reports of Zoom and Teams: minutes of each participant
-- secondary: yes
--
-- For each member and session that the member came to: the minutes in the room divided
-- by the minutes that the session took, at most all of them, and of that the mean.
-- Stays that overlap count once. How long a session took is what the list of sessions
-- says, else what the meeting's own record says. Where either is not known, as in a
-- register on paper, the pair is in neither number.
WITH record AS (
    SELECT h.community_id, h.session_id, max(m.minutes) AS minutes
    FROM here AS c
    JOIN same_session AS h ON h.community_id = c.community_id
    JOIN meeting AS m ON m.community_id = h.community_id
                     AND m.meeting_id = h.meeting_id
    WHERE m.counts
    GROUP BY h.community_id, h.session_id
),
stay AS (
    SELECT s.community_id, s.cohort_id, s.period, p.member_id, p.session_id, a.minutes, coalesce(m.minutes, r.minutes) AS held_for,
           a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM spell AS s
    JOIN pair AS p ON p.community_id = s.community_id
                  AND p.cohort_id = s.cohort_id
                  AND p.day_no BETWEEN s.first_day AND s.last_day
                  AND p.attended = 1
    JOIN presence AS a ON a.community_id = p.community_id
                      AND a.session_id = p.session_id
                      AND a.member_id = p.member_id
    JOIN session AS m ON m.community_id = p.community_id
                     AND m.session_id = p.session_id
                     AND m.counts
    LEFT JOIN record AS r ON r.community_id = p.community_id
                         AND r.session_id = p.session_id
)
SELECT y.community_id     AS community,
       y.cohort_id        AS cohort,
       y.period,
       CAST(NULL AS text) AS part,
       y.member_id        AS person,
       y.session_id       AS subject,
       CASE
           WHEN y.held_for > 0 AND y.minutes >= y.held_for THEN CAST(1 AS double precision)
           ELSE CAST(y.minutes AS double precision) / nullif(y.held_for, 0)
       END                AS x,
       false              AS open,
       y.file_id,
       y.sheet_no,
       y.row_no,
       y.column_no
FROM stay AS y
