-- id: member_led_share
-- title: Led by members
-- question: Can we train ourselves?
-- group: network
-- cycle: none
-- kind: share
-- evidence: census
-- protects: event
-- unit: percent
-- better: more
-- needs: sessions
-- source: network weaving: a core that learned from a trainer leads by itself
-- secondary: yes
--
-- Of the sessions that took place and of which the list of sessions says who led
-- them, those that members led: by its column led_by, else by whether one of those
-- named is on the member list. A session of which nobody wrote that down is in
-- neither number. Which members they were, and whether they take turns, is told
-- under who leads.
SELECT l.community_id     AS community,
       l.cohort_id        AS cohort,
       l.period,
       CAST(NULL AS text) AS part,
       CAST(NULL AS text) AS person,
       l.session_id       AS subject,
       CAST(CASE l.led_from WHEN 'member' THEN 1 WHEN 'external' THEN 0 END AS double precision) AS x,
       false              AS open,
       l.file_id,
       l.sheet_no,
       l.row_no,
       l.column_no
FROM led_session AS l
