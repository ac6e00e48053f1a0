package queries

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

// sin is something that the portable subset forbids.
type sin struct {
	what    string
	pattern *regexp.Regexp
}

func forbidden(what, pattern string) sin {
	return sin{what, regexp.MustCompile(`(?i)` + pattern)}
}

var sins = []sin{
	forbidden("grouping sets", `\bGROUPING\s+SETS\b|\bROLLUP\b|\bCUBE\b`),
	forbidden("QUALIFY", `\bQUALIFY\b`),
	forbidden("GROUP BY ALL", `\b(GROUP|ORDER)\s+BY\s+ALL\b`),
	forbidden("DISTINCT ON", `\bDISTINCT\s+ON\b`),
	forbidden("PIVOT", `\b(UN)?PIVOT\b`),
	forbidden("date arithmetic", `\bdate_(trunc|diff|part|add|sub)\b|\bdatediff\b|\bINTERVAL\b|\bextract\s*\(|\bDATE\s*'|\bcurrent_(date|timestamp)\b|\bnow\s*\(|\bstrftime\b|\bepoch\s*\(`),
	forbidden("float or bare double", `\bfloat[48]?\b|\breal\b|\bdouble\b\s*[^p\s]|\bdouble\s+[^p\s]|\bdouble\s+p[^r]`),
	forbidden("SELECT *", `\bSELECT\s+(DISTINCT\s+)?(\w+\.)?\*|,\s*\w+\.\*`),
	forbidden("a cast with ::", `::`),
	forbidden("ILIKE", `\bI?LIKE\b|\bSIMILAR\s+TO\b|~`),
	forbidden("list or struct functions", `\b(list_\w+|array_\w+|struct_\w+|unnest|list|array_agg|string_split|arg_m(in|ax)|bool_(and|or)|map)\s*\(|\[|\{\s*'`),
	forbidden("round in SQL", `\bround\s*\(`),
	forbidden("letter case in SQL", `\b(upper|lower)\s*\(`),
	forbidden("quoted mixed case", `(?-i)"[^"]*[A-Z][^"]*"`),
	forbidden("NULLS FIRST or LAST", `\bNULLS\s+(FIRST|LAST)\b`),
	forbidden("a schema's name", `\b(main|private)\.`),
	forbidden("a look into the engine", `\binformation_schema\b|\bduckdb_\w+|\bpg_\w+|\bquery(_table)?\s*\(`),
	forbidden("a recursive CTE", `\bRECURSIVE\b`),
}

var (
	orderBy    = regexp.MustCompile(`(?i)\bORDER\s+BY\b`)
	over       = regexp.MustCompile(`(?i)\b(OVER|GROUP)\s*\(`)
	division   = regexp.MustCompile(`(?i)/`)
	safely     = regexp.MustCompile(`(?i)CAST\([^/]*AS double precision\)\s*/\s*nullif\(`)
	fromOrJoin = regexp.MustCompile(`(?i)\b(FROM|JOIN)\s+(\w+)(?:\s+AS\s+(\w+))?`)
	nextClause = regexp.MustCompile(`(?i)\b(FROM|JOIN|LEFT|CROSS|WHERE|GROUP|UNION|SELECT)\b`)
)

// withoutWords blanks remarks and the insides of quotes, so that a word in a
// sentence is no sin.
func withoutWords(sql string) string {
	var lines []string
	for line := range strings.Lines(sql) {
		if !strings.HasPrefix(strings.TrimSpace(line), "--") {
			lines = append(lines, line)
		}
	}
	return regexp.MustCompile(`'[^']*'`).ReplaceAllString(strings.Join(lines, ""), "''")
}

// lint says what in a text is not portable. facts are the tables that hold
// several communities.
func lint(sql string, facts []string) []string {
	var found []string
	bare := withoutWords(sql)
	for _, s := range sins {
		if hit := s.pattern.FindString(bare); hit != "" {
			found = append(found, fmt.Sprintf("%s: %q", s.what, hit))
		}
	}
	if strings.Contains(bare, ";") {
		found = append(found, "a second statement: ;")
	}
	if len(division.FindAllString(bare, -1)) != len(safely.FindAllString(bare, -1)) {
		found = append(found, "a / without CAST(… AS double precision) / nullif(…)")
	}
	return append(append(found, outsideWindows(bare)...), joinsWithoutCommunity(bare, facts)...)
}

// outsideWindows finds an ORDER BY that is in no OVER (…): Go sorts.
func outsideWindows(sql string) []string {
	for _, w := range over.FindAllStringIndex(sql, -1) {
		depth := 0
		for i := w[1] - 1; i < len(sql); i++ {
			switch sql[i] {
			case '(':
				depth++
			case ')':
				depth--
			}
			if depth == 0 {
				sql = sql[:w[1]] + strings.Repeat(" ", i-w[1]) + sql[i:]
				break
			}
		}
	}
	if orderBy.MatchString(sql) {
		return []string{"ORDER BY outside a window"}
	}
	return nil
}

// joinsWithoutCommunity finds a join of a fact whose condition lacks the
// community: such a join would cross servers.
func joinsWithoutCommunity(sql string, facts []string) []string {
	var found []string
	for _, m := range fromOrJoin.FindAllStringSubmatchIndex(sql, -1) {
		word, table := strings.ToUpper(sql[m[2]:m[3]]), strings.ToLower(sql[m[4]:m[5]])
		if word != "JOIN" || !slices.Contains(facts, table) {
			continue
		}
		condition := sql[m[1]:]
		if end := nextClause.FindStringIndex(condition); end != nil {
			condition = condition[:end[0]]
		}
		if !strings.Contains(condition, "community") {
			found = append(found, "a join of "+table+" without community_id")
		}
	}
	return found
}

