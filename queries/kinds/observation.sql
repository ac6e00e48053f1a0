-- The observations themselves, for order statistics, for survival and to explain
-- a figure: not a kind that an indicator may name.
SELECT g.community,
       nullif(g.cohort, '') AS cohort,
       g.period,
       nullif(g.label, '')  AS "group",
       nullif(g.part, '')   AS part,
       g.person,
       g.subject,
       g.x,
       g.open,
       g.file_id,
       g.sheet_no,
       g.row_no,
       g.column_no
FROM grouped AS g
