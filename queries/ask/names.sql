-- The names that people go by on lists and at meetings, for taking them out of
-- texts that others read, and whether it is a member's.
SELECT n.name, max(CASE WHEN a.origin = 'roster' THEN 1 ELSE 0 END) = 1 AS member
FROM private.alias AS a
CROSS JOIN LATERAL (VALUES (a.shown), (a.name)) AS n(name)
WHERE a.community_id = $community
  AND a.origin IN ('roster', 'attendance', 'survey', 'stories')
  AND n.name IS NOT NULL
GROUP BY n.name
