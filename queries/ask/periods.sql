-- The periods of a grain in their order; a period that several cohorts have
-- begins with the earliest.
SELECT community_id, period, min(ordinal) AS ordinal, min(first_day) AS first_day, max(last_day) AS last_day
FROM period
WHERE grain = $grain
  AND (CAST($community AS text) IS NULL OR community_id = $community)
GROUP BY community_id, period
