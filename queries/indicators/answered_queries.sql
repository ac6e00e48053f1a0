-- id: answered_queries
-- title: Questions answered
-- question: Does whoever asks get an answer?
-- group: immediate
-- cycle: immediate
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: posts
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 1: quantity and timeliness of responses
-- secondary: yes
--
-- Of the questions that members asked between sessions (posts of kind question or
-- query), those with a useful answer within seven days: answered_on says when, or a
-- later post of the same thread by somebody else that is marked useful. An answer
-- marked not useful is none; where nobody said, it is taken for useful. A question of
-- the last seven days is not counted yet. A question is of the cohorts in which whoever
-- asked was a member that day.
WITH query_post AS (
    SELECT p.community_id, p.thread_id, p.day_no, i.member_id, p.alias_id, p.answered_on, p.useful, p.file_id, p.sheet_no, p.row_no, p.column_no
    FROM here AS h
    JOIN post AS p ON p.community_id = h.community_id
    JOIN identity AS i ON i.community_id = p.community_id
                      AND i.alias_id = p.alias_id
    WHERE p.counts
      AND p.kind IN ('question', 'Question', 'query', 'Query')
),
helped AS (
    SELECT DISTINCT q.community_id, q.file_id, q.sheet_no, q.row_no
    FROM query_post AS q
    JOIN post AS a ON a.community_id = q.community_id
                  AND a.thread_id = q.thread_id
                  AND a.alias_id <> q.alias_id
                  AND a.day_no BETWEEN q.day_no AND q.day_no + 7
                  AND a.useful
    WHERE a.counts
)
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       q.file_id || '/' || CAST(q.sheet_no AS text) || '/' || CAST(q.row_no AS text) AS subject,
       CAST(CASE
           WHEN a.file_id IS NOT NULL THEN 1
           WHEN q.answered_on BETWEEN q.day_no AND q.day_no + 7 AND coalesce(q.useful, true) THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       q.file_id,
       q.sheet_no,
       q.row_no,
       q.column_no
FROM spell AS s
JOIN enrolment AS e ON e.community_id = s.community_id
                   AND e.cohort_id = s.cohort_id
JOIN query_post AS q ON q.community_id = e.community_id
                    AND q.member_id = e.member_id
                    AND q.day_no BETWEEN e.first_day AND e.last_day
                    AND q.day_no BETWEEN s.first_day AND s.last_day
                    AND q.day_no + 7 <= least(s.until, s.today)
LEFT JOIN helped AS a ON a.community_id = q.community_id
                     AND a.file_id = q.file_id
                     AND a.sheet_no = q.sheet_no
                     AND a.row_no = q.row_no
