-- id: time_to_application
-- title: Time to use
-- question: How soon do people use what they learned?
-- group: applied
-- cycle: applied
-- kind: survival
-- evidence: stories
-- protects: stories
-- unit: days
-- better: less
-- needs: stories
-- source: leadership communities of practice: time to impact; Kaplan and Meier 1958
--
-- Among stories told: the days from the activity to its first use, in the first
-- story of each teller that tells when the activity was (its own date, else that
-- of its session). Who has not used it yet counts as still open until their
-- latest story. Left out: stories without such a day, those that tell of a use
-- without its day, and those whose days run backwards. Aspirations are
-- not stories of use. A story belongs to the period in which it was collected.
WITH told AS (
    SELECT t.community_id,
           t.cohort_id,
           t.teller,
           t.kind,
           t.day_no,
           t.story_id,
           coalesce(t.activity_date, m.day_no) AS began,
           t.application_date,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no
    FROM open_story AS o
    JOIN story_told AS t ON t.community_id = o.community_id
                        AND t.story_id = o.story_id
    LEFT JOIN session AS m ON m.community_id = t.community_id
                          AND m.session_id = t.session_id
                          AND m.counts
),
placed AS (
    SELECT p.period,
           t.community_id,
           t.cohort_id,
           t.teller,
           t.story_id,
           t.began,
           t.application_date,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no,
           row_number() OVER (PARTITION BY p.community_id, p.cohort_id, p.period, t.teller
                              ORDER BY CASE WHEN t.began IS NULL THEN 1 ELSE 0 END, t.day_no, t.began, t.row_no, t.story_id) AS nth
    FROM spell AS p
    JOIN told AS t ON t.community_id = p.community_id
                  AND t.cohort_id = p.cohort_id
                  AND t.kind = 'account'
                  AND t.day_no BETWEEN p.first_day AND p.last_day
),
contact AS (
    SELECT community_id, teller, max(day_no) AS last_day
    FROM told
    GROUP BY community_id, teller
),
used AS (
    SELECT y.community_id, y.story_id
    FROM story_cycle AS y
    WHERE y.cycle = 'applied'
      AND y.evidence
    GROUP BY y.community_id, y.story_id
)
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       CAST(NULL AS text) AS part,
       p.teller           AS person,
       p.story_id         AS subject,
       CASE
           WHEN p.application_date IS NOT NULL AND p.application_date >= p.began THEN CAST(p.application_date - p.began AS double precision)
           WHEN p.application_date IS NOT NULL OR u.story_id IS NOT NULL THEN NULL
           WHEN t.last_day >= p.began THEN CAST(t.last_day - p.began AS double precision)
       END                AS x,
       p.application_date IS NULL AND u.story_id IS NULL AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM placed AS p
JOIN contact AS t ON t.community_id = p.community_id
                 AND t.teller = p.teller
LEFT JOIN used AS u ON u.community_id = p.community_id
                   AND u.story_id = p.story_id
WHERE p.nth = 1
