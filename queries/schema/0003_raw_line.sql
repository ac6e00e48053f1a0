-- The cells of a row as one text, which takes half the time of a list and less
-- room: U+001F stands between them. Where a cell itself holds U+001F, the text
-- holds U+001B and 1 for it, and U+001B and 0 for each U+001B.
CREATE TABLE private.raw_line (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    row_no                       integer,
    line                         text
);

INSERT INTO private.raw_line
SELECT community_id, file_id, sheet_no, row_no,
       array_to_string(list_transform(cells, lambda c: replace(replace(coalesce(c, ''), chr(27), chr(27) || '0'), chr(31), chr(27) || '1')), chr(31))
FROM private.raw_row;

DROP TABLE private.raw_row;

-- The rows cell by cell.
CREATE VIEW private.raw_row AS
SELECT community_id, file_id, sheet_no, row_no,
       CASE WHEN contains(line, chr(27))
            THEN list_transform(string_split(line, chr(31)), lambda c: replace(replace(c, chr(27) || '1', chr(31)), chr(27) || '0', chr(27)))
            ELSE string_split(line, chr(31)) END AS cells
FROM private.raw_line;
