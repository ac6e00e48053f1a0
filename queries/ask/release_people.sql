-- Whose answers the released figures rest on, by set.
SELECT person_set_id, person
FROM main.release_person
WHERE community_id = $community
