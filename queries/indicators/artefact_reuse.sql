-- id: artefact_reuse
-- title: Things made that are used
-- question: Are products used?
-- group: applied
-- cycle: applied
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: artefacts, artefact_uses
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 3: reuse of products
-- secondary: yes
--
-- Of the things that the community had made more than 30 days before the end of the
-- period (or before today), those of which the list of uses names a use by then by
-- somebody who did not make them. A use of which nobody says whose it was does not
-- count. A thing is of the cohorts of the session it came from, else of every cohort
-- running on the day it was made, and stays in every later period of theirs. How
-- often it was used does not matter here; much use goes unrecorded, so the figure is
-- at least this much.
WITH made AS (
    SELECT a.community_id,
           c.cohort_id,
           a.artefact_id,
           a.created_on,
           i.member_id AS author,
           a.file_id,
           a.sheet_no,
           a.row_no,
           a.column_no
    FROM here AS h
    JOIN artefact AS a ON a.community_id = h.community_id
    JOIN cohort AS c ON c.community_id = a.community_id
                    AND a.created_on BETWEEN c.first_day AND c.last_day
    LEFT JOIN session_cohort AS o ON o.community_id = c.community_id
                                 AND o.cohort_id = c.cohort_id
                                 AND o.session_id = a.session_id
    LEFT JOIN identity AS i ON i.community_id = a.community_id
                           AND i.alias_id = a.author_alias_id
    WHERE a.counts
      AND (a.session_id IS NULL OR o.session_id IS NOT NULL)
),
used AS (
    SELECT m.community_id,
           m.cohort_id,
           m.artefact_id,
           u.used_on,
           u.file_id,
           u.sheet_no,
           u.row_no,
           u.column_no,
           row_number() OVER (PARTITION BY m.community_id, m.cohort_id, m.artefact_id ORDER BY u.used_on, u.row_no, u.file_id) AS nth
    FROM made AS m
    JOIN artefact_use AS u ON u.community_id = m.community_id
                          AND u.artefact_id = m.artefact_id
    JOIN identity AS i ON i.community_id = u.community_id
                      AND i.alias_id = u.alias_id
    WHERE u.counts
      AND i.member_id <> coalesce(m.author, '')
)
SELECT m.community_id     AS community,
       m.cohort_id        AS cohort,
       s.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       m.artefact_id      AS subject,
       CAST(CASE WHEN u.artefact_id IS NULL THEN 0 ELSE 1 END AS double precision) AS x,
       u.artefact_id IS NULL AS open,
       coalesce(u.file_id, m.file_id)     AS file_id,
       coalesce(u.sheet_no, m.sheet_no)   AS sheet_no,
       coalesce(u.row_no, m.row_no)       AS row_no,
       coalesce(u.column_no, m.column_no) AS column_no
FROM spell AS s
JOIN made AS m ON m.community_id = s.community_id
              AND m.cohort_id = s.cohort_id
              AND m.created_on + 30 < least(s.last_day, s.today)
LEFT JOIN used AS u ON u.community_id = m.community_id
                   AND u.cohort_id = m.cohort_id
                   AND u.artefact_id = m.artefact_id
                   AND u.used_on <= s.last_day
                   AND u.nth = 1
