-- id: topic_to_agenda
-- title: Votes heard
-- question: Do votes become sessions?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: votes, sessions
-- source: agile communities of practice: from the vote to the agenda
-- secondary: yes
--
-- Of the three topics of each vote that got most votes (more where several share the
-- third place), those for which the list of votes names a session, not cancelled and
-- no later than the second meeting after the vote. The list has no days, so give a
-- vote the id of the session at which it was held; else the first session that it put
-- on the agenda and the meeting after that are the two. A vote that put nothing on
-- the agenda and bears no session's id counts only where the whole time of a cohort is
-- asked about in which somebody who voted was a member. Two meetings must have
-- followed, or everything on the agenda counts.
WITH counted_vote AS (
    SELECT v.community_id, v.vote_id, v.topic,
           sum(coalesce(v.count, 0)) + count(DISTINCT v.alias_id) AS votes,
           min(v.scheduled_session_id) AS scheduled_session_id
    FROM here AS h
    JOIN vote AS v ON v.community_id = h.community_id
    WHERE v.counts
    GROUP BY v.community_id, v.vote_id, v.topic
),
favourite AS (
    SELECT c.community_id, c.vote_id, c.topic, c.scheduled_session_id,
           rank() OVER (PARTITION BY c.community_id, c.vote_id ORDER BY c.votes DESC) AS place
    FROM counted_vote AS c
),
vote_row AS (
    SELECT v.community_id, v.vote_id, v.topic, v.file_id, v.sheet_no, v.row_no, v.column_no,
           row_number() OVER (PARTITION BY v.community_id, v.vote_id, v.topic ORDER BY v.row_no, v.file_id) AS nth
    FROM here AS h
    JOIN vote AS v ON v.community_id = h.community_id
    WHERE v.counts
),
following AS (
    SELECT b.community_id, b.cohort_id, b.period, b.vote_id, m.day_no,
           row_number() OVER (PARTITION BY b.community_id, b.cohort_id, b.period, b.vote_id ORDER BY m.day_no, m.session_id) AS nth
    FROM ballot AS b
    JOIN session_cohort AS c ON c.community_id = b.community_id
                            AND c.cohort_id = b.cohort_id
    JOIN session AS m ON m.community_id = c.community_id
                     AND m.session_id = c.session_id
                     AND m.day_no > b.day_no
                     AND m.kind = 'meeting'
                     AND m.status <> 'cancelled'
    WHERE m.counts
)
SELECT b.community_id     AS community,
       b.cohort_id        AS cohort,
       b.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       f.vote_id || ': ' || f.topic AS subject,
       CAST(CASE
           WHEN m.session_id IS NULL THEN 0
           WHEN d.day_no IS NULL OR m.day_no <= d.day_no THEN 1
           ELSE 0
       END AS double precision) AS x,
       false              AS open,
       r.file_id,
       r.sheet_no,
       r.row_no,
       r.column_no
FROM ballot AS b
JOIN favourite AS f ON f.community_id = b.community_id
                   AND f.vote_id = b.vote_id
                   AND f.place <= 3
JOIN vote_row AS r ON r.community_id = f.community_id
                  AND r.vote_id = f.vote_id
                  AND r.topic = f.topic
                  AND r.nth = 1
LEFT JOIN session AS m ON m.community_id = f.community_id
                      AND m.session_id = f.scheduled_session_id
                      AND m.counts
                      AND m.status <> 'cancelled'
LEFT JOIN following AS d ON d.community_id = b.community_id
                        AND d.cohort_id = b.cohort_id
                        AND d.period = b.period
                        AND d.vote_id = b.vote_id
                        AND d.nth = CASE WHEN b.held_there THEN 2 ELSE 1 END
