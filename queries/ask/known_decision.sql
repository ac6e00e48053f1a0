-- What people decided about names and meetings.
SELECT decision_id, strftime(decided_at, '%Y-%m-%dT%H:%M:%SZ'), who, subject, object, verdict, why
FROM private.match_decision
WHERE community_id = $community
