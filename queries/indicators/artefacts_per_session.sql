-- id: artefacts_per_session
-- title: Things made
-- question: Does something come of sessions?
-- group: potential
-- cycle: potential
-- kind: mean
-- evidence: census
-- protects: event
-- unit: ratio
-- better: neither
-- needs: artefacts, sessions
-- source: Wenger, Trayner, de Laat 2011, section 5, cycle 2: documents and tools
-- secondary: yes
--
-- The things that the community made in the period, divided by the sessions that took
-- place in it. A thing belongs to the session that the list of things names, else to
-- the last session up to the day it was made, else to the first of the period. It says
-- how many there are and nothing of what they are worth: whether they are used is told
-- under things made that are used.
WITH in_order AS (
    SELECT g.community_id, g.cohort_id, g.period, g.session_id, g.day_no, g.file_id, g.sheet_no, g.row_no, g.column_no,
           row_number() OVER (PARTITION BY g.community_id, g.cohort_id, g.period ORDER BY g.day_no, g.session_id) AS place
    FROM gathering AS g
),
made_at AS (
    SELECT s.community_id, s.cohort_id, s.period, a.artefact_id,
           coalesce(max(CASE WHEN o.session_id = a.session_id THEN o.place END),
                    max(CASE WHEN o.day_no <= a.created_on THEN o.place END),
                    min(o.place)) AS place
    FROM spell AS s
    JOIN artefact AS a ON a.community_id = s.community_id
                      AND a.created_on BETWEEN s.first_day AND s.last_day
    JOIN in_order AS o ON o.community_id = s.community_id
                      AND o.cohort_id = s.cohort_id
                      AND o.period = s.period
    LEFT JOIN session_cohort AS c ON c.community_id = a.community_id
                                 AND c.session_id = a.session_id
                                 AND c.cohort_id = s.cohort_id
    WHERE a.counts
      AND (a.session_id IS NULL OR c.session_id IS NOT NULL)
    GROUP BY s.community_id, s.cohort_id, s.period, a.artefact_id
),
made_there AS (
    SELECT m.community_id, m.cohort_id, m.period, m.place, count(*) AS things
    FROM made_at AS m
    GROUP BY m.community_id, m.cohort_id, m.period, m.place
)
SELECT o.community_id     AS community,
       o.cohort_id        AS cohort,
       o.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       o.session_id       AS subject,
       CAST(coalesce(m.things, 0) AS double precision) AS x,
       false              AS open,
       o.file_id,
       o.sheet_no,
       o.row_no,
       o.column_no
FROM in_order AS o
LEFT JOIN made_there AS m ON m.community_id = o.community_id
                         AND m.cohort_id = o.cohort_id
                         AND m.period = o.period
                         AND m.place = o.place
