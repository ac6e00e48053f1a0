-- id: sessions_per_active
-- title: Sessions each
-- question: How intensely do people take part?
-- group: participation
-- cycle: immediate
-- kind: mean
-- evidence: census
-- protects: event
-- unit: sessions
-- better: more
-- needs: roster, attendance
-- source: evaluations of online communities: visits a visitor
-- secondary: yes
--
-- Of the members who came to any session of their cohort in the period, how many
-- of them each came to: the mean, and beside it the one in the middle, for a few
-- who come to everything pull the mean up. Who came to none is not in it: the
-- reach says how many those are. Only sessions of which somebody kept a register
-- count. A longer period has more sessions, so compare periods alike.
SELECT t.community_id     AS community,
       t.cohort_id        AS cohort,
       t.period,
       CAST(NULL AS text) AS part,
       t.member_id        AS person,
       CAST(NULL AS text) AS subject,
       CAST(t.sessions AS double precision) AS x,
       false              AS open,
       t.file_id,
       t.sheet_no,
       t.row_no,
       t.column_no
FROM turnout AS t
WHERE t.nth = 1
