-- id: {{id}}
-- title: Came to a peer assist
-- question: Do members help each other?
-- group: participation
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: roster, attendance
-- source: ours
--
-- Of the members enrolled in the period, the share who came to a peer assist in it,
-- each counted once. This text stands in the report as it is: say it in plain words.
--
-- How to make it yours. Change the header above, this text and the SELECT below, then
-- the worked example {{id}}.txtar, and delete these lines.
--   kind       share (x is 1 or 0), count, sum, mean, median ...: what becomes of x
--   evidence   census: everybody was counted; answers: some answered; stories
--   protects   event: what everybody could see; answers, sensitive: what people
--              answered; stories: what consent lets through
--   needs      the spreadsheets without which there is no answer
-- valuetrail indicators check says what is wrong, valuetrail indicators test plays
-- the example, and valuetrail indicators show --sql prints what you can lean on.
WITH came AS (
    SELECT s.community_id,
           s.cohort_id,
           s.period,
           p.member_id,
           p.file_id,
           p.sheet_no,
           p.row_no,
           p.column_no,
           row_number() OVER (PARTITION BY s.community_id, s.cohort_id, s.period, p.member_id
                              ORDER BY m.day_no, p.file_id, p.row_no, p.column_no) AS nth
    FROM spell AS s -- the periods asked for, a row a cohort and period
    JOIN session AS m ON m.community_id = s.community_id
                     AND m.day_no BETWEEN s.first_day AND s.last_day
    JOIN presence AS p ON p.community_id = m.community_id
                      AND p.session_id = m.session_id
    WHERE m.counts
      AND m.kind = 'peer_assist'
      AND p.attended
)
-- One row an observation: here a member in a period. Two rows may not have the same
-- cohort, period, part, person and subject.
SELECT e.community_id AS community,
       e.cohort_id    AS cohort,
       e.period,
       CAST(NULL AS text) AS part,    -- the class, where there are several: see part: in the header
       e.member_id        AS person,  -- a pseudonym: never a name
       CAST(NULL AS text) AS subject, -- what it is about, where a person may have several
       CASE WHEN c.nth = 1 THEN CAST(1 AS double precision) ELSE CAST(0 AS double precision) END AS x,
       false AS open,
       coalesce(c.file_id, e.file_id)     AS file_id, -- the cell that says so: explain leads to it
       coalesce(c.sheet_no, e.sheet_no)   AS sheet_no,
       coalesce(c.row_no, e.row_no)       AS row_no,
       coalesce(c.column_no, e.column_no) AS column_no
FROM enrolled AS e
LEFT JOIN came AS c ON c.community_id = e.community_id
                   AND c.cohort_id = e.cohort_id
                   AND c.period = e.period
                   AND c.member_id = e.member_id
                   AND c.nth = 1
WHERE e.nth = 1
