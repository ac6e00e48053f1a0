-- id: redefining_stories
-- title: Stories that change what success means
-- question: Anything bigger?
-- group: strategic
-- cycle: reframing
-- kind: count
-- evidence: stories
-- protects: stories
-- unit: stories
-- better: neither
-- needs: stories
-- source: Wenger, Trayner, de Laat 2011, cycle 5; Wenger-Trayner 2020, transformative value
-- secondary: yes
--
-- How many stories give evidence of reframing, where the framework in the settings
-- is that of 2011, or of transformative value, where it is that of 2020 (a text that
-- tells of it, the teller's own list, or a story reader's code), and how many people
-- tell them. The two are not the same and are never put together. They are rare:
-- read them, do not chart them. Only stories that may be used for this audience
-- count; aspirations do not. A story belongs to the period in which it was
-- collected.
SELECT c.community_id     AS community,
       c.cohort_id        AS cohort,
       c.period,
       CAST(NULL AS text) AS part,
       c.teller           AS person,
       c.story_id         AS subject,
       CAST(CASE WHEN y.evidence THEN 1 ELSE 0 END AS double precision) AS x,
       false              AS open,
       coalesce(y.file_id, c.file_id)     AS file_id,
       coalesce(y.sheet_no, c.sheet_no)   AS sheet_no,
       coalesce(y.row_no, c.row_no)       AS row_no,
       coalesce(y.column_no, c.column_no) AS column_no
FROM account AS c
JOIN rethinking AS f ON f.community_id = c.community_id
LEFT JOIN traced AS y ON y.community_id = c.community_id
                     AND y.story_id = c.story_id
                     AND y.cycle = f.cycle
                     AND y.nth = 1
