-- id: practice_diffusion
-- title: Practices spreading
-- question: How far did it spread?
-- group: practices
-- cycle: applied
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: practices, adoptions
-- source: leadership communities of practice: diffusion of pilots
-- part: data
--
-- For each practice two figures of the organisations that could use it: how many
-- use it on the last day of the period, and (ever) how many had taken it up by
-- then, whether or not they stopped. Which do, the organisations say themselves.
-- How many could is what the list of practices says, else the organisations on
-- the member list, and never fewer than took it up. A practice is there from
-- the period it started in to the one it was stopped in; an idea that nobody
-- has begun is not, nor one that more than 10,000 organisations could use.
WITH ended AS (
    SELECT p.community_id,
           p.practice_id,
           coalesce(max(a.stopped_on), max(p.decided_on)) AS day_no
    FROM here AS h
    JOIN practice AS p ON p.community_id = h.community_id
    LEFT JOIN adoption AS a ON a.community_id = p.community_id
                           AND a.practice_id = p.practice_id
                           AND a.counts
    WHERE p.counts
      AND p.status = 'stopped'
    GROUP BY p.community_id, p.practice_id
),
due AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           s.last_day,
           p.practice_id,
           p.eligible_units,
           n.day_no AS ended_on,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no
    FROM spell AS s
    JOIN practice AS p ON p.community_id = s.community_id
                      AND p.started <= s.last_day
    LEFT JOIN ended AS n ON n.community_id = p.community_id
                        AND n.practice_id = p.practice_id
    WHERE p.counts
      AND p.status <> 'idea'
      AND coalesce(p.eligible_units, 0) <= 10000
      AND (n.practice_id IS NULL OR n.day_no IS NULL OR n.day_no >= s.first_day)
),
taken AS (
    SELECT d.community_id,
           d.cohort_id,
           d.period,
           d.practice_id,
           a.org_unit,
           max(CASE WHEN coalesce(a.stopped_on, d.ended_on) <= d.last_day THEN 0 ELSE 1 END)
               OVER (PARTITION BY d.community_id, d.cohort_id, d.period, d.practice_id, a.org_unit) AS using_now,
           min(a.adopted_on) OVER (PARTITION BY d.community_id, d.cohort_id, d.period, d.practice_id, a.org_unit) AS first_on,
           a.file_id,
           a.sheet_no,
           a.row_no,
           a.column_no,
           row_number() OVER (PARTITION BY d.community_id, d.cohort_id, d.period, d.practice_id, a.org_unit
                              ORDER BY a.adopted_on DESC, a.row_no DESC, a.file_id) AS nth
    FROM due AS d
    JOIN adoption AS a ON a.community_id = d.community_id
                      AND a.practice_id = d.practice_id
                      AND a.adopted_on <= d.last_day
    WHERE a.counts
),
unit AS (
    SELECT community_id, cohort_id, period, practice_id, using_now, file_id, sheet_no, row_no, column_no,
           row_number() OVER (PARTITION BY community_id, cohort_id, period, practice_id ORDER BY first_on, org_unit) AS seat
    FROM taken
    WHERE nth = 1
),
joined AS (
    SELECT community_id, cohort_id, period, practice_id, count(*) AS units
    FROM unit
    GROUP BY community_id, cohort_id, period, practice_id
),
listed_unit AS (
    SELECT s.community_id, s.cohort_id, s.period, count(DISTINCT e.org_unit) AS units
    FROM spell AS s
    JOIN enrolment AS e ON e.community_id = s.community_id
                       AND e.cohort_id = s.cohort_id
                       AND e.first_day <= s.last_day
                       AND e.last_day >= s.first_day
    GROUP BY s.community_id, s.cohort_id, s.period
),
lacking AS (
    SELECT d.community_id,
           d.cohort_id,
           d.period,
           d.practice_id,
           coalesce(j.units, 0) AS taken_units,
           coalesce(d.eligible_units, l.units, 0) - coalesce(j.units, 0) AS units,
           d.file_id,
           d.sheet_no,
           d.row_no,
           d.column_no
    FROM due AS d
    LEFT JOIN joined AS j ON j.community_id = d.community_id
                         AND j.cohort_id = d.cohort_id
                         AND j.period = d.period
                         AND j.practice_id = d.practice_id
    LEFT JOIN listed_unit AS l ON l.community_id = d.community_id
                              AND l.cohort_id = d.cohort_id
                              AND l.period = d.period
),
digit AS (
    SELECT v.n FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS v(n)
),
never AS (
    SELECT k.community_id,
           k.cohort_id,
           k.period,
           k.practice_id,
           k.taken_units + a.n * 1000 + b.n * 100 + c.n * 10 + d.n + 1 AS seat,
           k.file_id,
           k.sheet_no,
           k.row_no,
           k.column_no
    FROM lacking AS k
    JOIN digit AS a ON a.n * 1000 < k.units
    JOIN digit AS b ON a.n * 1000 + b.n * 100 < k.units
    JOIN digit AS c ON a.n * 1000 + b.n * 100 + c.n * 10 < k.units
    JOIN digit AS d ON a.n * 1000 + b.n * 100 + c.n * 10 + d.n < k.units
)
SELECT u.community_id     AS community,
       u.cohort_id        AS cohort,
       u.period,
       u.practice_id || n.ending AS part,
       CAST(NULL AS text) AS person,
       u.practice_id || '/' || CAST(u.seat AS text) AS subject,
       CAST(CASE WHEN n.ending = '' THEN u.using_now ELSE 1 END AS double precision) AS x,
       false              AS open,
       u.file_id,
       u.sheet_no,
       u.row_no,
       u.column_no
FROM unit AS u
CROSS JOIN (VALUES (''), (' ever')) AS n(ending)
UNION ALL
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       v.practice_id || n.ending AS part,
       CAST(NULL AS text) AS person,
       v.practice_id || '/' || CAST(v.seat AS text) AS subject,
       CAST(0 AS double precision) AS x,
       false              AS open,
       v.file_id,
       v.sheet_no,
       v.row_no,
       v.column_no
FROM never AS v
CROSS JOIN (VALUES (''), (' ever')) AS n(ending)
