package metrics_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// Each indicator has a worked example in testdata/<id>.txtar: small tables in,
// figures out, with the arithmetic in words that a facilitator can check.
func TestEveryIndicatorHasAWorkedExampleThatComesOut(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, ind := range catalogue {
		t.Run(ind.ID, func(t *testing.T) {
			text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
			if err != nil {
				t.Fatalf("%s has no worked example: %v", ind.ID, err)
			}
			a := txtar.Parse(text)
			if len(a.Comment) < 100 {
				t.Errorf("the example does not say how it comes out: %q", a.Comment)
			}
			w := world(t, a)
			questions := 0
			for i, f := range a.Files {
				if f.Name != "ask" {
					continue
				}
				questions++
				if i+1 == len(a.Files) || a.Files[i+1].Name != "want" {
					t.Fatalf("ask is not followed by want")
				}
				answers, err := metrics.Ask(context.Background(), w, catalogue, []string{ind.ID}, scopeOf(t, string(f.Data)), noon)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, string(f.Data), answers[0].Readings, string(a.Files[i+1].Data))
			}
			if questions == 0 {
				t.Error("the example asks nothing")
			}
		})
	}
}

// scopeOf reads "--grain term --by sector".
func scopeOf(t *testing.T, line string) metrics.Scope {
	t.Helper()
	s := metrics.Scope{Community: "c"}
	words := strings.Fields(line)
	if len(words)%2 != 0 {
		t.Fatalf("ask %q: want --flag value", line)
	}
	for i := 0; i < len(words); i += 2 {
		switch value := words[i+1]; words[i] {
		case "--grain":
			s.Grain = vocabulary.Grain(strings.ReplaceAll(value, "-", "_"))
		case "--by":
			s.By = value
		case "--audience":
			s.Audience = vocabulary.Audience(value)
		case "--cohort":
			s.Cohorts = append(s.Cohorts, value)
		case "--since":
			s.Since = day(t, value)
		case "--until":
			s.Until = day(t, value)
		default:
			t.Fatalf("ask: unknown flag %s", words[i])
		}
	}
	return s
}

// compare holds readings to the lines of want: every reading a line, in order,
// and of each the columns that want names. A blank is null; all is the line of
// all cohorts together.
func compare(t *testing.T, ask string, readings []metrics.Reading, want string) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(want))
	r.TrimLeadingSpace = true
	lines, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(readings) != len(lines)-1 {
		t.Errorf("%s: %d readings, want %d", strings.TrimSpace(ask), len(readings), len(lines)-1)
		for _, r := range readings {
			text, _ := json.Marshal(r)
			t.Log(string(text))
		}
		return
	}
	for i, line := range lines[1:] {
		got := fields(t, readings[i])
		for n, name := range lines[0] {
			has, ok := got[name]
			if !ok {
				t.Fatalf("a reading has no %q", name)
			}
			if line[n] == "all" {
				line[n] = ""
			}
			if !same(has, line[n]) {
				t.Errorf("%s, line %d (%s): %s is %q, want %q", strings.TrimSpace(ask), i+1, strings.Join(line, ","), name, has, line[n])
			}
		}
	}
}

// fields are the JSON fields of a reading as text, null blank.
func fields(t *testing.T, r metrics.Reading) map[string]string {
	t.Helper()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{"title": "", "baseline": "", "target": "", "moved": ""} // left out where blank
	for name, v := range all {
		if v == nil {
			v = ""
		}
		out[name] = fmt.Sprint(v)
	}
	return out
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
