-- id: potential_score
-- title: Potential value
-- question: What did people gain?
-- group: potential
-- cycle: potential
-- kind: mean
-- evidence: answers
-- protects: answers
-- unit: score
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 2
--
-- Each answer to a scale question about what people take away (a skill, somebody
-- to ask, a tool, a standing, a way of learning) is put on a scale from 0 to 100,
-- turned round where agreeing means less. A person's score is the mean of their
-- answers, if they answered at least half of these questions; the figure is the
-- mean over persons. It is that of the round that closed last in the period and
-- that somebody answered.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
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
  AND v.about = 'potential'
