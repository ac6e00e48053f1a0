-- id: session_rating
-- title: Sessions as they were rated
-- question: Which sessions worked?
-- group: immediate
-- cycle: immediate
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook, sessions
-- source: uppartnership.org: relevance of each meeting, 1 to 5
-- part: data
-- secondary: yes
--
-- For each session of the period the mean of what those said who answered about it:
-- each person's mean over the scale questions of the cycle immediate, each answer on
-- a scale from 0 to 100, if they answered at least half of them. An answer is about
-- a session where its row says so in the column session_id; of two answers of one
-- person to a round about one session the later counts. Who answered without saying
-- about which session is in no figure here. Ratings of few people are not told, as
-- with all answers, and where those of one round that are not told would be one to
-- four together, its smallest session is not told either. Ratings gather at the top
-- of the scale, so look at differences.
-- It is never broken down by what people are, or few of a group could be told apart.
WITH rated AS (
    SELECT r.community_id,
           r.wave_id,
           r.response_id,
           r.session_id,
           r.cohort_id AS named,
           i.member_id,
           m.mean,
           row_number() OVER (PARTITION BY r.community_id, r.wave_id, r.session_id, coalesce(i.member_id, r.alias_id, r.response_id)
                              ORDER BY r.submitted_day DESC, r.row_no DESC, r.response_id) AS nth,
           r.file_id,
           r.sheet_no,
           r.row_no,
           r.column_no
    FROM here AS h
    JOIN response AS r ON r.community_id = h.community_id
    LEFT JOIN identity AS i ON i.community_id = r.community_id
                           AND i.alias_id = r.alias_id
    LEFT JOIN response_score AS m ON m.community_id = r.community_id
                                 AND m.wave_id = r.wave_id
                                 AND m.response_id = r.response_id
                                 AND m.scope = 'cycle'
                                 AND m.part = 'immediate'
    WHERE r.counts
      AND coalesce(r.complete, true)
      AND NOT coalesce(r.test, false)
      AND NOT coalesce(r.late, false)
),
crowd AS (
    SELECT q.community_id, q.wave_id, q.session_id, count(q.mean) AS people
    FROM rated AS q
    WHERE q.nth = 1
    GROUP BY q.community_id, q.wave_id, q.session_id
),
whole AS (
    SELECT c.community_id, c.wave_id, sum(c.people) AS people
    FROM crowd AS c
    GROUP BY c.community_id, c.wave_id
),
told AS (
    SELECT c.community_id,
           c.wave_id,
           c.session_id,
           b.least,
           sum(c.people) OVER (PARTITION BY c.community_id, c.wave_id) AS people,
           row_number() OVER (PARTITION BY c.community_id, c.wave_id ORDER BY c.people, c.session_id) AS place
    FROM crowd AS c
    JOIN remainder AS b ON b.community_id = c.community_id
                       AND c.people >= b.least
    JOIN session AS m ON m.community_id = c.community_id
                     AND m.session_id = c.session_id
                     AND m.counts
),
shut AS (
    SELECT t.community_id, t.wave_id, t.session_id
    FROM told AS t
    JOIN whole AS w ON w.community_id = t.community_id
                   AND w.wave_id = t.wave_id
    WHERE t.place = 1
      AND w.people > t.people
      AND w.people < t.people + t.least
),
alone AS (
    SELECT c.community_id, c.session_id, count(*) AS cohorts
    FROM here AS h
    JOIN session_cohort AS c ON c.community_id = h.community_id
    GROUP BY c.community_id, c.session_id
)
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       m.session_id       AS part,
       q.response_id      AS person,
       q.response_id      AS subject,
       CASE WHEN x.session_id IS NULL THEN q.mean END AS x,
       false              AS open,
       q.file_id,
       q.sheet_no,
       q.row_no,
       q.column_no
FROM spell AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.cohort_id = s.cohort_id
JOIN session AS m ON m.community_id = c.community_id
                 AND m.session_id = c.session_id
                 AND m.day_no BETWEEN s.first_day AND s.last_day
JOIN alone AS o ON o.community_id = m.community_id
               AND o.session_id = m.session_id
JOIN rated AS q ON q.community_id = m.community_id
               AND q.session_id = m.session_id
               AND q.nth = 1
LEFT JOIN enrolment AS e ON e.community_id = s.community_id
                        AND e.cohort_id = s.cohort_id
                        AND e.member_id = q.member_id
                        AND m.day_no BETWEEN e.first_day AND e.last_day
LEFT JOIN shut AS x ON x.community_id = q.community_id
                   AND x.wave_id = q.wave_id
                   AND x.session_id = q.session_id
WHERE m.counts
  AND CASE
          WHEN q.named IS NOT NULL THEN q.named = s.cohort_id
          WHEN o.cohorts = 1 THEN true
          ELSE e.member_id IS NOT NULL
      END
