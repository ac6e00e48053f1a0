-- What an own indicator must not do, each with what the refusal says. They follow
-- a sound header, one by one. \0 is a byte of value zero,
-- \r the end of a line as old programs wrote it.

-- attack: names, plainly
-- refused: mine.sql:16: no private in an indicator
SELECT display_name FROM private.person

-- attack: e-mail addresses under an alias
-- refused: mine.sql:17: no private in an indicator
SELECT p.email AS part
FROM private.person AS p

-- attack: in quotes
-- refused: no private in an indicator
SELECT "email" FROM "private"."person"

-- attack: in capitals
-- refused: no private in an indicator
SELECT EMAIL FROM PRIVATE.PERSON

-- attack: in quotes and capitals, with a line between
-- refused: mine.sql:16: no private in an indicator
SELECT words FROM "PRIVATE"
.
"TEXT"

-- attack: a remark between schema and table
-- refused: no private in an indicator
SELECT words FROM private/* nothing */./* to see */text

-- attack: behind what looks like a remark
-- refused: no private in an indicator
SELECT '--' || (SELECT min(words) FROM private.text) AS part

-- attack: with the name of the database
-- refused: no private in an indicator
SELECT words FROM memory.private.text

-- attack: the schema taken for a database
-- refused: no private in an indicator
SELECT words FROM private.main.text

-- attack: main, to pass by what the reader may not see
-- refused: main.story: name the table alone
SELECT story_id FROM main.story

-- attack: a private table without its schema
-- refused: no table "person"
SELECT email FROM person

-- attack: raw rows without their schema
-- refused: no table "raw_row"
SELECT cells FROM raw_row

-- attack: the key of the pseudonyms
-- refused: no table "secret"
SELECT value FROM secret

-- attack: within WITH
-- refused: no private in an indicator
WITH t AS (SELECT words FROM private.text) SELECT words FROM t

-- attack: within a WITH that nobody reads
-- refused: no private in an indicator
WITH t AS (SELECT words FROM private.text) SELECT period FROM spell

-- attack: within WITH within WITH
-- refused: no private in an indicator
WITH t AS (WITH u AS (SELECT words FROM private.text) SELECT words FROM u) SELECT words FROM t

-- attack: a name that WITH gave elsewhere
-- refused: no table "duckdb_tables"
SELECT (WITH duckdb_tables AS (SELECT 1 AS sql) SELECT sql FROM duckdb_tables) AS x, t.sql FROM duckdb_tables AS t

-- attack: WITH named like a private table, read where it does not hold
-- refused: no table "person"
SELECT a.x, p.email FROM (WITH person AS (SELECT 1 AS x) SELECT x FROM person) AS a, person AS p

-- attack: WITH that reads what comes after it
-- refused: no table "later"
WITH a AS (SELECT x FROM later), later AS (SELECT 1 AS x) SELECT x FROM a

-- attack: WITH RECURSIVE
-- refused: no RECURSIVE in an indicator
WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t) SELECT a FROM t

-- attack: WITH and a key
-- refused: no private in an indicator
WITH t(x) USING KEY (x) AS (SELECT words FROM private.text) SELECT x FROM t

-- attack: in a lateral join
-- refused: no private in an indicator
SELECT w.words FROM spell AS s, LATERAL (SELECT words FROM private.text) AS w

-- attack: in a join's condition
-- refused: no private in an indicator
SELECT s.period FROM spell AS s JOIN cohort AS c ON c.title = (SELECT min(words) FROM private.text)

-- attack: in WHERE
-- refused: no private in an indicator
SELECT period FROM spell WHERE EXISTS (SELECT 1 FROM private.text WHERE words LIKE 'A%')

-- attack: in IN
-- refused: no private in an indicator
SELECT period FROM spell WHERE period IN (SELECT words FROM private.text)

-- attack: in = ANY
-- refused: no private in an indicator
SELECT period FROM spell WHERE period = ANY (SELECT words FROM private.text)

-- attack: in CASE
-- refused: no private in an indicator
SELECT CASE WHEN true THEN (SELECT min(words) FROM private.text) END AS part FROM spell

-- attack: in VALUES
-- refused: no private in an indicator
SELECT v.a FROM (VALUES ((SELECT min(words) FROM private.text))) AS v(a)

-- attack: in ORDER BY
-- refused: no private in an indicator
SELECT period FROM spell ORDER BY (SELECT min(words) FROM private.text)

