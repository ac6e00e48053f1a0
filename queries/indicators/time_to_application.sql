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
SELECT p.community_id     AS community,
       p.cohort_id        AS cohort,
       p.period,
       CAST(NULL AS text) AS part,
       p.teller           AS person,
       p.story_id         AS subject,
       CASE
           WHEN p.application_date IS NOT NULL AND p.application_date >= p.began THEN CAST(p.application_date - p.began AS double precision)
           WHEN p.application_date IS NOT NULL OR y.story_id IS NOT NULL THEN NULL
           WHEN p.heard_on >= p.began THEN CAST(p.heard_on - p.began AS double precision)
       END                AS x,
       p.application_date IS NULL AND y.story_id IS NULL AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM first_told AS p
LEFT JOIN traced AS y ON y.community_id = p.community_id
                     AND y.story_id = p.story_id
                     AND y.cycle = 'applied'
                     AND y.evidence
                     AND y.nth = 1
WHERE p.nth = 1
