-- id: popup_completion
-- title: Popups finished
-- question: Did the popup finish its agenda?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: popup_agenda, sessions
-- source: network weaving: a learning popup meets until its agenda is done
-- secondary: yes
--
-- Of what learning popups set out to learn, the share that was done, by the column
-- done_on of their agendas. A popup is known by its series_id, and belongs to the
-- period in which the first session of that series took place: what it did later
-- counts there too, up to the last day asked about. A popup of which the list of
-- sessions knows no session is left out, for nobody knows when it was.
WITH series AS (
    SELECT c.community_id, c.cohort_id, m.series_id, min(m.day_no) AS first_met
    FROM here AS h
    JOIN session AS m ON m.community_id = h.community_id
    JOIN session_cohort AS c ON c.community_id = m.community_id
                            AND c.session_id = m.session_id
    WHERE m.counts
      AND m.status IN ('held', 'moved')
      AND m.series_id IS NOT NULL
    GROUP BY c.community_id, c.cohort_id, m.series_id
)
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       a.file_id || '/' || CAST(a.sheet_no AS text) || '/' || CAST(a.row_no AS text) AS subject,
       CAST(CASE WHEN a.done_on <= least(s.until, s.today) THEN 1 ELSE 0 END AS double precision) AS x,
       coalesce(a.done_on > least(s.until, s.today), true) AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM spell AS s
JOIN series AS e ON e.community_id = s.community_id
                AND e.cohort_id = s.cohort_id
                AND e.first_met BETWEEN s.first_day AND s.last_day
JOIN popup_agenda AS a ON a.community_id = e.community_id
                      AND a.series_id = e.series_id
WHERE a.counts
