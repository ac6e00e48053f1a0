-- What was agreed for indicators: on the sheet of targets, with its days and the
-- day it was set, and in the settings.
SELECT community_id, indicator_id, coalesce(cohort, '') AS cohort, coalesce(first_day, 0) AS first_day,
       coalesce(last_day, 2000000) AS last_day, coalesce(set_on, first_day, 0) AS set_on, target
FROM target
WHERE counts
  AND target IS NOT NULL
  AND (CAST($community AS text) IS NULL OR community_id = $community)
UNION ALL
SELECT community_id, substr(name, 8) AS indicator_id, coalesce(word, '') AS cohort, 0 AS first_day, 2000000 AS last_day, 0 AS set_on, number AS target
FROM setting
WHERE name LIKE 'target.%'
  AND number IS NOT NULL
  AND (CAST($community AS text) IS NULL OR community_id = $community)
