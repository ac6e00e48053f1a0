-- id: stories_opened
-- title: Stories opened by the groups
-- question: Do those who look for value find it?
-- group: leadership_groups
-- cycle: none
-- kind: mean
-- evidence: census
-- protects: event
-- unit: ratio
-- better: more
-- needs: stories, leadership_groups
-- source: Wenger-Trayner: the leadership group that notices value
-- part: data
-- secondary: yes
--
-- For each leadership group, the stories that were collected by somebody who was in
-- it, divided by the sessions at which it met. The group that notices value, by
-- whatever name, is the one to look at; the others show what comes of itself. A
-- story counts once: for the session that it names, where its collector was in a
-- group there, else for the last session, up to the day it was collected, at which
-- they were in one. A group that holds for a time met at every session held in that
-- time. Stories of what happened and of what people hope for count alike; only those
-- that may be used for this audience do.
WITH holding AS (
    SELECT m.community_id,
           m.session_id,
           m.day_no,
           g.leadership_group,
           i.member_id
    FROM here AS h
    JOIN session AS m ON m.community_id = h.community_id
    JOIN group_assignment AS g ON g.community_id = m.community_id
                              AND (g.session_id = m.session_id
                                   OR (g.session_id IS NULL AND m.day_no BETWEEN g.first_day AND coalesce(g.last_day, m.day_no)))
    JOIN identity AS i ON i.community_id = g.community_id
                      AND i.alias_id = g.alias_id
    WHERE m.counts
      AND m.status IN ('held', 'moved')
      AND g.counts
),
attributed AS (
    SELECT t.community_id,
           n.session_id,
           n.leadership_group,
           row_number() OVER (PARTITION BY t.community_id, t.story_id
                              ORDER BY CASE WHEN n.session_id = t.session_id THEN 0 ELSE 1 END,
                                       n.day_no DESC,
                                       CASE WHEN n.leadership_group = t.leadership_group THEN 0 ELSE 1 END,
                                       n.session_id, n.leadership_group) AS nth
    FROM open_story AS o
    JOIN story AS t ON t.community_id = o.community_id
                   AND t.story_id = o.story_id
    JOIN identity AS i ON i.community_id = t.community_id
                      AND i.alias_id = t.collector_alias_id
    JOIN holding AS n ON n.community_id = i.community_id
                     AND n.member_id = i.member_id
                     AND n.day_no <= t.collected_on
    WHERE t.counts
),
yield AS (
    SELECT a.community_id, a.session_id, a.leadership_group, count(*) AS stories
    FROM attributed AS a
    WHERE a.nth = 1
    GROUP BY a.community_id, a.session_id, a.leadership_group
),
assembly AS (
    SELECT DISTINCT n.community_id, n.session_id, n.day_no, n.leadership_group
    FROM holding AS n
)
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       n.leadership_group AS part,
       CAST(NULL AS text) AS person,
       n.session_id       AS subject,
       CAST(coalesce(y.stories, 0) AS double precision) AS x,
       false              AS open,
       m.file_id,
       m.sheet_no,
       m.row_no,
       m.column_no
FROM spell AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.cohort_id = s.cohort_id
JOIN assembly AS n ON n.community_id = c.community_id
                   AND n.session_id = c.session_id
                   AND n.day_no BETWEEN s.first_day AND s.last_day
JOIN session AS m ON m.community_id = n.community_id
                 AND m.session_id = n.session_id
                 AND m.counts
LEFT JOIN yield AS y ON y.community_id = n.community_id
                    AND y.session_id = n.session_id
                    AND y.leadership_group = n.leadership_group
