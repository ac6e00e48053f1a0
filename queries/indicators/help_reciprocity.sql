-- id: help_reciprocity
-- title: Giving and receiving
-- question: Does everybody both give and receive?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, peer_assists
-- source: peer assist: whoever is helped helps in turn
-- secondary: yes
--
-- Of the members who brought a challenge to a peer assist of the period or helped at
-- one, those who did both, at different ones or the same. In one term few have had
-- the time for both: a year says more.
WITH part_taken AS (
    SELECT g.community_id, g.cohort_id, g.period, i.member_id,
           CASE WHEN i.alias_id = a.owner_alias_id THEN 1 ELSE 0 END AS received,
           CASE WHEN i.alias_id = a.owner_alias_id THEN 0 ELSE 1 END AS given,
           a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM gathering AS g
    JOIN peer_assist AS a ON a.community_id = g.community_id
                         AND a.session_id = g.session_id
    JOIN identity AS i ON i.community_id = a.community_id
                      AND i.alias_id IN (a.owner_alias_id, a.helper_alias_id)
    WHERE a.counts
),
both_sides AS (
    SELECT p.community_id, p.cohort_id, p.period, p.member_id,
           max(p.received) OVER (PARTITION BY p.community_id, p.cohort_id, p.period, p.member_id) AS received,
           max(p.given) OVER (PARTITION BY p.community_id, p.cohort_id, p.period, p.member_id) AS given,
           p.file_id, p.sheet_no, p.row_no, p.column_no,
           row_number() OVER (PARTITION BY p.community_id, p.cohort_id, p.period, p.member_id
                              ORDER BY p.row_no, p.given, p.file_id) AS nth
    FROM part_taken AS p
)
SELECT b.community_id     AS community,
       b.cohort_id        AS cohort,
       b.period,
       CAST(NULL AS text) AS part,
       b.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(b.received * b.given AS double precision) AS x,
       false              AS open,
       b.file_id,
       b.sheet_no,
       b.row_no,
       b.column_no
FROM both_sides AS b
JOIN enrolled AS e ON e.community_id = b.community_id
                  AND e.cohort_id = b.cohort_id
                  AND e.period = b.period
                  AND e.member_id = b.member_id
                  AND e.nth = 1
WHERE b.nth = 1
