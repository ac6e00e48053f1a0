-- id: listener_gain_rate
-- title: Listeners who took something home
-- question: Did listeners take something home?
-- group: network
-- cycle: none
-- kind: pair_share
-- evidence: census
-- protects: answers
-- unit: percent
-- better: more
-- needs: peer_assists, sessions
-- source: peer assist, step 5: listeners say what it gave them
-- secondary: yes
--
-- Of those who listened and helped at the peer assists of the period, each counted
-- once a peer assist, those of whom the list of peer assists notes what they gained,
-- in its column listener_gain. What is noted is not read: a note that it was nothing
-- counts as well, so leave the cell blank then. Whoever brought the challenge is not
-- counted. It is guarded like an answer, for it is what people said of themselves.
WITH listened AS (
    SELECT g.community_id, g.cohort_id, g.period, g.session_id, i.member_id,
           CASE WHEN a.listener_gain_text_id IS NULL THEN 0 ELSE 1 END AS gained,
           a.file_id, a.sheet_no, a.row_no, a.column_no,
           row_number() OVER (PARTITION BY g.community_id, g.cohort_id, g.period, g.session_id, i.member_id
                              ORDER BY CASE WHEN a.listener_gain_text_id IS NULL THEN 1 ELSE 0 END, a.row_no, a.file_id) AS nth
    FROM gathering AS g
    JOIN peer_assist AS a ON a.community_id = g.community_id
                         AND a.session_id = g.session_id
    JOIN identity AS i ON i.community_id = a.community_id
                      AND i.alias_id = a.helper_alias_id
    LEFT JOIN identity AS o ON o.community_id = a.community_id
                           AND o.alias_id = a.owner_alias_id
    WHERE a.counts
      AND i.member_id <> coalesce(o.member_id, '')
)
SELECT l.community_id     AS community,
       l.cohort_id        AS cohort,
       l.period,
       CAST(NULL AS text) AS part,
       l.member_id        AS person,
       l.session_id       AS subject,
       CAST(l.gained AS double precision) AS x,
       false              AS open,
       l.file_id,
       l.sheet_no,
       l.row_no,
       l.column_no
FROM listened AS l
WHERE l.nth = 1
