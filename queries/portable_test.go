package queries

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestPortableFilesHoldNothingThatOnlyOneEngineKnows(t *testing.T) {
	facts := communal()
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
	facts := communal()
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
