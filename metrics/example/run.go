package example

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"valuetrail/metrics"
	"valuetrail/queries"
)

// Difference is one figure that comes out otherwise than wanted: on which Line of
// the file, in which Column; "" where whole lines are too many or too few.
type Difference struct {
	Line   int    `json:"line"`
	Column string `json:"column"`
	Got    string `json:"got"`
	Want   string `json:"want"`
}

func (d Difference) String() string {
	if d.Column == "" {
		return fmt.Sprintf("%d: got %s, want %s", d.Line, d.Got, d.Want)
	}
	return fmt.Sprintf("%d: %s is %s, want %s", d.Line, d.Column, orBlank(d.Got), orBlank(d.Want))
}

func orBlank(s string) string {
	if s == "" {
		return "blank"
	}
	return s
}

// Run fills an empty world and asks every question of the example: what comes out
// otherwise, by line. Every reading is a line of want, in order, and of each the
// columns count that want names. A blank is null; all is all cohorts together.
func (e Example) Run(ctx context.Context, w World, catalogue []queries.Indicator, id string) ([]Difference, error) {
	if err := e.Fill(ctx, w); err != nil {
		return nil, err
	}
	var all []Difference
	for _, q := range e.Questions {
		s, err := q.Ask.Scope()
		if err != nil {
			return nil, err
		}
		answers, err := metrics.Ask(ctx, w, catalogue, []string{id}, s, Noon)
		if err != nil {
			return nil, err
		}
		found, err := q.Want.compare(answers[0].Readings)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

func (s Section) compare(readings []metrics.Reading) ([]Difference, error) {
	lines, at, err := s.rows()
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, wrong(s.Line-1, "want names no column")
	}
	if len(readings) != len(lines)-1 {
		return []Difference{{Line: s.Line - 1, Got: fmt.Sprintf("%d figures: %s", len(readings), listed(readings, lines[0])), Want: strconv.Itoa(len(lines) - 1)}}, nil
	}
	var all []Difference
	for i, line := range lines[1:] {
		got, err := Fields(readings[i])
		if err != nil {
			return nil, err
		}
		for n, name := range lines[0] {
			has, ok := got[name]
			if !ok {
				return nil, wrong(s.Line, "a figure has no %q", name)
			}
			want := line[n]
			if want == "all" {
				want = ""
			}
			if !same(has, want) {
				all = append(all, Difference{Line: at[i+1], Column: name, Got: has, Want: want})
			}
		}
	}
	return all, nil
}

// listed are the readings as lines of want, for whoever has to write them.
func listed(readings []metrics.Reading, names []string) string {
	var all []string
	for _, r := range readings {
		got, err := Fields(r)
		if err != nil {
			continue
		}
		var cells []string
		for _, name := range names {
			cells = append(cells, got[name])
		}
		all = append(all, strings.Join(cells, ", "))
	}
	slices.Sort(all)
	return strings.Join(all, " | ")
}

// Fields are the fields of a reading as JSON has them, as text, null blank.
func Fields(r metrics.Reading) (map[string]string, error) {
	text, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	var all map[string]any
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, err
	}
	out := map[string]string{"title": "", "baseline": "", "target": "", "moved": ""} // left out where blank
	for name, v := range all {
		if v == nil {
			v = ""
		}
		out[name] = fmt.Sprint(v)
	}
	return out, nil
}

// same compares numbers as exactly as want writes them.
func same(has, want string) bool {
	if has == want {
		return true
	}
	a, errA := strconv.ParseFloat(has, 64)
	b, errB := strconv.ParseFloat(want, 64)
	if errA != nil || errB != nil {
		return false
	}
	_, decimals, _ := strings.Cut(want, ".")
	return math.Abs(a-b) <= 0.5000001*math.Pow10(-len(decimals))
}