-- attack: in LIMIT
-- refused: no private in an indicator
SELECT period FROM spell LIMIT (SELECT length(min(words)) FROM private.text)

-- attack: in GROUP BY
-- refused: no private in an indicator
SELECT count(*) AS x FROM spell GROUP BY (SELECT min(words) FROM private.text)

-- attack: in HAVING
-- refused: no private in an indicator
SELECT count(*) AS x FROM spell HAVING count(*) > (SELECT length(min(words)) FROM private.text)

-- attack: in QUALIFY
-- refused: no private in an indicator
SELECT period FROM spell QUALIFY row_number() OVER (ORDER BY (SELECT min(words) FROM private.text)) = 1

-- attack: in a window's frame
-- refused: no private in an indicator
SELECT sum(1) OVER (ORDER BY first_day ROWS (SELECT length(min(words)) FROM private.text) PRECEDING) AS x FROM spell

-- attack: in a FILTER
-- refused: no private in an indicator
SELECT count(*) FILTER (WHERE (SELECT min(words) FROM private.text) > 'M') AS x FROM spell

-- attack: in the order of an aggregate
-- refused: no private in an indicator
SELECT max(period ORDER BY (SELECT min(words) FROM private.text)) AS x FROM spell

-- attack: in DISTINCT ON
-- refused: no private in an indicator
SELECT DISTINCT ON ((SELECT min(words) FROM private.text)) period FROM spell

-- attack: the second half of a UNION
-- refused: mine.sql:18: no private in an indicator
SELECT period FROM spell
UNION ALL
SELECT words FROM private.text

-- attack: FROM first
-- refused: no private in an indicator
WITH t AS (FROM private.text) SELECT t.words FROM t

-- attack: TABLE
-- refused: no private in an indicator
WITH t AS (TABLE private.text) SELECT t.words FROM t

-- attack: a join that is no join
-- refused: no private in an indicator
SELECT s.period FROM spell AS s POSITIONAL JOIN private.text AS t

-- attack: an anti join
-- refused: no private in an indicator
SELECT s.period FROM spell AS s ANTI JOIN private.text AS t ON t.words = s.period

-- attack: a statement within a text
-- refused: no query(…) in place of a table
SELECT words FROM query('SELECT words FROM private.text')

-- attack: a table named in a text
-- refused: no query_table(…) in place of a table
SELECT words FROM query_table('private.text')

-- attack: a table named in parts
-- refused: no query_table(…) in place of a table
SELECT words FROM query_table('priv' || 'ate.text')

-- attack: a function in quotes
-- refused: no query(…) in place of a table
SELECT words FROM "query"('SELECT 1 AS words')

-- attack: a function in capitals
-- refused: no query(…) in place of a table
SELECT words FROM QUERY('SELECT 1 AS words')

-- attack: a function of a schema
-- refused: no query(…) in place of a table
SELECT words FROM main.query('SELECT 1 AS words')

-- attack: a text as a table
-- refused: no table "/etc/passwd"
SELECT * FROM '/etc/passwd'

-- attack: a file as a table
-- refused: no table "members.csv"
SELECT "name" FROM "members.csv"

-- attack: a file read as text
-- refused: no read_text(…) in place of a table
SELECT content FROM read_text('/etc/passwd')

-- attack: a file read as bytes
-- refused: no read_blob(…) in place of a table
SELECT content FROM read_blob('/etc/passwd')

-- attack: a file read as a table
-- refused: no read_csv(…) in place of a table
SELECT a FROM read_csv('x.csv')

-- attack: several files
-- refused: no read_parquet(…) in place of a table
SELECT a FROM read_parquet(['x', 'y'])

-- attack: JSON from afar
-- refused: no read_json_auto(…) in place of a table
SELECT a FROM read_json_auto('https://example.org/x')

-- attack: the names of files
-- refused: no glob(…) in place of a table
SELECT file FROM glob('*')

-- attack: what a file looks like
-- refused: no sniff_csv(…) in place of a table
SELECT Columns FROM sniff_csv('x.csv')

-- attack: another database
-- refused: no sqlite_scan(…) in place of a table
SELECT a FROM sqlite_scan('x.db', 't')

-- attack: the tables there are
-- refused: no duckdb_tables(…) in place of a table
SELECT table_name FROM duckdb_tables()

-- attack: the columns there are
-- refused: information_schema.columns: name the table alone
SELECT column_name FROM information_schema.columns

