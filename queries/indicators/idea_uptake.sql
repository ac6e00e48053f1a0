-- id: idea_uptake
-- title: Ideas tried
-- question: Are ideas of a peer assist tried?
-- group: applied
-- cycle: applied
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: peer_assists, sessions
-- source: peer assist: what became of the ideas offered
-- secondary: yes
--
-- Of the ideas that were offered at the peer assists of the period, those that were
-- tried within 90 days, by the list of peer assists: ideas_tried counts where it was
-- written down (outcome_date) within 90 days of the session, or without a day. What
-- is told later does not count, and a row that says nothing of ideas tried is in
-- neither number, nor is a peer assist of the last 90 days. Of more than a hundred
-- ideas of one helper a hundred count. It is told from memory, so it is at most a
-- hint.
WITH digit AS (
    SELECT v.n FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS v(n)
),
ordinal_no AS (
    SELECT 10 * a.n + b.n + 1 AS n FROM digit AS a CROSS JOIN digit AS b
)
SELECT g.community_id     AS community,
       g.cohort_id        AS cohort,
       g.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       a.file_id || '/' || CAST(a.sheet_no AS text) || '/' || CAST(a.row_no AS text) || '/' || CAST(d.n AS text) AS subject,
       CAST(CASE
           WHEN a.ideas_tried IS NULL THEN NULL
           WHEN a.outcome_date > g.day_no + 90 THEN 0
           WHEN d.n <= a.ideas_tried THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM spell AS s
JOIN gathering AS g ON g.community_id = s.community_id
                   AND g.cohort_id = s.cohort_id
                   AND g.period = s.period
                   AND g.day_no + 90 <= least(s.until, s.today)
JOIN peer_assist AS a ON a.community_id = g.community_id
                     AND a.session_id = g.session_id
JOIN ordinal_no AS d ON d.n <= a.ideas_offered
WHERE a.counts
