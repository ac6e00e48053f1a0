-- Everybody whom an observation may be about, by the ids that stand for them; a
-- story whose teller nobody knows stands for its teller.
SELECT member_id AS person FROM main.member WHERE community_id = $community
UNION
SELECT alias_id FROM main.identity WHERE community_id = $community
UNION
SELECT response_id FROM main.response WHERE community_id = $community AND counts
UNION
SELECT story_id FROM main.story WHERE community_id = $community AND counts AND teller_alias_id IS NULL