-- attack: the tables there are, as PostgreSQL calls them
-- refused: no table "pg_tables"
SELECT tablename FROM pg_tables

-- attack: the tables there are, as SQLite calls them
-- refused: no table "sqlite_master"
SELECT sql FROM sqlite_master

-- attack: a pragma
-- refused: no pragma_table_info(…) in place of a table
SELECT name FROM pragma_table_info('private.person')

-- attack: how full the tables are
-- refused: no pragma_storage_info(…) in place of a table
SELECT stats FROM pragma_storage_info('private.text')

-- attack: what the file is called
-- refused: no pragma_database_list(…) in place of a table
SELECT file FROM pragma_database_list()

-- attack: a description of a table
-- refused: no show ref
SELECT column_name FROM (DESCRIBE private.person)

-- attack: a summary of a table
-- refused: no show ref
SELECT min FROM (SUMMARIZE private.person)

-- attack: all tables
-- refused: no show ref
SELECT name FROM (SHOW ALL TABLES)

-- attack: an environment
-- refused: no function getenv
SELECT getenv('HOME') AS part FROM spell

-- attack: an environment, by a schema
-- refused: name the function alone
SELECT pg_catalog.getenv('HOME') AS part FROM spell

-- attack: an environment, behind a dot
-- refused: period.getenv: name the function alone
SELECT s.period.getenv() AS part FROM spell AS s

-- attack: a setting
-- refused: no function current_setting
SELECT current_setting('temp_directory') AS part FROM spell

-- attack: a variable
-- refused: no function getvariable
SELECT getvariable('x') AS part FROM spell

-- attack: who runs this
-- refused: no current_user in an indicator
SELECT current_user AS part FROM spell

-- attack: when this runs
-- refused: no current_date in an indicator
SELECT current_date AS part FROM spell

-- attack: when this runs, as a function
-- refused: no function now
SELECT now() AS part FROM spell

-- attack: chance
-- refused: no function random
SELECT random() AS x FROM spell

-- attack: a macro of the engine
-- refused: no function pg_get_viewdef
SELECT pg_get_viewdef('story_told') AS part FROM spell

-- attack: a function within an expression list
-- refused: no function getenv
SELECT period FROM spell WHERE period IN ('a', getenv('HOME'))

-- attack: a list taken apart
-- refused: no unnest(…) in place of a table
SELECT u.x FROM unnest([1, 2]) AS u(x)

-- attack: a list taken apart among the columns
-- refused: no function unnest
SELECT unnest([1, 2]) AS x FROM spell

-- attack: a struct taken apart
-- refused: no struct extract
SELECT {'a': 1}.a AS x FROM spell

-- attack: rows as structs
-- refused: no function row_to_json
SELECT row_to_json(s) AS part FROM spell AS s

-- attack: a function handed to a function
-- refused: no function list_transform
SELECT list_transform([1], lambda q: q + 1) AS x FROM spell

-- attack: all columns
-- refused: no *: name the columns
SELECT * FROM enrolment

-- attack: all columns of a table
-- refused: no *: name the columns
SELECT e.* FROM enrolment AS e

-- attack: columns by a pattern
-- refused: no *: name the columns
SELECT COLUMNS('.*') FROM enrolment

-- attack: columns taken apart
-- refused: no *: name the columns
SELECT *COLUMNS('.*') FROM enrolment

-- attack: a column by its place
-- refused: no #1: name the column
SELECT #1 FROM enrolment

-- attack: a column that the engine has
-- refused: no rowid in an indicator
SELECT rowid AS x FROM enrolment

-- attack: who reads it
-- refused: no audience in an indicator
SELECT k.audience AS part FROM asked AS k

-- attack: a parameter by name
-- refused: no $ in an indicator
SELECT $audience AS part FROM spell

-- attack: a parameter by name, behind what looks like a remark
-- refused: no parameter in an indicator
SELECT '--' || $audience AS part FROM spell

-- attack: a parameter by place
-- refused: no parameter in an indicator
SELECT ? AS part FROM spell

-- attack: a parameter by number
-- refused: no $ in an indicator
SELECT $1 AS part FROM spell

-- attack: a type of one's own
-- refused: no cast to mood
SELECT CAST('a' AS mood) AS part FROM spell

-- attack: a type that looks something up
-- refused: no cast to regclass
SELECT CAST('private.text' AS regclass) AS part FROM spell

-- attack: an error swallowed
-- refused: no try
SELECT TRY(CAST('a' AS integer)) AS x FROM spell

