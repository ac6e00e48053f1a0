package queries

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// What may stand in the tree of an own indicator, by the parser's words.
var (
	harmlessParts = []string{"SET_OPERATION_NODE", "JOIN", "SUBQUERY", "EXPRESSION_LIST", "EMPTY",
		"ORDER_MODIFIER", "LIMIT_MODIFIER", "DISTINCT_MODIFIER", "ORDER_DEFAULT", "ASCENDING", "DESCENDING"}
	harmlessExpressions = []string{"CONSTANT", "COMPARISON", "CONJUNCTION", "BETWEEN", "CASE", "SUBQUERY", "STAR OF VALUES"}
	harmlessOperators   = []string{"OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL", "OPERATOR_NOT", "OPERATOR_COALESCE", "COMPARE_IN", "COMPARE_NOT_IN", "GROUPING_FUNCTION"}
	harmlessSigns       = []string{"+", "-", "*", "/", "//", "%", "||", "~~", "!~~", "~~*", "!~~*"}
	// text_id, timezone and the like are not here: nothing that an indicator counts needs them.
	harmlessFunctions = []string{
		"count", "count_star", "sum", "avg", "min", "max", "median", "mode", "stddev", "stddev_samp", "stddev_pop", "variance", "var_samp", "var_pop",
		"quantile_cont", "quantile_disc", "percentile_cont", "percentile_disc", "corr", "bool_and", "bool_or", "arg_min", "arg_max",
		"row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value",
		"abs", "ceil", "ceiling", "floor", "round", "trunc", "sqrt", "ln", "log10", "exp", "power", "pow", "mod", "sign", "greatest", "least", "nullif", "coalesce",
		"length", "lower", "upper", "trim", "ltrim", "rtrim", "substring", "substr", "left", "right", "replace", "position", "strpos", "split_part", "concat", "starts_with",
		"regexp_replace", "date_part", "date_trunc", "date_diff",
	}
	plainTypes = []string{"VARCHAR", "INTEGER", "BIGINT", "HUGEINT", "SMALLINT", "TINYINT", "DOUBLE", "FLOAT", "DECIMAL", "BOOLEAN", "DATE", "TIMESTAMP"}
	// ofTheEngine are names that mean something to the engine where no column has them.
	ofTheEngine = []string{"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "current_user", "session_user", "user", "current_role",
		"current_schema", "current_catalog", "rowid"}
	ofMembers = []string{"org_unit", "function", "role", "sector", "level_override", "attribute", "label"}
)

// What a table tells of, for what an indicator that reads it must protect: what
// people answered, that somebody answered, what stories tell.
var (
	ofAnswers    = []string{"answer", "answer_cell", "response_score", "reply", "said", "deed", "standing_in", "change"}
	ofAnswering  = []string{"response", "invitation", "seat", "survey_round", "round", "closing", "round_pair", "rated_later", "rated_first", "change_safe"}
	ofStories    = []string{"story", "story_code", "story_flow", "story_link", "substantiation", "selection", "story_cycle", "story_told", "story_open", "account", "traced", "open_story", "dated", "first_told", "heard_back", "claiming", "valued"}
	ofTheProgram = []string{"release", "release_cell", "release_person", "problem", "schema_step", "source_file", "setting", "sealed_survey"}
	ofPeople     = []string{"enrolment", "roster_line", "member_group", "enrolled", "level"}
	ofLevels     = []string{"level", "standing", "level_move"}
)

// Readable are the tables, views and named tables of the prelude that an own
// indicator may read: facts, none of which holds a name or a text.
func Readable() map[string]bool {
	all := map[string]bool{}
	for _, t := range vocabulary.Tables() {
		all[t.Name] = !t.Private && !slices.Contains(ofTheProgram, t.Name)
	}
	views, err := fs.Glob(Files, "views/*.sql")
	if err != nil {
		panic(err) // the pattern is right
	}
	for _, v := range views {
		name := strings.TrimSuffix(path.Base(v), ".sql")
		all[name] = !slices.Contains(ofTheProgram, name)
	}
	prelude, err := kindText("prelude")
	if err != nil {
		panic(err) // it is embedded
	}
	for _, b := range blocks(prelude) {
		if b.name == "found" {
			break // what follows is made of what the file finds
		}
		all[b.name] = true
	}
	for name, may := range all {
		if !may {
			delete(all, name)
		}
	}
	return all
}

// protects holds the header to what the tables tell: what protects: event lets
// through without a threshold must not be an answer.
func (g *guarding) protects() {
	header := func(format string, args ...any) {
		g.faults = append(g.faults, fault(g.ind.File, lineOfKey(g.ind.SQL, "protects"), format, args...))
	}
	answers, answering, stories := g.reads(ofAnswers), g.reads(ofAnswering), g.reads(ofStories)
	guarded := g.ind.Protects == "answers" || g.ind.Protects == "sensitive"
	switch {
	case answers != "" && stories != "":
		header("reads %s and %s: what mixes answers and stories is two indicators", answers, stories)
	case answers != "" && !guarded:
		header("protects: want answers or sensitive, not %s: it reads %s", g.ind.Protects, answers)
	case stories != "" && g.ind.Protects != "stories":
		header("protects: want stories, not %s: it reads %s", g.ind.Protects, stories)
	case answering != "" && g.ind.Protects == "stories":
		header("protects: want answers, sensitive or event, not stories: it reads %s", answering)
	case answering != "" && !slices.Contains(g.ind.Needs, string(vocabulary.Survey)):
		g.faults = append(g.faults, fault(g.ind.File, lineOfKey(g.ind.SQL, "needs"), "needs: want survey among them: it reads %s", answering))
	}
}

// lineOfKey is the line of a key of the header, 1 where it has none.
func lineOfKey(text, key string) int {
	n := 0
	for line := range strings.Lines(text) {
		n++
		if strings.HasPrefix(line, "-- "+key+":") {
			return n
		}
	}
	return 1
}

// reads is the first of these tables that the file reads, "" for none.
func (g *guarding) reads(tables []string) string {
	for _, t := range g.ind.Reads {
		if slices.Contains(tables, t) {
			return t
		}
	}
	return ""
}
