-- id: vote_turnout
-- title: Who voted
-- question: Does everybody have a say?
-- group: network
-- cycle: none
-- kind: pair_share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, votes, sessions
-- source: agile communities of practice: topic votes
-- part: data
-- secondary: yes
--
-- For each vote on topics, under the id it has on the list of votes: of the members
-- enrolled on its day, those who voted for any topic. The list has no days, so give a
-- vote the id of the session at which it was held; else it counts on the day of the
-- first session that it put on the agenda, and one that led to none counts only where
-- the whole time of a cohort is asked about. A vote of which only counts are kept says
-- nobody's part in it and is left out.
WITH named_vote AS (
    SELECT v.community_id, v.vote_id, i.member_id, v.file_id, v.sheet_no, v.row_no, v.column_no,
           row_number() OVER (PARTITION BY v.community_id, v.vote_id, i.member_id ORDER BY v.row_no, v.file_id) AS nth,
           row_number() OVER (PARTITION BY v.community_id, v.vote_id ORDER BY v.row_no, v.file_id) AS place
    FROM here AS h
    JOIN vote AS v ON v.community_id = h.community_id
    JOIN identity AS i ON i.community_id = v.community_id
                      AND i.alias_id = v.alias_id
    WHERE v.counts
),
electorate AS (
    SELECT DISTINCT b.community_id, b.cohort_id, b.period, b.vote_id, e.member_id
    FROM ballot AS b
    JOIN enrolment AS e ON e.community_id = b.community_id
                       AND e.cohort_id = b.cohort_id
                       AND e.first_day <= coalesce(b.day_no, b.last_day)
                       AND e.last_day >= coalesce(b.day_no, b.first_day)
)
SELECT e.community_id     AS community,
       e.cohort_id        AS cohort,
       e.period,
       e.vote_id          AS part,
       e.member_id        AS person,
       e.vote_id          AS subject,
       CAST(CASE WHEN v.member_id IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       false              AS open,
       coalesce(v.file_id, f.file_id)     AS file_id,
       coalesce(v.sheet_no, f.sheet_no)   AS sheet_no,
       coalesce(v.row_no, f.row_no)       AS row_no,
       coalesce(v.column_no, f.column_no) AS column_no
FROM electorate AS e
JOIN named_vote AS f ON f.community_id = e.community_id
                    AND f.vote_id = e.vote_id
                    AND f.place = 1
LEFT JOIN named_vote AS v ON v.community_id = e.community_id
                         AND v.vote_id = e.vote_id
                         AND v.member_id = e.member_id
                         AND v.nth = 1