-- attack: an order of another language
-- refused: no collate
SELECT period COLLATE nocase AS part FROM spell

-- attack: chance by a sample
-- refused: no sample in an indicator
SELECT period FROM spell TABLESAMPLE 10%

-- attack: chance by a sample of a query
-- refused: no sample in an indicator
SELECT period FROM spell USING SAMPLE 1

-- attack: what was before
-- refused: no AT in an indicator
SELECT story_id FROM story AT (VERSION => 1)

-- attack: a share of the rows
-- refused: no limit percent modifier
SELECT period FROM spell LIMIT 10%

-- attack: turned round
-- refused: no pivot
SELECT x FROM spell UNPIVOT (x FOR y IN (first_day, last_day))

-- attack: turned round by PIVOT
-- refused: want one SELECT
SELECT * FROM (PIVOT private.person ON email USING count(*))

-- attack: two statements
-- refused: no ; in an indicator
SELECT 1 AS x; SELECT words FROM private.text

-- attack: two statements, the first behind what looks like a remark
-- refused: want one SELECT, not 2 statements
SELECT '--' AS part; SELECT 1 AS x

-- attack: out of the splice
-- refused: syntax error
SELECT 1 AS x) , evil AS (SELECT words FROM private.text

-- attack: out of the splice by a remark without an end
-- refused: unterminated /* comment
SELECT 1 AS x /*

-- attack: a text without an end
-- refused: unterminated quoted string
SELECT 'x

-- attack: an end that cannot be seen
-- refused: mine.sql:16: a character that cannot be seen
SELECT 1 AS x \0 ) SELECT words FROM private.text

-- attack: an end of line that is none
-- refused: no private in an indicator
SELECT 1 AS x -- nothing\rUNION ALL SELECT words FROM private.text

-- attack: writing within WITH
-- refused: A CTE needs a SELECT
WITH t AS (DELETE FROM story RETURNING story_id) SELECT story_id FROM t

-- attack: writing
-- refused: want one SELECT
INSERT INTO story SELECT 1

-- attack: into a table
-- refused: SELECT INTO not supported
SELECT 1 AS x INTO stolen

-- attack: out to a file
-- refused: want one SELECT
COPY (SELECT 1) TO 'x'

-- attack: another file
-- refused: want one SELECT
ATTACH 'x' AS y

-- attack: a setting changed
-- refused: want one SELECT
SET GLOBAL enable_external_access = true

-- attack: a program installed
-- refused: want one SELECT
INSTALL httpfs

-- attack: a secret kept
-- refused: want one SELECT
CREATE SECRET s (TYPE s3)

-- attack: a macro made
-- refused: want one SELECT
CREATE MACRO m() AS TABLE SELECT words FROM private.text

-- attack: a plan
-- refused: want one SELECT
EXPLAIN SELECT words FROM private.text

-- attack: what was released
-- refused: no table "release_cell"
SELECT value FROM release_cell

-- attack: whose answers a release rests on
-- refused: no table "release_person"
SELECT person FROM release_person

-- attack: what did not fit
-- refused: no table "problem"
SELECT value_text_id FROM problem

-- attack: what answers say, as if all could see it
-- refused: mine.sql:8: protects: want answers or sensitive, not event: it reads answer
SELECT a.score AS x FROM answer AS a

-- attack: what answers say, from what is shared
-- refused: mine.sql:8: protects: want answers or sensitive, not event: it reads reply
SELECT r.score AS x FROM reply AS r

-- attack: what answers say, deep within
-- refused: mine.sql:8: protects: want answers or sensitive, not event: it reads response_score
WITH a AS (SELECT mean FROM response_score) SELECT (SELECT max(mean) FROM a) AS x FROM spell

-- attack: who answered, as if no survey were needed
-- refused: mine.sql:11: needs: want survey among them: it reads invitation
SELECT v.member_id AS person FROM invitation AS v

-- attack: stories as if all could see them
-- refused: mine.sql:8: protects: want stories, not event: it reads story
SELECT t.story_id AS subject FROM story AS t

-- attack: codes of stories as if all could see them
-- refused: mine.sql:8: protects: want stories, not event: it reads story_code
SELECT c.code AS part FROM story_code AS c

-- attack: answers beside stories
-- refused: mine.sql:8: reads answer and story: what mixes answers and stories is two indicators
SELECT a.score AS x FROM answer AS a JOIN story AS s ON s.community_id = a.community_id
