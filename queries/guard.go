package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"valuetrail/internal/vocabulary"
)

// Parse gives the tree of a text as the engine reads it, as JSON: what DuckDB's
// json_serialize_sql answers.
type Parse func(sql string) (tree []byte, err error)

// ReadOwn reads a user's folder as Read does, and holds each file to its parse
// tree: an own indicator reads facts without names, through the functions that are
// known to do no harm, and nothing else. All faults come at once.
func ReadOwn(folder fs.FS, parse Parse) ([]Indicator, error) {
	all, err := Read(folder)
	faults := []error{err}
	for i := range all {
		all[i].Own = true
		faults = append(faults, guard(&all[i], parse)...)
	}
	return all, errors.Join(faults...)
}

// guard holds an indicator to the tree of its text and fills in what that tells.
func guard(ind *Indicator, parse Parse) []error {
	if ind.unread {
		return nil
	}
	text, err := parse(ind.SQL)
	if err != nil {
		return []error{fault(ind.File, max(ind.body, 1), "%w", err)}
	}
	g := guarding{ind: ind, tables: Readable()}
	g.statement(text)
	slices.Sort(ind.Reads)
	ind.Reads = slices.Compact(ind.Reads)
	if g.faults == nil {
		g.protects()
	}
	ind.ByAttribute = g.reads(ofLevels) != "" || g.attribute && g.reads(ofPeople) != ""
	return g.faults
}

// guarding walks one tree. Whatever it does not know is refused.
type guarding struct {
	ind    *Indicator
	tables map[string]bool
	faults []error
	// attribute says that a column tells what a member is.
	attribute bool
}

// node is an object of a tree.
type node = map[string]any

func (g *guarding) wrong(n node, format string, args ...any) {
	f := fault(g.ind.File, g.line(n), format, args...)
	for _, known := range g.faults {
		if known.Error() == f.Error() {
			return
		}
	}
	g.faults = append(g.faults, f)
}

// line is the line that a node stands in; of one that has no place, that of the
// nearest of its parts which has one, else the first of the SQL.
func (g *guarding) line(n node) int {
	if at, ok := place(n); ok && at <= len(g.ind.SQL) {
		return lineAt(g.ind.SQL, at)
	}
	return max(g.ind.body, 1)
}

func place(v any) (int, bool) {
	switch v := v.(type) {
	case node:
		if at, err := strconv.Atoi(fmt.Sprint(v["query_location"])); err == nil {
			return at, true // what has no place has a number that is none
		}
		least, found := 0, false
		for _, part := range v {
			if at, ok := place(part); ok && (!found || at < least) {
				least, found = at, true
			}
		}
		return least, found
	case []any:
		for _, part := range v {
			if at, ok := place(part); ok {
				return at, true
			}
		}
	}
	return 0, false
}

// lineAt is the number of the line that a byte stands in.
func lineAt(text string, at int) int { return 1 + strings.Count(text[:min(at, len(text))], "\n") }

// statement holds the whole answer of the parser to one SELECT.
func (g *guarding) statement(text []byte) {
	var tree struct {
		Error      bool
		Message    string `json:"error_message"`
		Position   string
		Statements []struct {
			Node  any
			Named []any `json:"named_param_map"`
		}
	}
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.UseNumber() // a place that is none is greater than any int
	switch err := d.Decode(&tree); {
	case err != nil:
		g.wrong(nil, "cannot be understood as SQL")
	case tree.Error && tree.Position != "":
		at, _ := strconv.Atoi(tree.Position)
		g.wrong(node{"query_location": at}, "%s", tree.Message)
	case tree.Error && strings.HasPrefix(tree.Message, "Only SELECT"):
		g.wrong(nil, "want one SELECT, which may start with WITH, and nothing else")
	case tree.Error:
		g.wrong(nil, "%s", tree.Message)
	case len(tree.Statements) != 1:
		g.wrong(nil, "want one SELECT, not %d statements", len(tree.Statements))
	case len(tree.Statements[0].Named) > 0:
		g.wrong(nil, "no parameter in an indicator: spell says what is asked")
	default:
		g.walk(tree.Statements[0].Node, nil)
	}
}

// walk goes through a node and all its parts. with are the names that WITH gave
// further out.
func (g *guarding) walk(v any, with []string) {
	switch v := v.(type) {
	case []any:
		for _, part := range v {
			g.walk(part, with)
		}
	case node:
		with = g.within(v, with)
		if class, ok := v["class"].(string); ok {
			g.expression(v, class)
		} else if kind, ok := v["type"].(string); ok {
			g.table(v, kind, with)
		}
		for _, name := range inOrder(v) {
			switch {
			case name == "cte_map", v["type"] == "TABLE_FUNCTION": // done; refused as a whole
			case v["class"] == "CONSTANT" && name == "value", name == "cast_type": // a value, a type
			default:
				g.walk(v[name], with)
			}
		}
	}
}

