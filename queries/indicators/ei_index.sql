-- id: ei_index
-- title: Help across organisations
-- question: Do people help beyond their own organisation?
-- group: network
-- cycle: none
-- kind: mean
-- evidence: census
-- protects: event
-- unit: index
-- better: neither
-- needs: roster, peer_assists
-- source: Krackhardt and Stern 1988, the E-I index
-- part: help | by_chance
-- secondary: yes
--
-- Ties of help between members of different organisations less those within one,
-- divided by all: -1 where all help stays at home, 1 where all of it crosses. Ties are
-- those that who helps whom tells of, between members of one cohort whose
-- organisations the member list has. Beside it, by chance, what the sizes of the
-- organisations alone would give if every pair were as likely: for each member the
-- others outside their organisation less those in it, divided by all others, and of
-- that the mean. Only the two together say anything: where there are many small
-- organisations most help crosses by itself.
WITH home AS (
    SELECT s.community_id, s.cohort_id, s.period, g.member_id, g.label,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, g.member_id
                              ORDER BY g.last_day DESC, g.first_day DESC, g.label) AS nth
    FROM spell AS s
    JOIN member_group AS g ON g.community_id = s.community_id
                          AND g.cohort_id = s.cohort_id
                          AND g.attribute = 'unit'
                          AND g.first_day <= s.last_day
                          AND g.last_day >= s.first_day
                          AND g.label IS NOT NULL
),
size AS (
    SELECT h.community_id, h.cohort_id, h.period, h.member_id,
           count(*) OVER (PARTITION BY h.community_id, h.cohort_id, h.period, h.label) AS inside,
           count(*) OVER (PARTITION BY h.community_id, h.cohort_id, h.period) AS everybody
    FROM home AS h
    WHERE h.nth = 1
),
across AS (
    SELECT t.community_id, t.cohort_id, t.period, t.tie, min(h.label) AS one, max(h.label) AS other, count(*) AS ends,
           min(t.file_id) AS file_id, min(t.sheet_no) AS sheet_no, min(t.row_no) AS row_no, min(t.column_no) AS column_no
    FROM tie_end AS t
    JOIN home AS h ON h.community_id = t.community_id
                  AND h.cohort_id = t.cohort_id
                  AND h.period = t.period
                  AND h.member_id = t.member_id
                  AND h.nth = 1
    GROUP BY t.community_id, t.cohort_id, t.period, t.tie
)
SELECT a.community_id     AS community,
       a.cohort_id        AS cohort,
       a.period,
       'help'             AS part,
       CAST(NULL AS text) AS person,
       a.tie              AS subject,
       CAST(CASE WHEN a.one = a.other THEN -1 ELSE 1 END AS double precision) AS x,
       false              AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM across AS a
WHERE a.ends = 2
UNION ALL
SELECT z.community_id     AS community,
       z.cohort_id        AS cohort,
       z.period,
       'by_chance'        AS part,
       CAST(NULL AS text) AS person,
       z.member_id        AS subject,
       CAST(z.everybody + 1 - 2 * z.inside AS double precision) / nullif(z.everybody - 1, 0) AS x,
       false              AS open,
       e.file_id,
       e.sheet_no,
       e.row_no,
       e.column_no
FROM ties_kept AS k
JOIN size AS z ON z.community_id = k.community_id
JOIN enrolled AS e ON e.community_id = z.community_id
                  AND e.cohort_id = z.cohort_id
                  AND e.period = z.period
                  AND e.member_id = z.member_id
                  AND e.nth = 1
