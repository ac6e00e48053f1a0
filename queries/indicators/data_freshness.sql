-- id: data_freshness
-- title: How old the data are
-- question: How old is this?
-- group: health
-- cycle: none
-- kind: latest
-- evidence: census
-- protects: event
-- unit: days
-- better: less
-- needs: attendance
-- source: monthly use: figures are of the day of their data
-- part: attendance | survey | stories
-- secondary: yes
--
-- For each source the days from the last thing that it tells of to the end of the
-- period, or to today while it runs: for attendance the last session of which the
-- cohort kept a register, for surveys the last answer to a round of the cohort, for
-- stories the last one collected in it. It is the day that something happened on,
-- not the day its file was read. In all together it is that of the cohort that began
-- last.
WITH event AS (
    SELECT s.community_id, s.cohort_id, s.period, 'attendance' AS part, r.day_no, r.file_id, r.sheet_no, r.row_no, r.column_no
    FROM spell AS s
    JOIN registered_session AS r ON r.community_id = s.community_id
                                AND r.cohort_id = s.cohort_id
                                AND r.day_no <= least(s.last_day, s.today)
    UNION ALL
    SELECT s.community_id, s.cohort_id, s.period, 'survey' AS part, a.submitted_day AS day_no, a.file_id, a.sheet_no, a.row_no, a.column_no
    FROM spell AS s
    JOIN survey_round AS w ON w.community_id = s.community_id
                          AND w.cohort_id = s.cohort_id
    JOIN response AS a ON a.community_id = w.community_id
                      AND a.wave_id = w.wave_id
                      AND a.submitted_day <= least(s.last_day, s.today)
    WHERE a.counts
    UNION ALL
    SELECT s.community_id, s.cohort_id, s.period, 'stories' AS part, t.day_no, t.file_id, t.sheet_no, t.row_no, t.column_no
    FROM spell AS s
    JOIN story_told AS t ON t.community_id = s.community_id
                        AND t.cohort_id = s.cohort_id
                        AND t.day_no <= least(s.last_day, s.today)
),
placed AS (
    SELECT e.community_id, e.cohort_id, e.period, e.part, e.day_no, e.file_id, e.sheet_no, e.row_no, e.column_no,
           row_number() OVER (PARTITION BY e.community_id, e.cohort_id, e.period, e.part ORDER BY e.day_no DESC, e.row_no DESC, e.file_id) AS nth
    FROM event AS e
)
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       p.part,
       CAST(NULL AS text) AS person,
       p.part             AS subject,
       CAST(least(s.last_day, s.today) - p.day_no AS double precision) AS x,
       false              AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM placed AS p
JOIN spell AS s ON s.community_id = p.community_id
               AND s.cohort_id = p.cohort_id
               AND s.period = p.period
WHERE p.nth = 1
