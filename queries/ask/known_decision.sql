-- What people decided, and about what, as they saw it.
SELECT decision_id, strftime(decided_at, '%Y-%m-%dT%H:%M:%SZ'), who, subject, object, verdict, why, evidence
FROM private.match_decision
WHERE community_id = $community
