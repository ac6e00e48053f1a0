-- What a member is counted under when a figure is broken down: one row a
-- member, cohort, attribute and spell.
CREATE OR REPLACE VIEW member_group AS
SELECT e.community_id,
       e.member_id,
       e.cohort_id,
       a.attribute,
       CASE a.attribute
           WHEN 'unit' THEN e.org_unit
           WHEN 'function' THEN e.function
           WHEN 'role' THEN e.role
           WHEN 'sector' THEN e.sector
       END AS label,
       e.first_day,
       e.last_day
FROM enrolment AS e
CROSS JOIN (VALUES ('unit'), ('function'), ('role'), ('sector')) AS a(attribute)
