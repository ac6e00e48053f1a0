-- What the classes of practices and of measures are called, and for a measure its
-- unit, where it began, what was agreed and whether more or less of it is better:
-- the settings win. The community made titles to be read; names in them are taken
-- out where they are.
WITH practice_name AS (
    SELECT p.community_id, p.practice_id, t.words AS title
    FROM practice AS p
    LEFT JOIN private.text AS t ON t.community_id = p.community_id AND t.text_id = p.name_text_id
    WHERE p.counts AND (CAST($community AS text) IS NULL OR p.community_id = $community)
),
measured AS (
    SELECT m.community_id, m.measure_id, m.scope, m.day_no, m.unit, m.baseline, m.better, t.words AS title,
           row_number() OVER (PARTITION BY m.community_id, m.measure_id, m.scope ORDER BY CASE WHEN t.words IS NULL THEN 1 ELSE 0 END, m.day_no DESC, m.row_no DESC) AS titled,
           row_number() OVER (PARTITION BY m.community_id, m.measure_id, m.scope ORDER BY CASE WHEN m.unit IS NULL THEN 1 ELSE 0 END, m.day_no DESC, m.row_no DESC) AS counted,
           row_number() OVER (PARTITION BY m.community_id, m.measure_id, m.scope ORDER BY CASE WHEN m.baseline IS NULL THEN 1 ELSE 0 END, m.day_no DESC, m.row_no DESC) AS begun,
           row_number() OVER (PARTITION BY m.community_id, m.measure_id, m.scope ORDER BY CASE WHEN m.better IS NULL THEN 1 ELSE 0 END, m.day_no DESC, m.row_no DESC) AS wished
    FROM measure AS m
    LEFT JOIN private.text AS t ON t.community_id = m.community_id AND t.text_id = m.title_text_id
    WHERE m.counts AND (CAST($community AS text) IS NULL OR m.community_id = $community)
),
scoped AS (
    SELECT community_id, measure_id, scope,
           max(CASE WHEN titled = 1 THEN title END)   AS title,
           max(CASE WHEN counted = 1 THEN unit END)   AS unit,
           max(CASE WHEN begun = 1 THEN baseline END) AS baseline,
           max(CASE WHEN wished = 1 THEN better END)  AS better,
           count(*) OVER (PARTITION BY community_id, measure_id) AS scopes
    FROM measured
    GROUP BY community_id, measure_id, scope
),
agreed AS (
    SELECT m.community_id, m.measure_id,
           max(CASE WHEN s.name = 'outcome.' || m.measure_id || '.title' THEN s.word END)      AS title,
           max(CASE WHEN s.name = 'outcome.' || m.measure_id || '.baseline' THEN s.number END) AS baseline,
           max(CASE WHEN s.name = 'outcome.' || m.measure_id || '.target' THEN s.number END)   AS target,
           max(CASE WHEN s.name = 'outcome.' || m.measure_id || '.better' THEN s.word END)     AS better
    FROM (SELECT DISTINCT community_id, measure_id FROM measured) AS m
    JOIN setting AS s ON s.community_id = m.community_id
    GROUP BY m.community_id, m.measure_id
)
SELECT 'practices' AS sheet, p.community_id, p.practice_id || n.ending AS part, n.aspect, p.title, NULL AS scope, NULL AS unit, NULL AS baseline, NULL AS target, NULL AS better
FROM practice_name AS p
CROSS JOIN (VALUES ('', 'now'), (' ever', 'ever')) AS n(ending, aspect)
UNION ALL
SELECT 'measures' AS sheet, m.community_id, m.measure_id || CASE WHEN m.scope IS NULL THEN '' ELSE ', ' || m.scope END AS part, '' AS aspect,
       coalesce(a.title, m.title, m.measure_id) AS title, CASE WHEN m.scopes > 1 THEN m.scope END AS scope, m.unit,
       coalesce(a.baseline, m.baseline) AS baseline, a.target, coalesce(a.better, m.better) AS better
FROM scoped AS m
LEFT JOIN agreed AS a ON a.community_id = m.community_id AND a.measure_id = m.measure_id
