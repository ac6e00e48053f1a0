-- id: newcomer_conversion
-- title: Newcomers who stay
-- question: Do newcomers come again?
-- group: participation
-- cycle: immediate
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: Wenger-Trayner on the periphery and the way in
-- secondary: yes
--
-- Members who came to a session for the first time ever, as far as there are
-- registers, are the newcomers of the period in which that was. Of those who could
-- be followed for 90 days, the figure is the share who came to a second session
-- within them. Who first came less than 90 days before the last session of which
-- their cohort kept a register is counted as a newcomer and in no share, whether
-- or not they came again: the quick ones alone would look like everybody. In
-- the first term with registers everybody is new.
WITH outing AS (
    SELECT p.community_id,
           p.member_id,
           s.day_no,
           row_number() OVER (PARTITION BY p.community_id, p.member_id ORDER BY s.day_no, s.row_no, s.session_id) AS nth,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no
    FROM marked AS p
    JOIN session AS s ON s.community_id = p.community_id
                     AND s.session_id = p.session_id
    WHERE p.attended
      AND s.counts
      AND s.status IN ('held', 'moved')
),
kept AS (
    SELECT s.community_id, s.cohort_id, s.period, max(r.day_no) AS last_day
    FROM spell AS s
    JOIN registered_session AS r ON r.community_id = s.community_id
                                AND r.cohort_id = s.cohort_id
                                AND r.day_no <= s.until
    GROUP BY s.community_id, s.cohort_id, s.period
)
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       f.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CASE
           WHEN k.last_day < f.day_no + 90 THEN NULL
           WHEN a.day_no <= f.day_no + 90 THEN CAST(1 AS double precision)
           ELSE CAST(0 AS double precision)
       END                AS x,
       false              AS open,
       coalesce(a.file_id, f.file_id)     AS file_id,
       coalesce(a.sheet_no, f.sheet_no)   AS sheet_no,
       coalesce(a.row_no, f.row_no)       AS row_no,
       coalesce(a.column_no, f.column_no) AS column_no
FROM spell AS s
JOIN kept AS k ON k.community_id = s.community_id
              AND k.cohort_id = s.cohort_id
              AND k.period = s.period
JOIN outing AS f ON f.community_id = s.community_id
                AND f.day_no BETWEEN s.first_day AND s.last_day
                AND f.nth = 1
JOIN enrolment AS e ON e.community_id = f.community_id
                   AND e.cohort_id = s.cohort_id
                   AND e.member_id = f.member_id
                   AND f.day_no BETWEEN e.first_day AND e.last_day
LEFT JOIN outing AS a ON a.community_id = f.community_id
                     AND a.member_id = f.member_id
                     AND a.day_no <= f.day_no + 90
                     AND a.nth = 2
