package queries

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

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
	forbidden("sentence mixed case", `(?-i)"[^"]*[A-Z][^"]*"`),
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
		if strings.HasPrefix(strings.TrimSpace(line), "--") {
			line = "\n" // lines keep their numbers
		}
		lines = append(lines, line)
	}
	return sentence.ReplaceAllStringFunc(strings.Join(lines, ""), func(s string) string { return "'" + strings.Repeat("\n", strings.Count(s, "\n")) + "'" })
}

var sentence = regexp.MustCompile(`'[^']*'`)

// slip is something in a text that is not portable, and on which line.
type slip struct {
	line int
	what string
}

func (s slip) String() string { return fmt.Sprintf("%d: %s", s.line, s.what) }

// lint says what in a text is not portable. facts are the tables that hold
// several communities.
func lint(sql string, facts []string) []slip {
	var found []slip
	bare := withoutWords(sql)
	for _, s := range sins {
		for _, hit := range s.pattern.FindAllStringIndex(bare, -1) {
			found = append(found, slip{lineAt(bare, hit[0]), fmt.Sprintf("%s: %q", s.what, bare[hit[0]:hit[1]])})
		}
	}
	if at := strings.Index(bare, ";"); at >= 0 {
		found = append(found, slip{lineAt(bare, at), "a second statement: ;"})
	}
	safe := safely.ReplaceAllStringFunc(bare, func(s string) string { return strings.ReplaceAll(s, "/", " ") })
	for _, at := range division.FindAllStringIndex(safe, -1) {
		found = append(found, slip{lineAt(safe, at[0]), "a / without CAST(… AS double precision) / nullif(…)"})
	}
	return append(append(found, outsideWindows(bare)...), joinsWithoutCommunity(bare, facts)...)
}

// outsideWindows finds an ORDER BY that is in no OVER (…): Go sorts.
func outsideWindows(sql string) []slip {
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
				sql = sql[:w[1]] + blank(sql[w[1]:i]) + sql[i:]
				break
			}
		}
	}
	var found []slip
	for _, at := range orderBy.FindAllStringIndex(sql, -1) {
		found = append(found, slip{lineAt(sql, at[0]), "ORDER BY outside a window"})
	}
	return found
}

// joinsWithoutCommunity finds a join of a fact whose condition lacks the
// community: such a join would cross servers.
func joinsWithoutCommunity(sql string, facts []string) []slip {
	var found []slip
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
			found = append(found, slip{lineAt(sql, m[0]), "a join of " + table + " without community_id"})
		}
	}
	return found
}

// blank is a text of the same length and lines with nothing in it.
func blank(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return ' '
	}, strings.ToValidUTF8(s, " "))
}

// communal are the tables and views that hold a community_id.
func communal() []string {
	all := facts()
	for _, table := range vocabulary.Tables() {
		if table.Private {
			all = append(all, table.Name)
		}
	}
	return all
}

// facts are those of them that an indicator may read.
func facts() []string {
	var all []string
	for _, table := range vocabulary.Tables() {
		if !table.Private {
			all = append(all, table.Name)
		}
	}
	views, err := fs.Glob(Files, "views/*.sql")
	if err != nil {
		panic(err) // the pattern is right
	}
	for _, v := range views {
		all = append(all, strings.TrimSuffix(strings.TrimPrefix(v, "views/"), ".sql"))
	}
	return all
}

// Portable are warnings: what in the SQL of an indicator only some engines know, by
// line. It answers all the same.
func Portable(ind Indicator) []*Fault {
	var all []*Fault
	for _, s := range lint(ind.SQL, communal()) {
		f := fault(ind.File, s.line, "not portable: %s", s.what)
		f.Warning = true
		all = append(all, f)
	}
	slices.SortStableFunc(all, func(a, b *Fault) int { return a.Line - b.Line })
	return all
}