// communal are the tables and views that hold a community_id.
func communal(t *testing.T) []string {
	var all []string
	for _, table := range vocabulary.Tables() {
		all = append(all, table.Name)
	}
	views, err := fs.Glob(Files, "views/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range views {
		all = append(all, strings.TrimSuffix(strings.TrimPrefix(v, "views/"), ".sql"))
	}
	return all
}

func TestPortableFilesHoldNothingThatOnlyOneEngineKnows(t *testing.T) {
	facts := communal(t)
	read := 0
	for folder, in := range map[string]fs.FS{"indicators": indicatorFiles, "kinds": kindFiles, "views": Files} {
		names, err := fs.Glob(in, folder+"/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(in, name)
			if err != nil {
				t.Fatal(err)
			}
			read++
			if folder != "kinds" && strings.Contains(withoutWords(string(text)), "$") {
				t.Errorf("%s: $ outside the prelude", name)
			}
			for _, fault := range lint(string(text), facts) {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
	if read < 20 {
		t.Fatalf("only %d files were read", read)
	}
}

func TestPreludeAloneNamesTheParameters(t *testing.T) {
	named := regexp.MustCompile(`\$([a-z_]+)`)
	names, err := fs.Glob(kindFiles, "kinds/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := kindFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			found = append(found, m[1])
		}
		want := []string(nil)
		if name == "kinds/prelude.sql" {
			want = Parameters
		}
		if !slices.Equal(found, want) {
			t.Errorf("%s names %v, want %v", name, found, want)
		}
	}
}

func TestLintFindsPlantedSins(t *testing.T) {
	planted := map[string]string{
		"grouping sets":            "SELECT a FROM x GROUP BY GROUPING SETS ((a), ())",
		"rollup":                   "SELECT a FROM x GROUP BY ROLLUP (a)",
		"qualify":                  "SELECT a FROM x QUALIFY row_number() OVER (ORDER BY a) = 1",
		"group by all":             "SELECT a, count(b) FROM x GROUP BY ALL",
		"distinct on":              "SELECT DISTINCT ON (a) a FROM x",
		"date_trunc":               "SELECT date_trunc('month', a) FROM x",
		"interval":                 "SELECT a + INTERVAL 1 DAY FROM x",
		"date literal":             "SELECT a FROM x WHERE d > DATE '2025-01-01'",
		"today":                    "SELECT current_date FROM x",
		"float":                    "SELECT CAST(a AS float) FROM x",
		"bare double":              "SELECT CAST(a AS double) FROM x",
		"star":                     "SELECT * FROM x",
		"star of a table":          "SELECT x.* FROM x",
		"second star":              "SELECT a, x.* FROM x",
		"short cast":               "SELECT a::text FROM x",
		"ilike":                    "SELECT a FROM x WHERE a ILIKE 'b'",
		"pattern operator":         "SELECT a FROM x WHERE a ~ 'b'",
		"list function":            "SELECT list_contains(a, 1) FROM x",
		"list literal":             "SELECT [1, 2] FROM x",
		"arg_max":                  "SELECT arg_max(a, b) FROM x",
		"rounding":                 "SELECT round(a) FROM x",
		"lower":                    "SELECT lower(a) FROM x",
		"mixed case":               `SELECT a AS "Group" FROM x`,
		"nulls last":               "SELECT row_number() OVER (ORDER BY a NULLS LAST) FROM x",
		"private schema":           "SELECT words FROM private.text",
		"recursive":                "WITH RECURSIVE t AS (SELECT 1 AS a) SELECT a FROM t",
		"bare division":            "SELECT a / b FROM x",
		"division without nullif":  "SELECT CAST(a AS double precision) / b FROM x",
		"division without a cast":  "SELECT a / nullif(b, 0) FROM x",
		"semicolon":                "SELECT a FROM x; DROP TABLE x",
		"order by at the end":      "SELECT row_number() OVER (ORDER BY a) AS n FROM x ORDER BY n",
		"fact without community":   "SELECT a.score FROM response AS r JOIN answer AS a ON a.response_id = r.response_id",
		"fact joined by using":     "SELECT score FROM response JOIN answer USING (response_id)",
		"fact joined across":       "SELECT a.score FROM response AS r CROSS JOIN answer AS a",
		"view without a community": "SELECT p.day_no FROM session AS s LEFT JOIN registered_session AS p ON p.session_id = s.session_id WHERE s.community_id = 'x'",
	}
	facts := communal(t)
	for name, sql := range planted {
		if len(lint(sql, facts)) == 0 {
			t.Errorf("%s is not found: %s", name, sql)
		}
	}
	clean := `-- ORDER BY; a / b; SELECT *
WITH told AS (
    SELECT a.community_id, row_number() OVER (PARTITION BY a.x ORDER BY a.day_no DESC) AS nth
    FROM response AS r
    JOIN answer AS a ON a.community_id = r.community_id AND a.response_id = r.response_id
)
SELECT CAST(sum(nth) AS double precision) / nullif(count(nth), 0) AS value, 'a / b; now()' AS words FROM told`
	if found := lint(clean, facts); found != nil {
		t.Errorf("a clean text is blamed: %v", found)
	}
}
