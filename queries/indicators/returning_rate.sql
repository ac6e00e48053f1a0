-- id: returning_rate
-- title: Coming again
-- question: Do people come back?
-- group: participation
-- cycle: immediate
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: evaluations of online communities: visitors who came at least twice
-- secondary: yes
--
-- Of the members who came to any session of their cohort in the period, those who
-- came to two or more. A period with fewer than two sessions of which somebody
-- kept a register says nothing about coming back. The shorter the period, the
-- fewer can; in a cohort that everybody joined to the end, nearly all do.
SELECT t.community_id     AS community,
       t.cohort_id        AS cohort,
       t.period,
       CAST(NULL AS text) AS part,
       t.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(CASE WHEN t.sessions >= 2 THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM turnout AS t
JOIN registered AS r ON r.community_id = t.community_id
                    AND r.cohort_id = t.cohort_id
                    AND r.period = t.period
                    AND r.sessions >= 2
WHERE t.nth = 1
