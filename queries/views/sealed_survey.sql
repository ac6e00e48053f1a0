-- The surveys that the settings declare anonymous, and whether there is no
-- other: then every round is one of its. A round belongs to a survey whose id
-- its own begins with.
CREATE OR REPLACE VIEW sealed_survey AS
WITH declared AS (
    SELECT s.community_id,
           s.word AS survey_id,
           s.number,
           count(*) OVER (PARTITION BY s.community_id) AS surveys
    FROM setting AS s
    WHERE s.name = 'survey.anonymous'
)
SELECT d.community_id,
       d.survey_id,
       d.surveys
FROM declared AS d
WHERE d.number = 1
