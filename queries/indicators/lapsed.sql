-- id: lapsed
-- title: Not seen lately
-- question: Who needs a call?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: less
-- needs: roster, attendance
-- source: community analytics: members who stop coming, and those who come back
-- part: lapsed | back
-- secondary: yes
--
-- Of the members enrolled on the last day of the period (or today) who could have come
-- to two sessions or more by then, those who came to neither of the last two; and
-- beside them those who came to one in the period after missing two or more in a row,
-- having come before that.
-- A session without a register counts for nobody. One to four people are told to the
-- convenor alone, whom explain leads to their rows of the member list.
WITH opportunity AS (
    SELECT s.community_id, s.cohort_id, s.period, s.first_day, p.member_id, p.day_no, p.attended, e.file_id, e.sheet_no, e.row_no, e.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                              ORDER BY p.day_no DESC, p.session_id DESC) AS ago,
           count(*) OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id) AS sessions,
           lag(p.attended, 1) OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                                    ORDER BY p.day_no, p.session_id) AS one_before,
           lag(p.attended, 2) OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                                    ORDER BY p.day_no, p.session_id) AS two_before,
           max(p.attended) OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                                 ORDER BY p.day_no, p.session_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ever_before
    FROM spell AS s
    JOIN enrolment AS e ON e.community_id = s.community_id
                       AND e.cohort_id = s.cohort_id
                       AND least(s.last_day, s.today) BETWEEN e.first_day AND e.last_day
    JOIN pair AS p ON p.community_id = s.community_id
                  AND p.cohort_id = s.cohort_id
                  AND p.member_id = e.member_id
                  AND p.day_no <= s.last_day
),
seen_lately AS (
    SELECT o.community_id, o.cohort_id, o.period, o.member_id, max(o.sessions) AS sessions,
           max(CASE WHEN o.ago <= 2 THEN o.attended ELSE 0 END) AS lately,
           max(CASE WHEN o.day_no >= o.first_day AND o.attended = 1 AND o.one_before = 0 AND o.two_before = 0 AND o.ever_before = 1 THEN 1 ELSE 0 END) AS came_back
    FROM opportunity AS o
    GROUP BY o.community_id, o.cohort_id, o.period, o.member_id
)
SELECT o.community_id     AS community,
       o.cohort_id        AS cohort,
       o.period,
       n.part,
       o.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE
           WHEN l.sessions < 2 THEN NULL
           WHEN n.part = 'lapsed' THEN 1 - l.lately
           ELSE l.came_back
       END AS double precision) AS x,
       false              AS open,
       o.file_id,
       o.sheet_no,
       o.row_no,
       o.column_no
FROM opportunity AS o
JOIN seen_lately AS l ON l.community_id = o.community_id
                     AND l.cohort_id = o.cohort_id
                     AND l.period = o.period
                     AND l.member_id = o.member_id
CROSS JOIN (VALUES ('lapsed'), ('back')) AS n(part)
WHERE o.ago = 1
