-- What a reader asks of a sheet besides its rows, so that a stored file can be read again.
CREATE TABLE private.kept_sheet (
    community_id                 text,
    file_id                      text,
    sheet_no                     integer,
    name                         text,
    hidden                       boolean,
    blank_rows                   integer,
    delimiter                    text,
    merged                       text
);

