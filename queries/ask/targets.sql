-- What was agreed for indicators: on the sheet of targets, with its days and the
-- day it was set, and in the settings; by whom and why, for whoever may read it.
WITH part AS (
    SELECT community_id,
           split_part(name, '.', 2) AS nth,
           split_part(name, '.', 3) AS part,
           number,
           word
    FROM setting
    WHERE name LIKE 'target.%'
      AND (CAST($community AS text) IS NULL OR community_id = $community)
),
said AS (
    SELECT community_id,
           nth,
           max(CASE WHEN part = 'indicator' THEN word END) AS indicator_id,
           max(CASE WHEN part = 'cohort' THEN word END)    AS cohort,
           max(CASE WHEN part = 'value' THEN number END)   AS target,
           max(CASE WHEN part = 'set_on' THEN number END)  AS set_on,
           max(CASE WHEN part = 'set_by' THEN word END)    AS set_by_text_id,
           max(CASE WHEN part = 'reason' THEN word END)    AS reason_text_id
    FROM part
    GROUP BY community_id, nth
),
sentence AS (
    SELECT community_id, text_id, words
    FROM private.text
    WHERE CAST($community AS text) IS NULL OR community_id = $community
)
SELECT t.community_id, t.indicator_id, coalesce(t.cohort, '') AS cohort, coalesce(t.first_day, 0) AS first_day,
       coalesce(t.last_day, 2000000) AS last_day, coalesce(t.set_on, t.first_day, 0) AS since, t.target, t.set_on,
       (SELECT min(a.shown) FROM private.alias AS a
        WHERE a.community_id = t.community_id AND a.file_id = t.file_id AND a.sheet_no = t.sheet_no AND a.row_no = t.row_no
          AND a.same_as = t.setter_alias_id) AS set_by,
       r.words AS reason
FROM target AS t
LEFT JOIN sentence AS r ON r.community_id = t.community_id AND r.text_id = t.reason_text_id
WHERE t.counts
  AND t.target IS NOT NULL
  AND (CAST($community AS text) IS NULL OR t.community_id = $community)
UNION ALL
SELECT s.community_id, s.indicator_id, coalesce(s.cohort, '') AS cohort, 0 AS first_day, 2000000 AS last_day,
       coalesce(s.set_on, 0) AS since, s.target, s.set_on, w.words AS set_by, r.words AS reason
FROM said AS s
LEFT JOIN sentence AS w ON w.community_id = s.community_id AND w.text_id = s.set_by_text_id
LEFT JOIN sentence AS r ON r.community_id = s.community_id AND r.text_id = s.reason_text_id
WHERE s.target IS NOT NULL
