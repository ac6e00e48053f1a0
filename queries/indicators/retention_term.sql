-- id: retention_term
-- title: Staying
-- question: Do we keep them?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: community cultivation: who came in one term and came again in the next
-- part: stayed | away | left | completed
--
-- Of the members who came to a session of their cohort in one term, those who
-- came again in a later one (stayed). For a term it is the one before it in
-- which a register was kept; for a year or the whole programme, its first and
-- its last. Who did not come again has left, as the member list says, or is away:
-- still on the list. Both count. Who completed or moved away, as the reason on
-- the member list says, is counted apart and in no share but that one. While the
-- later term runs, somebody may still come.
WITH ran AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           t.ordinal,
           t.first_day,
           least(t.last_day, s.last_day) AS last_day,
           CASE WHEN t.last_day >= s.first_day THEN 1 ELSE 0 END AS inside
    FROM spell AS s
    JOIN period AS t ON t.community_id = s.community_id
                    AND t.cohort_id = s.cohort_id
                    AND t.grain = 'term'
                    AND t.first_day <= s.last_day
    JOIN registered_session AS r ON r.community_id = t.community_id
                                AND r.cohort_id = t.cohort_id
                                AND r.day_no BETWEEN t.first_day AND least(t.last_day, s.last_day)
    GROUP BY s.community_id, s.cohort_id, s.period, s.first_day, s.last_day, t.ordinal, t.first_day, t.last_day
),
reach AS (
    SELECT community_id,
           cohort_id,
           period,
           min(CASE WHEN inside = 1 THEN ordinal END) AS opening,
           max(CASE WHEN inside = 1 THEN ordinal END) AS closing
    FROM ran
    GROUP BY community_id, cohort_id, period
),
ends AS (
    SELECT b.community_id,
           b.cohort_id,
           b.period,
           b.closing,
           max(CASE WHEN b.opening < b.closing THEN b.opening ELSE r.ordinal END) AS opening
    FROM reach AS b
    JOIN ran AS r ON r.community_id = b.community_id
                 AND r.cohort_id = b.cohort_id
                 AND r.period = b.period
                 AND r.ordinal < b.closing
    GROUP BY b.community_id, b.cohort_id, b.period, b.closing
),
visit AS (
    SELECT e.community_id,
           e.cohort_id,
           e.period,
           p.member_id,
           r.ordinal,
           r.last_day,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no,
           row_number() OVER (PARTITION BY e.community_id, e.cohort_id, e.period, p.member_id, r.ordinal
                              ORDER BY p.day_no, p.row_no, p.column_no) AS nth
    FROM ends AS e
    JOIN ran AS r ON r.community_id = e.community_id
                 AND r.cohort_id = e.cohort_id
                 AND r.period = e.period
                 AND r.ordinal IN (e.opening, e.closing)
    JOIN pair AS p ON p.community_id = r.community_id
                  AND p.cohort_id = r.cohort_id
                  AND p.day_no BETWEEN r.first_day AND r.last_day
                  AND p.attended = 1
),
last_listed AS (
    SELECT e.community_id,
           e.cohort_id,
           e.member_id,
           e.last_day,
           e.leave_reason,
           CASE WHEN e.leave_reason IS NOT NULL OR e.last_day < c.last_day THEN 1 ELSE 0 END AS ended,
           e.file_id,
           e.sheet_no,
           e.row_no,
           e.column_no,
           row_number() OVER (PARTITION BY e.community_id, e.cohort_id, e.member_id
                              ORDER BY e.last_day DESC, e.first_day DESC, e.row_no) AS nth
    FROM here AS h
    JOIN enrolment AS e ON e.community_id = h.community_id
    JOIN cohort AS c ON c.community_id = e.community_id
                    AND c.cohort_id = e.cohort_id
),
fate AS (
    SELECT v.community_id,
           v.cohort_id,
           v.period,
           v.member_id,
           CASE
               WHEN a.member_id IS NOT NULL THEN 'stayed'
               WHEN g.ended = 1 AND g.last_day <= r.last_day AND g.leave_reason IN ('completed', 'moved') THEN 'completed'
               WHEN g.ended = 1 AND g.last_day <= r.last_day THEN 'left'
               ELSE 'away'
           END AS outcome,
           coalesce(a.file_id, CASE WHEN g.ended = 1 AND g.last_day <= r.last_day THEN g.file_id END, v.file_id)       AS file_id,
           coalesce(a.sheet_no, CASE WHEN g.ended = 1 AND g.last_day <= r.last_day THEN g.sheet_no END, v.sheet_no)    AS sheet_no,
           coalesce(a.row_no, CASE WHEN g.ended = 1 AND g.last_day <= r.last_day THEN g.row_no END, v.row_no)          AS row_no,
           coalesce(a.column_no, CASE WHEN g.ended = 1 AND g.last_day <= r.last_day THEN g.column_no END, v.column_no) AS column_no
    FROM ends AS e
    JOIN ran AS r ON r.community_id = e.community_id
                 AND r.cohort_id = e.cohort_id
                 AND r.period = e.period
                 AND r.ordinal = e.closing
    JOIN visit AS v ON v.community_id = e.community_id
                   AND v.cohort_id = e.cohort_id
                   AND v.period = e.period
                   AND v.ordinal = e.opening
                   AND v.nth = 1
    JOIN last_listed AS g ON g.community_id = v.community_id
                         AND g.cohort_id = v.cohort_id
                         AND g.member_id = v.member_id
                         AND g.nth = 1
    LEFT JOIN visit AS a ON a.community_id = e.community_id
                        AND a.cohort_id = e.cohort_id
                        AND a.period = e.period
                        AND a.ordinal = e.closing
                        AND a.member_id = v.member_id
                        AND a.nth = 1
)
SELECT f.community_id     AS community,
       f.cohort_id        AS cohort,
       f.period,
       n.part,
       f.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CASE
           WHEN n.part = f.outcome THEN CAST(1 AS double precision)
           WHEN f.outcome = 'completed' THEN NULL
           ELSE CAST(0 AS double precision)
       END                AS x,
       false              AS open,
       f.file_id,
       f.sheet_no,
       f.row_no,
       f.column_no
FROM fate AS f
CROSS JOIN (VALUES ('stayed'), ('away'), ('left'), ('completed')) AS n(part)
