-- id: in_two_places
-- severity: impossible
--
-- People who were in two sessions at the same time for a quarter of an hour or
-- more: one line a person and two sessions, at a row of the later one. Two meetings
-- that were united are one session.
WITH stay AS (
    SELECT i.member_id, t.session_id, s.day_no, a.joined, a.left_at, a.file_id, a.sheet_no, a.row_no,
           min(a.joined) OVER (PARTITION BY t.session_id)  AS begun,
           min(a.file_id) OVER (PARTITION BY t.session_id) AS first_file,
           min(a.row_no) OVER (PARTITION BY t.session_id)  AS first_row
    FROM attendance AS a
    JOIN identity AS i ON i.community_id = a.community_id
                      AND i.alias_id = a.alias_id
    JOIN same_session AS t ON t.community_id = a.community_id
                          AND t.meeting_id = a.meeting_id
    JOIN session AS s ON s.community_id = t.community_id
                     AND s.session_id = t.session_id
                     AND s.counts
    WHERE a.community_id = $community
      AND a.counts
      AND a.seen_as = 'person'
      AND a.joined IS NOT NULL
      AND a.left_at IS NOT NULL
),
crowded AS (
    SELECT member_id
    FROM stay
    GROUP BY member_id
    HAVING count(DISTINCT session_id) > 1
)
SELECT min(b.file_id) AS file_id, min(b.sheet_no) AS sheet_no, min(b.row_no) AS row_no, 0 AS column_no, CAST(NULL AS text) AS cohort, b.member_id AS who, b.session_id AS thing,
       b.day_no, CAST(NULL AS integer) AS other_day, CAST(NULL AS double precision) AS amount
FROM crowded AS c
JOIN stay AS a ON a.member_id = c.member_id
JOIN stay AS b ON b.member_id = a.member_id
              AND b.day_no = a.day_no
              AND b.session_id <> a.session_id
              AND (b.begun > a.begun OR (b.begun = a.begun AND (b.first_file > a.first_file OR (b.first_file = a.first_file AND b.first_row > a.first_row))))
              AND least(a.left_at, b.left_at) - greatest(a.joined, b.joined) >= INTERVAL 15 MINUTE
GROUP BY b.member_id, a.session_id, b.session_id, b.day_no
