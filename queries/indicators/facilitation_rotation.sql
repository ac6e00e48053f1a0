-- id: facilitation_rotation
-- title: Who leads
-- question: Is leadership rotating?
-- group: participation
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: count
-- better: more
-- needs: roster, sessions
-- source: leadership communities of practice: leading in turn
-- part: sessions | facilitators | longest_run | ever_led | external
--
-- Numbers of the sessions that took place, as the list of sessions names who led
-- them, and no index made of them: how many members led; how many different
-- members that were; the most sessions in a row, in order of days, that had the
-- same member leading; how many of the members enrolled in the period have led
-- a session by its end, whenever that was; and how many sessions were led from
-- outside. A session of which nobody wrote down who led it is in none of the
-- first three and ends a row.
WITH leader AS (
    SELECT p.community_id,
           p.cohort_id,
           p.period,
           p.place,
           f.member_id,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no,
           row_number() OVER (PARTITION BY p.community_id, p.cohort_id, p.period, f.member_id ORDER BY p.place) AS nth
    FROM led_session AS p
    JOIN session_facilitator AS f ON f.community_id = p.community_id
                                 AND f.session_id = p.session_id
    JOIN member AS b ON b.community_id = f.community_id
                    AND b.member_id = f.member_id
                    AND b.listed
    WHERE coalesce(p.led_by, 'member') = 'member'
),
stretch AS (
    SELECT l.community_id,
           l.cohort_id,
           l.period,
           l.place,
           count(*) OVER (PARTITION BY l.community_id, l.cohort_id, l.period, l.member_id, l.place - l.nth ORDER BY l.place) AS length,
           l.file_id,
           l.sheet_no,
           l.row_no,
           l.column_no
    FROM leader AS l
),
longest AS (
    SELECT r.community_id,
           r.cohort_id,
           r.period,
           r.length,
           r.file_id,
           r.sheet_no,
           r.row_no,
           r.column_no,
           row_number() OVER (PARTITION BY r.community_id, r.cohort_id, r.period ORDER BY r.length DESC, r.place) AS nth
    FROM stretch AS r
),
once AS (
    SELECT f.community_id,
           f.member_id,
           m.day_no,
           m.file_id,
           m.sheet_no,
           m.row_no,
           m.column_no,
           row_number() OVER (PARTITION BY f.community_id, f.member_id ORDER BY m.day_no, m.row_no, m.session_id) AS nth
    FROM here AS h
    JOIN session_facilitator AS f ON f.community_id = h.community_id
    JOIN session AS m ON m.community_id = f.community_id
                     AND m.session_id = f.session_id
    WHERE m.counts
      AND coalesce(m.listed, true)
      AND m.status IN ('held', 'moved')
      AND coalesce(m.led_by, 'member') = 'member'
)
SELECT l.community_id AS community, l.cohort_id AS cohort, l.period, n.part, CAST(NULL AS text) AS person, l.session_id AS subject,
       CAST(CASE WHEN l.led_from = n.led_from THEN 1 ELSE 0 END AS double precision) AS x, false AS open,
       l.file_id, l.sheet_no, l.row_no, l.column_no
FROM led_session AS l
CROSS JOIN (VALUES ('sessions', 'member'), ('external', 'external')) AS n(part, led_from)
UNION ALL
SELECT l.community_id AS community, l.cohort_id AS cohort, l.period, 'facilitators' AS part, l.member_id AS person, 'leading' AS subject,
       CAST(1 AS double precision) AS x, false AS open, l.file_id, l.sheet_no, l.row_no, l.column_no
FROM leader AS l
WHERE l.nth = 1
UNION ALL
SELECT r.community_id AS community, r.cohort_id AS cohort, r.period, 'longest_run' AS part, CAST(NULL AS text) AS person, 'in a row' AS subject,
       CAST(r.length AS double precision) AS x, false AS open, r.file_id, r.sheet_no, r.row_no, r.column_no
FROM longest AS r
WHERE r.nth = 1
UNION ALL
SELECT e.community_id AS community, e.cohort_id AS cohort, e.period, 'ever_led' AS part, e.member_id AS person, 'so far' AS subject,
       CAST(CASE WHEN o.day_no IS NULL THEN 0 ELSE 1 END AS double precision) AS x, false AS open,
       coalesce(o.file_id, e.file_id) AS file_id, coalesce(o.sheet_no, e.sheet_no) AS sheet_no,
       coalesce(o.row_no, e.row_no) AS row_no, coalesce(o.column_no, e.column_no) AS column_no
FROM spell AS s
JOIN enrolled AS e ON e.community_id = s.community_id
                  AND e.cohort_id = s.cohort_id
                  AND e.period = s.period
                  AND e.nth = 1
LEFT JOIN once AS o ON o.community_id = e.community_id
                   AND o.member_id = e.member_id
                   AND o.day_no <= s.last_day
                   AND o.nth = 1
