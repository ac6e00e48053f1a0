-- id: cadence_kept
-- title: Rhythm kept
-- question: Do sessions happen when they are planned?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: sessions
-- source: systems convening and community cultivation: a predictable rhythm
--
-- Of the sessions planned for a day of the period, those that took place on that
-- day. A session that was moved to another day or cancelled was not. Sessions
-- for which the list of sessions does not say the planned day are left out, and
-- so are those known from attendance files alone.
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       m.session_id       AS subject,
       CAST(CASE WHEN m.status IN ('held', 'moved') AND m.day_no = m.planned_on THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       m.file_id,
       m.sheet_no,
       m.row_no,
       m.column_no
FROM spell AS s
JOIN session_cohort AS c ON c.community_id = s.community_id
                        AND c.cohort_id = s.cohort_id
JOIN session AS m ON m.community_id = c.community_id
                 AND m.session_id = c.session_id
                 AND m.planned_on BETWEEN s.first_day AND s.last_day
WHERE m.counts
  AND coalesce(m.listed, true)
