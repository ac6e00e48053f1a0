-- id: inclusion_mix
-- title: Who takes part
-- question: Do those who take part mirror the members?
-- group: participation
-- cycle: none
-- kind: gap
-- evidence: census
-- protects: event
-- unit: points
-- better: neither
-- needs: roster, attendance
-- source: inclusion: the mix of those who come and of those who hold a group against that of the members
-- part: data
-- secondary: yes
--
-- For each organisation, function and sector of the member list: its share among the
-- members who came to a session of the period less its share among all members of the
-- period, in points; and the same for those who held a leadership group, where groups
-- are listed. Above 0 they are there more than their number. What fewer than five
-- members are (or fewer than the settings ask) is put together as other, which takes
-- in the next smallest while it is below five itself; where no column is filled in,
-- nothing is told. Whose stories are told is told under whose stories these are.
WITH kind_of AS (
    SELECT e.community_id, e.cohort_id, e.period, e.member_id, n.attribute, e.file_id, e.sheet_no, e.row_no, e.column_no
    FROM enrolled AS e
    CROSS JOIN (VALUES ('unit'), ('function'), ('sector')) AS n(attribute)
    WHERE e.nth = 1
),
described AS (
    SELECT k.community_id, k.cohort_id, k.period, k.attribute, k.member_id, g.label,
           row_number() OVER (PARTITION BY k.community_id, k.cohort_id, k.period, k.attribute, k.member_id
                              ORDER BY g.last_day DESC, g.first_day DESC, g.label) AS nth
    FROM kind_of AS k
    JOIN spell AS s ON s.community_id = k.community_id
                   AND s.cohort_id = k.cohort_id
                   AND s.period = k.period
    JOIN member_group AS g ON g.community_id = k.community_id
                          AND g.cohort_id = k.cohort_id
                          AND g.member_id = k.member_id
                          AND g.attribute = k.attribute
                          AND g.first_day <= s.last_day
                          AND g.last_day >= s.first_day
                          AND g.label IS NOT NULL
),
labelled_as AS (
    SELECT k.community_id, k.cohort_id, k.period, k.attribute, k.member_id, coalesce(d.label, 'unknown') AS label,
           max(CASE WHEN d.label IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY k.community_id, k.cohort_id, k.period, k.attribute) AS filled,
           k.file_id, k.sheet_no, k.row_no, k.column_no
    FROM kind_of AS k
    LEFT JOIN described AS d ON d.community_id = k.community_id
                            AND d.cohort_id = k.cohort_id
                            AND d.period = k.period
                            AND d.attribute = k.attribute
                            AND d.member_id = k.member_id
                            AND d.nth = 1
),
sized AS (
    SELECT l.community_id, l.cohort_id, l.period, l.attribute, l.label, count(*) AS people
    FROM labelled_as AS l
    WHERE l.filled = 1
    GROUP BY l.community_id, l.cohort_id, l.period, l.attribute, l.label
),
below AS (
    SELECT z.community_id, z.cohort_id, z.period, z.attribute, z.label, z.people,
           min(z.people) OVER (PARTITION BY z.community_id, z.cohort_id, z.period, z.attribute) AS fewest,
           sum(z.people) OVER (PARTITION BY z.community_id, z.cohort_id, z.period, z.attribute
                               ORDER BY z.people, z.label ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - z.people AS smaller
    FROM sized AS z
),
told_as AS (
    SELECT b.community_id, b.cohort_id, b.period, b.attribute, b.label,
           CASE WHEN b.people < r.least OR (b.fewest < r.least AND b.smaller < r.least) THEN 'other' ELSE b.label END AS told_label
    FROM below AS b
    JOIN remainder AS r ON r.community_id = b.community_id
),
class_told AS (
    SELECT DISTINCT community_id, cohort_id, period, attribute, told_label FROM told_as
),
holder AS (
    SELECT DISTINCT community_id, cohort_id, period, member_id FROM group_held
),
with_groups AS (
    SELECT DISTINCT community_id, cohort_id, period FROM group_held
),
taker AS (
    SELECT p.community_id, p.cohort_id, p.period, p.member_id, 'came' AS how, CASE WHEN p.came = 1 THEN 1 ELSE 0 END AS took_part
    FROM taking_part AS p
    WHERE p.came IS NOT NULL
    UNION ALL
    SELECT e.community_id, e.cohort_id, e.period, e.member_id, 'held a group' AS how, CASE WHEN o.member_id IS NULL THEN 0 ELSE 1 END AS took_part
    FROM enrolled AS e
    JOIN with_groups AS w ON w.community_id = e.community_id
                         AND w.cohort_id = e.cohort_id
                         AND w.period = e.period
    LEFT JOIN holder AS o ON o.community_id = e.community_id
                         AND o.cohort_id = e.cohort_id
                         AND o.period = e.period
                         AND o.member_id = e.member_id
    WHERE e.nth = 1
)
SELECT l.community_id     AS community,
       l.cohort_id        AS cohort,
       l.period,
       t.how || ': ' || c.attribute || ': ' || c.told_label AS part,
       l.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE WHEN a.told_label = c.told_label THEN 1 ELSE 0 END AS double precision) AS x,
       t.took_part = 0    AS open,
       l.file_id,
       l.sheet_no,
       l.row_no,
       l.column_no
FROM labelled_as AS l
JOIN told_as AS a ON a.community_id = l.community_id
                 AND a.cohort_id = l.cohort_id
                 AND a.period = l.period
                 AND a.attribute = l.attribute
                 AND a.label = l.label
JOIN class_told AS c ON c.community_id = l.community_id
                    AND c.cohort_id = l.cohort_id
                    AND c.period = l.period
                    AND c.attribute = l.attribute
JOIN taker AS t ON t.community_id = l.community_id
               AND t.cohort_id = l.cohort_id
               AND t.period = l.period
               AND t.member_id = l.member_id
