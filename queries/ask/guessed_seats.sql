-- The cohorts of whose survey rounds nobody knows who was invited: no list of rounds
-- says how many, and there is no member list to assume it from. Their seats are those
-- who answered.
SELECT v.community_id, v.cohort_id
FROM (SELECT DISTINCT community_id, cohort_id
      FROM invitation
      WHERE assumed AND (CAST($community AS text) IS NULL OR community_id = $community)) AS v
WHERE NOT EXISTS (
    SELECT 1 FROM enrolment AS e
    WHERE e.community_id = v.community_id AND e.cohort_id = v.cohort_id)
