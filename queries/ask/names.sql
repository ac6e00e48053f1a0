-- The names that people go by on lists and at meetings, for taking them out of
-- texts that others read.
SELECT DISTINCT n.name
FROM private.alias AS a
CROSS JOIN LATERAL (VALUES (a.shown), (a.name)) AS n(name)
WHERE a.community_id = $community
  AND a.origin IN ('roster', 'attendance', 'survey', 'stories')
  AND n.name IS NOT NULL
