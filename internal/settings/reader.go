package settings

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"valuetrail/internal/vocabulary"
)

// reader walks the YAML tree and collects faults.
type reader struct {
	faults []Fault
	// known and said are the keys that could stand and that stood in the file,
	// by their path: what the starter must show.
	known, said map[string]bool
	path        []string
	// targets are the nodes of Settings.Targets: their cohorts are looked up
	// when all are read.
	targets []ast.Node
}

// keys says how each key of an object is read.
type keys map[string]func(ast.Node)

func (r *reader) whole(what, hint string) {
	r.faults = append(r.faults, Fault{What: what, Hint: hint})
}

func (r *reader) fault(at ast.Node, what, hint string) {
	f := Fault{What: what, Hint: hint}
	if at != nil && at.GetToken() != nil && at.GetToken().Position != nil {
		f.Line, f.Column = at.GetToken().Position.Line, at.GetToken().Position.Column
	}
	r.faults = append(r.faults, f)
}

func (r *reader) inOrder() []Fault {
	slices.SortStableFunc(r.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.faults
}

// object reads the keys of a mapping and reports whether it found no fault;
// name says what it is in words.
func (r *reader) object(n ast.Node, name string, known keys) bool {
	before := len(r.faults)
	for key := range known {
		r.note(&r.known, key)
	}
	pairs, ok := r.pairs(n, name)
	if !ok {
		return false
	}
	first := map[string]int{}
	for _, pair := range pairs {
		key, ok := scalar(pair.Key)
		read := known[key]
		switch {
		case !ok:
			r.fault(pair.Key, "a key must be a plain word", "")
		case read == nil:
			r.fault(pair.Key, fmt.Sprintf("unknown key %q in %s", key, name), nearest(key, slices.Sorted(maps.Keys(known))))
		case first[key] > 0:
			r.fault(pair.Key, fmt.Sprintf("key %q stands twice, first on line %d", key, first[key]), "keep one of the two")
		case !isNull(pair.Value):
			r.note(&r.said, key)
			r.path = append(r.path, key)
			read(pair.Value)
			r.path = r.path[:len(r.path)-1]
		}
		first[key] = max(first[key], pair.Key.GetToken().Position.Line)
	}
	return len(r.faults) == before
}

func (r *reader) pairs(n ast.Node, name string) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	r.fault(n, fmt.Sprintf("%s: want keys and values, found %s", name, kind(n)), "write it like  key: value")
	return nil, false
}

// list reads each element; a single one may stand without the list.
func (r *reader) list(each func(ast.Node)) func(ast.Node) {
	return func(n ast.Node) {
		switch n := n.(type) {
		case *ast.SequenceNode:
			for _, v := range n.Values {
				each(v)
			}
		case *ast.MappingNode, *ast.MappingValueNode:
			each(n)
		default:
			r.fault(n, "want a list, found "+kind(n), "write it like  [{…}, {…}]  or each on a line that begins with a dash")
		}
	}
}

func (r *reader) text(to *string) func(ast.Node) {
	return func(n ast.Node) {
		s, ok := scalar(n)
		switch {
		case !ok:
			r.fault(n, "want text, found "+kind(n), "put quotation marks around text that holds : # [ or {")
		case strings.ContainsFunc(s, func(c rune) bool { return c < ' ' && c != '\n' || c == 0x7f }):
			r.fault(n, "text holds a control character", "write it again by hand")
		default:
			*to = strings.TrimSpace(s)
		}
	}
}

// id reads a short name that files and flags repeat.
func (r *reader) id(to *string) func(ast.Node) {
	return func(n ast.Node) {
		before := len(r.faults)
		r.text(to)(n)
		if len(r.faults) == before && (*to == "" || len([]rune(*to)) > 60 || strings.ContainsAny(*to, ";|\n")) {
			r.fault(n, fmt.Sprintf("%q cannot be an id", *to), "use up to 60 letters, without ; and |")
		}
	}
}

func (r *reader) number(to *float64, least, most float64) func(ast.Node) {
	return func(n ast.Node) {
		s, _ := scalar(n)
		x, err := strconv.ParseFloat(s, 64)
		switch {
		case err != nil || math.IsNaN(x) || math.IsInf(x, 0):
			r.fault(n, "want a number, found "+shown(n), "")
		case x < least || x > most:
			r.fault(n, fmt.Sprintf("%s is out of range", s), fmt.Sprintf("want a number from %g to %g", least, most))
		default:
			*to = x
		}
	}
}

func (r *reader) optionalNumber(to **float64) func(ast.Node) {
	return func(n ast.Node) {
		var x float64
		before := len(r.faults)
		if r.number(&x, -math.MaxFloat64, math.MaxFloat64)(n); len(r.faults) == before {
			*to = &x
		}
	}
}

func (r *reader) count(to *int, least, most int) func(ast.Node) {
	return func(n ast.Node) {
		x, before := 0.0, len(r.faults)
		r.number(&x, float64(least), float64(most))(n)
		switch {
		case len(r.faults) > before:
		case x != math.Trunc(x):
			r.fault(n, "want a whole number, found "+shown(n), "")
		default:
			*to = int(x)
		}
	}
}

func (r *reader) flag(to *bool) func(ast.Node) {
	return func(n ast.Node) {
		s, _ := scalar(n)
		switch strings.ToLower(s) {
		case "true", "yes":
			*to = true
		case "false", "no":
			*to = false
		default:
			r.fault(n, "want yes or no, found "+shown(n), "")
		}
	}
}

func (r *reader) day(to *Day) func(ast.Node) {
	return func(n ast.Node) {
		s, _ := scalar(n)
		d, err := ParseDay(s)
		if err != nil || d == 0 {
			r.fault(n, "want a day, found "+shown(n), "write it like 2025-09-01")
			return
		}
		*to = d
	}
}

func (r *reader) monthDay(to *MonthDay) func(ast.Node) {
	return func(n ast.Node) {
		s, _ := scalar(n)
		d, err := parseMonthDay(s)
		if err != nil {
			r.fault(n, "want a day of every year, found "+shown(n), "write it like 09-01 (month, then day); 29 February is none")
			return
		}
		*to = d
	}
}

// word reads a word of a closed list.
func (r *reader) word(c vocabulary.Choice, to *string) func(ast.Node) {
	return func(n ast.Node) {
		s, ok := scalar(n)
		if !ok {
			r.fault(n, fmt.Sprintf("want a %s, found %s", c.Name, kind(n)), "")
			return
		}
		w, err := c.Parse(s)
		if err != nil {
			r.fault(n, err.Error(), nearest(s, c.Words))
			return
		}
		if w != "" {
			*to = w
		}
	}
}

func (r *reader) note(in *map[string]bool, key string) {
	if *in == nil {
		*in = map[string]bool{}
	}
	(*in)[strings.Join(append(slices.Clone(r.path), key), ".")] = true
}

func nearest(word string, words []string) string {
	if near := vocabulary.Nearest(word, words); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "known here: " + strings.Join(words, ", ")
}
