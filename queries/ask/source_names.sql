-- How people are called in two files, by name and by e-mail: a heading that says
-- so is about somebody.
SELECT DISTINCT name
FROM (
    SELECT shown AS name FROM private.alias WHERE community_id = $community AND file_id IN ($file, $before)
    UNION ALL
    SELECT email FROM private.alias WHERE community_id = $community AND file_id IN ($file, $before)
) AS n
WHERE name <> ''
