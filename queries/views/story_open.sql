-- Which story may be used for whom: consent decides. A private story, and one
-- whose consent was withdrawn, is open to nobody.
CREATE OR REPLACE VIEW story_open AS
SELECT s.community_id,
       s.story_id,
       a.audience
FROM story AS s
JOIN (VALUES ('community', 1), ('sponsor_anonymous', 2), ('sponsor_named', 2), ('public', 3)) AS c(consent_scope, reach)
    ON c.consent_scope = s.consent_scope
JOIN (VALUES ('convenor', 1), ('readers', 1), ('members', 1), ('evaluator', 2), ('sponsor', 2), ('public', 3)) AS a(audience, need)
    ON c.reach >= a.need
WHERE s.counts
