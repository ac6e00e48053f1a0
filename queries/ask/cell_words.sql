-- What stands in cells of one file. $cells lists them as sheet:row:column,
-- joined by a blank.
WITH wanted AS (
    SELECT CAST(split_part(w.place, ':', 1) AS integer) AS sheet_no,
           CAST(split_part(w.place, ':', 2) AS integer) AS row_no,
           CAST(split_part(w.place, ':', 3) AS integer) AS column_no
    FROM (SELECT unnest(string_split($cells, ' ')) AS place) AS w
)
SELECT w.sheet_no, w.row_no, w.column_no, r.cells[w.column_no] AS words
FROM wanted AS w
JOIN private.raw_row AS r ON r.sheet_no = w.sheet_no AND r.row_no = w.row_no
WHERE r.file_id = $file
  AND r.community_id = $community
