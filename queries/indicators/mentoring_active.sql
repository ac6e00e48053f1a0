-- id: mentoring_active
-- title: Mentoring pairs that meet
-- question: Do pairs meet?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: mentoring_pairs, pair_meetings
-- source: leadership communities of practice: mentoring pairs
-- secondary: yes
--
-- Of the mentoring pairs that were open on a day of the period, those whose list of
-- meetings has one in the period between the day they were opened and the day they
-- were closed. A pair without a first day counts as open from the beginning. A pair
-- is of the cohorts in which either of the two was enrolled in the period. How they
-- rate their meetings is not told here: two people would be told apart.
WITH kept AS (
    SELECT DISTINCT community_id FROM pair_meeting WHERE counts
),
either AS (
    SELECT DISTINCT s.community_id, s.cohort_id, s.period, s.first_day, s.last_day, p.pair_id, p.opened, p.closed, p.file_id, p.sheet_no, p.row_no, p.column_no
    FROM spell AS s
    JOIN mentoring_pair AS p ON p.community_id = s.community_id
                            AND (p.opened IS NULL OR p.opened <= least(s.last_day, s.today))
                            AND (p.closed IS NULL OR p.closed >= s.first_day)
    JOIN identity AS i ON i.community_id = p.community_id
                      AND i.alias_id IN (p.mentor_alias_id, p.mentee_alias_id)
    JOIN enrolled AS e ON e.community_id = s.community_id
                      AND e.cohort_id = s.cohort_id
                      AND e.period = s.period
                      AND e.member_id = i.member_id
    WHERE p.counts
),
met AS (
    SELECT e.community_id, e.cohort_id, e.period, e.pair_id, m.file_id, m.sheet_no, m.row_no, m.column_no,
           row_number() OVER (PARTITION BY e.community_id, e.cohort_id, e.period, e.pair_id ORDER BY m.day_no, m.row_no, m.file_id) AS nth
    FROM either AS e
    JOIN pair_meeting AS m ON m.community_id = e.community_id
                          AND m.pair_id = e.pair_id
                          AND m.day_no BETWEEN e.first_day AND e.last_day
                          AND m.day_no >= coalesce(e.opened, m.day_no)
                          AND m.day_no <= coalesce(e.closed, m.day_no)
    WHERE m.counts
)
SELECT e.community_id     AS community,
       e.cohort_id        AS cohort,
       e.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       e.pair_id          AS subject,
       CASE WHEN k.community_id IS NOT NULL THEN CAST(CASE WHEN m.pair_id IS NULL THEN 0 ELSE 1 END AS double precision) END AS x,
       false              AS open,
       coalesce(m.file_id, e.file_id)     AS file_id,
       coalesce(m.sheet_no, e.sheet_no)   AS sheet_no,
       coalesce(m.row_no, e.row_no)       AS row_no,
       coalesce(m.column_no, e.column_no) AS column_no
FROM either AS e
LEFT JOIN kept AS k ON k.community_id = e.community_id
LEFT JOIN met AS m ON m.community_id = e.community_id
                  AND m.cohort_id = e.cohort_id
                  AND m.period = e.period
                  AND m.pair_id = e.pair_id
                  AND m.nth = 1
