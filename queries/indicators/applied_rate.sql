-- id: applied_rate
-- title: Used what they learned
-- question: What did people use?
-- group: applied
-- cycle: applied
-- kind: share
-- evidence: answers
-- protects: answers
-- unit: percent
-- better: more
-- needs: survey, codebook
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 3
--
-- Of those who answered whether they put something into practice, the share who
-- did: any yes, or any number above 0, to the questions of this cycle. How far
-- back they look is in the question. It is the round that closed last in the
-- period and that somebody answered; each person counts once. Those who did not
-- answer are not counted as a no: the range for all members says what they could
-- change.
-- A form about one cycle alone, such as one after a session, gives way to a
-- round about several.
SELECT v.community_id     AS community,
       v.cohort_id        AS cohort,
       v.period,
       CAST(NULL AS text) AS part,
       v.person,
       v.subject,
       CAST(d.done AS double precision)   AS x,
       false              AS open,
       coalesce(d.file_id, v.file_id)     AS file_id,
       coalesce(d.sheet_no, v.sheet_no)   AS sheet_no,
       coalesce(d.row_no, v.row_no)       AS row_no,
       coalesce(d.column_no, v.column_no) AS column_no
FROM seat AS v
LEFT JOIN deed AS d ON d.community_id = v.community_id
                   AND d.wave_id = v.wave_id
                   AND d.response_id = v.response_id
                   AND d.cycle = v.about
                   AND d.nth = 1
WHERE v.asks = 'deed'
  AND v.about = 'applied'
