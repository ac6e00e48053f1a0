-- A data row is loaded when anything of it counts, repeated when nothing does.
-- Rows that another row speaks for go with it. A row that is kept for somebody
-- to check is neither, even where parts of it are used meanwhile.
UPDATE main.source_file AS f
SET rows_loaded = coalesce(o.loaded, 0), rows_repeated = coalesce(o.repeated, 0)
FROM (
    SELECT s.community_id, s.file_id, count(r.file_id) FILTER (WHERE r.counting) AS loaded, count(r.file_id) FILTER (WHERE NOT r.counting) AS repeated
    FROM main.source_file AS s
    LEFT JOIN (
        SELECT c.community_id, c.file_id, c.sheet_no, c.row_no, bool_or(c.counts) AS counting
        FROM (
            SELECT community_id, file_id, sheet_no, row_no, kind, counts FROM private.canonical_row
            UNION ALL
            SELECT community_id, file_id, sheet_no, CAST(unnest(string_split(also_rows, ' ')) AS integer), kind, counts
            FROM private.canonical_row WHERE also_rows IS NOT NULL
        ) AS c
        JOIN main.source_file AS f ON f.community_id = c.community_id AND f.file_id = c.file_id
        LEFT JOIN (
            SELECT DISTINCT community_id, file_id, sheet_no, row_no
            FROM main.problem
            WHERE severity = 'to_check' AND row_no > 0
        ) AS k ON k.community_id = c.community_id AND k.file_id = c.file_id AND k.sheet_no = c.sheet_no AND k.row_no = c.row_no
        WHERE k.file_id IS NULL AND (c.kind <> 'meeting' OR f.kind = 'meeting') -- what a preamble or a heading says is no data row
        GROUP BY ALL
    ) AS r ON r.community_id = s.community_id AND r.file_id = s.file_id
    GROUP BY ALL
) AS o
WHERE f.community_id = $community AND o.community_id = f.community_id AND o.file_id = f.file_id
;
