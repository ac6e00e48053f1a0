-- id: pilot_time_to_result
-- title: Time to a pilot's first result
-- question: When do pilots pay?
-- group: realized
-- cycle: realized
-- kind: survival
-- evidence: census
-- protects: event
-- unit: days
-- better: less
-- needs: practices
-- source: leadership communities of practice: time to impact; Kaplan and Meier 1958
-- secondary: yes
--
-- For the practices begun in the period, idea apart: the days from the start to the
-- first result, as the list of practices says. The figure is the day by which half
-- of them had one. Who has none yet counts as still open: until today, or until the
-- day it was stopped. Left out are those whose days run backwards and those stopped
-- on a day that nobody wrote down. Where fewer than half had a result so far, no day
-- can be told; only counting those with a result would make it look quick.
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       p.practice_id      AS subject,
       CASE
           WHEN p.first_result_on < p.started THEN NULL
           WHEN p.first_result_on <= least(s.until, s.today) THEN CAST(p.first_result_on - p.started AS double precision)
           WHEN p.status = 'stopped' AND p.decided_on IS NULL THEN NULL
           WHEN p.status = 'stopped' AND p.decided_on < p.started THEN NULL
           WHEN p.status = 'stopped' AND p.decided_on <= least(s.until, s.today) THEN CAST(p.decided_on - p.started AS double precision)
           ELSE CAST(least(s.until, s.today) - p.started AS double precision)
       END                AS x,
       p.first_result_on IS NULL OR p.first_result_on > least(s.until, s.today) AS open,
       p.file_id,
       p.sheet_no,
       p.row_no,
       p.column_no
FROM spell AS s
JOIN practice AS p ON p.community_id = s.community_id
                  AND p.started BETWEEN s.first_day AND s.last_day
                  AND p.started <= s.today
WHERE p.counts
  AND p.status <> 'idea'
