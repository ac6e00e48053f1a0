-- id: orienting_score
-- title: Orienting value
-- question: Do people see the landscape?
-- group: strategic
-- cycle: orienting
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook
-- source: Wenger-Trayner 2020, orienting value
-- secondary: yes
--
-- The mean over the scale questions of the cycle orienting (finding one's place: the
-- history, the others, what one aspires to), each answer put on a scale from 0 to
-- 100, turned round where agreeing means less. A person's score is the mean of their
-- answers, if they answered at least half of these questions; the figure is the mean
-- over persons. It is that of the round that closed last in the period and that
-- somebody answered. A framework without this cycle may ask about it all the same. A
-- form about one cycle alone, such as one after a session, gives way to a round
-- about several.
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       CAST(NULL AS text) AS part,
       v.person,
       v.subject,
       v.mean             AS x,
       false              AS open,
       v.file_id,
       v.sheet_no,
       v.row_no,
       v.column_no
FROM scored AS v
WHERE v.asks = 'cycle'
  AND v.about = 'orienting'
