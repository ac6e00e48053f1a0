-- id: hoop_failures
-- title: Failed plausibility checks
-- question: What is doubtful?
-- group: stories
-- cycle: none
-- kind: pair_share
-- evidence: stories
-- protects: stories
-- unit: percent
-- better: less
-- needs: stories
-- source: process tracing, hoop tests (Beach and Pedersen 2013)
-- part: any | order | event | presence | own_word
-- secondary: yes
--
-- A story that gives evidence of a use or of a result makes a claim, and a claim must
-- pass what can be checked. Order: the days of the activity, its use and its result
-- follow each other and none is after the day the story was told. Event: the session
-- that it names was not cancelled. Presence: its teller, a member, came by the
-- register of that session; one whom the register does not name at all has stayed
-- away only where everybody in it is known as a member. Own word: of those who
-- confirmed it at least one is not the teller. Any: one of these failed. Each is a
-- share of the stories of which it could be checked: where a day, a register or a
-- confirmation is missing nothing has failed. That a resource existed no sheet tells
-- of a story, so that is not checked. To pass proves nothing; to fail means to look
-- again. Only stories that may be used for this audience count; aspirations do not. A
-- story belongs to the period in which it was collected.
WITH ordering AS (
    SELECT t.community_id,
           t.story_id,
           CASE
               WHEN greatest(t.began, t.application_date, t.realized_date) > t.day_no THEN 1
               WHEN t.application_date < t.began OR t.realized_date < coalesce(t.application_date, t.began) THEN 1
               WHEN coalesce(t.began, t.application_date, t.realized_date) IS NOT NULL THEN 0
           END AS failed
    FROM dated AS t
),
stranger AS (
    SELECT p.community_id, p.session_id
    FROM here AS h
    JOIN presence AS p ON p.community_id = h.community_id
    JOIN member AS b ON b.community_id = p.community_id
                    AND b.member_id = p.member_id
    WHERE p.attended
      AND NOT coalesce(b.listed, false)
    UNION
    SELECT s.community_id, s.session_id
    FROM here AS h
    JOIN attendance AS a ON a.community_id = h.community_id
    JOIN same_session AS s ON s.community_id = a.community_id
                          AND s.meeting_id = a.meeting_id
    WHERE a.counts
      AND a.seen_as NOT IN ('person', 'bot')
),
-- A story is one account in each period that it lies in.
happening AS (
    SELECT DISTINCT
           c.community_id,
           c.story_id,
           CASE m.status WHEN 'cancelled' THEN 1 WHEN 'held' THEN 0 WHEN 'moved' THEN 0 END AS failed,
           CASE
               WHEN m.status NOT IN ('held', 'moved') OR NOT coalesce(m.has_register, false) OR NOT coalesce(b.listed, false) THEN NULL
               WHEN p.attended THEN 0
               WHEN p.member_id IS NOT NULL OR u.session_id IS NULL THEN 1
           END AS missed
    FROM account AS c
    JOIN session AS m ON m.community_id = c.community_id
                     AND m.session_id = c.session_id
                     AND m.counts
    LEFT JOIN member AS b ON b.community_id = c.community_id
                         AND b.member_id = c.teller
    LEFT JOIN presence AS p ON p.community_id = c.community_id
                           AND p.session_id = c.session_id
                           AND p.member_id = c.teller
    LEFT JOIN stranger AS u ON u.community_id = c.community_id
                           AND u.session_id = c.session_id
),
vouched AS (
    SELECT t.community_id,
           t.story_id,
           min(CASE WHEN coalesce(i.member_id, b.substantiator_alias_id) = t.teller THEN 1 ELSE 0 END) AS failed
    FROM here AS h
    JOIN story_told AS t ON t.community_id = h.community_id
    JOIN substantiation AS b ON b.community_id = t.community_id
                            AND b.story_id = t.story_id
    LEFT JOIN identity AS i ON i.community_id = b.community_id
                           AND i.alias_id = b.substantiator_alias_id
    WHERE b.counts
      AND b.response IN ('full', 'partial')
      AND b.substantiator_alias_id IS NOT NULL
    GROUP BY t.community_id, t.story_id
),
verdict AS (
    SELECT c.community_id,
           c.cohort_id,
           c.period,
           c.story_id,
           c.teller,
           o.failed AS misordered,
           e.failed AS cancelled,
           e.missed,
           v.failed AS unvouched,
           c.file_id,
           c.sheet_no,
           c.row_no,
           c.column_no
    FROM account AS c
    JOIN claiming AS l ON l.community_id = c.community_id
                      AND l.story_id = c.story_id
    LEFT JOIN ordering AS o ON o.community_id = c.community_id
                           AND o.story_id = c.story_id
    LEFT JOIN happening AS e ON e.community_id = c.community_id
                            AND e.story_id = c.story_id
    LEFT JOIN vouched AS v ON v.community_id = c.community_id
                          AND v.story_id = c.story_id
)
SELECT d.community_id     AS community,
       d.cohort_id        AS cohort,
       d.period,
       n.part,
       d.teller           AS person,
       d.story_id         AS subject,
       CAST(CASE n.part
           WHEN 'order' THEN d.misordered
           WHEN 'event' THEN d.cancelled
           WHEN 'presence' THEN d.missed
           WHEN 'own_word' THEN d.unvouched
           ELSE CASE
               WHEN d.misordered = 1 OR d.cancelled = 1 OR d.missed = 1 OR d.unvouched = 1 THEN 1
               WHEN coalesce(d.misordered, d.cancelled, d.missed, d.unvouched) IS NOT NULL THEN 0
           END
       END AS double precision) AS x,
       false              AS open,
       d.file_id,
       d.sheet_no,
       d.row_no,
       d.column_no
FROM verdict AS d
CROSS JOIN (VALUES ('any'), ('order'), ('event'), ('presence'), ('own_word')) AS n(part)