// inOrder are the parts of a node, always in one order.
func inOrder(n node) []string {
	var names []string
	for name := range n {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// within walks the tables that WITH names, each of which knows those before it.
func (g *guarding) within(n node, with []string) []string {
	named, _ := n["cte_map"].(node)
	all, _ := named["map"].([]any)
	with = slices.Clone(with)
	for _, one := range all {
		entry, _ := one.(node)
		g.walk(entry["value"], with)
		name, _ := entry["key"].(string)
		with = append(with, strings.ToLower(name))
	}
	return with
}

// table holds to its rule what stands where a table may, and every other part
// that is no expression.
func (g *guarding) table(n node, kind string, with []string) {
	if n["sample"] != nil {
		g.wrong(n, "no sample in an indicator: two runs would differ")
	}
	switch kind {
	case "BASE_TABLE":
		g.base(n, with)
	case "TABLE_FUNCTION":
		f, _ := n["function"].(node)
		g.wrong(n, "no %v(…) in place of a table: an indicator reads facts without names, and nothing else", f["function_name"])
	case "SELECT_NODE":
		from, _ := n["from_table"].(node)
		listed, _ := n["select_list"].([]any)
		for _, e := range listed {
			if e, ok := e.(node); ok && e["class"] == "STAR" && from["type"] == "EXPRESSION_LIST" {
				e["class"] = "STAR OF VALUES" // how the parser writes VALUES
			}
		}
	case "RECURSIVE_CTE_NODE", "CTE_NODE":
		g.wrong(n, "no RECURSIVE in an indicator: not every engine can")
	default:
		if !slices.Contains(harmlessParts, kind) {
			g.wrong(n, "no %s in an indicator", strings.ToLower(strings.ReplaceAll(kind, "_", " ")))
		}
	}
}

func (g *guarding) base(n node, with []string) {
	name := strings.ToLower(fmt.Sprint(n["table_name"]))
	schema := fmt.Sprint(n["schema_name"])
	switch {
	case strings.EqualFold(schema, "private"), strings.EqualFold(fmt.Sprint(n["catalog_name"]), "private"):
		g.wrong(n, "no private in an indicator: it reads facts without names, and nothing else")
	case schema != "" || n["catalog_name"] != "":
		g.wrong(n, "%s: name the table alone", strings.Trim(fmt.Sprintf("%v.%s.%s", n["catalog_name"], schema, name), "."))
	case n["at_clause"] != nil:
		g.wrong(n, "no AT in an indicator: it reads what there is")
	case slices.Contains(with, name):
	case g.tables[name]:
		g.ind.Reads = append(g.ind.Reads, name)
	default:
		g.wrong(n, "no table %q%s", echoed(name), nearTable(name, g.tables))
	}
}

// nearTable names the table that may be meant, where there is one.
func nearTable(name string, tables map[string]bool) string {
	var all []string
	for t := range tables {
		all = append(all, t)
	}
	slices.Sort(all)
	if near := vocabulary.Nearest(name, all); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ": an indicator reads facts without names, and nothing else"
}

func (g *guarding) expression(n node, class string) {
	kind := fmt.Sprint(n["type"])
	switch class {
	case "FUNCTION", "WINDOW":
		g.function(n)
	case "COLUMN_REF":
		g.column(n)
	case "STAR":
		g.wrong(n, "no *: name the columns")
	case "OPERATOR":
		if !slices.Contains(harmlessOperators, kind) {
			g.wrong(n, "no %s in an indicator: not every engine can", strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(kind, "OPERATOR_"), "_", " ")))
		}
	case "CAST":
		t, _ := n["cast_type"].(node)
		if id := fmt.Sprint(t["id"]); !slices.Contains(plainTypes, id) {
			g.wrong(n, "no cast to %s: want text, integer, bigint, double precision, boolean, date or timestamp", typeName(t))
		}
	case "PARAMETER":
		g.wrong(n, "no parameter in an indicator: spell says what is asked")
	case "POSITIONAL_REFERENCE":
		g.wrong(n, "no #%v: name the column", n["index"])
	default:
		if !slices.Contains(harmlessExpressions, class) {
			g.wrong(n, "no %s in an indicator: not every engine can", strings.ToLower(class))
		}
	}
}

func typeName(t node) string {
	info, _ := t["type_info"].(node)
	if name, ok := info["name"].(string); ok && name != "" {
		return name
	}
	return strings.ToLower(fmt.Sprint(t["id"]))
}

func (g *guarding) function(n node) {
	name := strings.ToLower(fmt.Sprint(n["function_name"]))
	schema := fmt.Sprint(n["schema"])
	operator, _ := n["is_operator"].(bool)
	switch {
	case n["catalog"] != "" || schema != "" && schema != "main": // main is what the parser itself writes
		g.wrong(n, "%s.%s: name the function alone", schema, name)
	case operator && !slices.Contains(harmlessSigns, name):
		g.wrong(n, "no %s in an indicator", name)
	case !operator && !slices.Contains(harmlessFunctions, name):
		near := vocabulary.Nearest(name, harmlessFunctions)
		if near != "" {
			near = fmt.Sprintf("; did you mean %s?", near)
		}
		g.wrong(n, "no function %s in an indicator%s", echoed(name), near)
	}
}

func (g *guarding) column(n node) {
	names, _ := n["column_names"].([]any)
	if len(names) == 0 {
		return
	}
	name := strings.ToLower(fmt.Sprint(names[len(names)-1]))
	switch {
	case slices.Contains(ofTheEngine, name):
		g.wrong(n, "no %s in an indicator: it has no clock and knows no user; spell has today", name)
	case name == "audience":
		g.wrong(n, "no audience in an indicator: a figure is the same for every reader")
	case slices.Contains(ofMembers, name):
		g.attribute = true
	}
}
