-- id: success_criteria_changed
-- title: Changes of what counts as success
-- question: Was success redefined?
-- group: strategic
-- cycle: reframing
-- kind: count
-- evidence: census
-- protects: event
-- unit: count
-- better: neither
-- needs: targets
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 5: new metrics
-- secondary: yes
--
-- How often in the period a target was set anew for an indicator that had one
-- before, with a reason written beside it: by the list of targets, on the day it was
-- set. The first target of an indicator is no change, nor is a new one without a
-- reason or without a day. Where one row of the list was written over, with the same
-- first day, the one before is gone and no change is seen: give a changed target a
-- row of its own. A target without a cohort is every cohort's.
WITH agreed AS (
    SELECT t.community_id,
           t.indicator_id,
           t.cohort,
           t.set_on,
           t.reason_text_id,
           t.file_id,
           t.sheet_no,
           t.row_no,
           t.column_no,
           row_number() OVER (PARTITION BY t.community_id, t.indicator_id, coalesce(t.cohort, '')
                              ORDER BY t.set_on, t.row_no, t.file_id) AS nth
    FROM here AS h
    JOIN target AS t ON t.community_id = h.community_id
    WHERE t.counts
      AND t.set_on IS NOT NULL
)
SELECT s.community_id     AS community,
       s.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       a.indicator_id || '/' || coalesce(a.cohort, '') || '/' || CAST(a.nth AS text) AS subject,
       CAST(CASE WHEN a.nth > 1 AND a.reason_text_id IS NOT NULL THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       a.file_id,
       a.sheet_no,
       a.row_no,
       a.column_no
FROM spell AS s
JOIN agreed AS a ON a.community_id = s.community_id
                AND (a.cohort IS NULL OR a.cohort = s.cohort_id)
                AND a.set_on BETWEEN s.first_day AND s.last_day
