-- id: lg_coverage
-- title: Everybody in a group
-- question: Is the practice kept?
-- group: leadership_groups
-- cycle: none
-- kind: pair_share
-- evidence: census
-- protects: event
-- unit: percent
-- better: neither
-- needs: roster, attendance, leadership_groups
-- source: Wenger-Trayner: everyone at a meeting belongs to a leadership group
-- secondary: yes
--
-- Of those who came to the sessions at which leadership groups were held, each counted
-- once a session, those who held exactly one group there. A session at which nobody
-- held a group does not use the practice and is left out. There is no right number:
-- groups are renamed, merged and skipped, and three may be enough. It is for the
-- community to look at together, not for a target.
WITH placed AS (
    SELECT a.community_id, a.cohort_id, a.session_id, a.member_id, count(*) AS times
    FROM (SELECT DISTINCT community_id, cohort_id, session_id, member_id, leadership_group FROM group_held) AS a
    GROUP BY a.community_id, a.cohort_id, a.session_id, a.member_id
),
used AS (
    SELECT DISTINCT community_id, cohort_id, period, session_id FROM group_held
)
SELECT u.community_id     AS community,
       u.cohort_id        AS cohort,
       u.period,
       CAST(NULL AS text) AS part,
       p.member_id        AS person,
       p.session_id       AS subject,
       CAST(CASE WHEN a.times = 1 THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM used AS u
JOIN pair AS p ON p.community_id = u.community_id
              AND p.cohort_id = u.cohort_id
              AND p.session_id = u.session_id
              AND p.attended = 1
LEFT JOIN placed AS a ON a.community_id = p.community_id
                     AND a.cohort_id = p.cohort_id
                     AND a.session_id = p.session_id
                     AND a.member_id = p.member_id
