-- The numbers among the settings.
SELECT community_id, name, number
FROM setting
WHERE number IS NOT NULL
  AND (CAST($community AS text) IS NULL OR community_id = $community)
