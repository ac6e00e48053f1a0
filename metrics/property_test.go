package metrics_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// ofTheList are the indicators that somebody on the member list who never comes
// must matter to: they say of how many.
var ofTheList = []string{"members_taking_part", "reach_rate", "attendance_rate", "level_share", "level_mobility", "facilitation_rotation", "attendance_gini", "teller_coverage",
	"core_growth", "lapsed", "helping_density", "inclusion_mix", "vote_turnout"}

// fallsWithTheList are those of them that such a member can only lower.
var fallsWithTheList = []string{"reach_rate", "attendance_rate", "helping_density", "vote_turnout"}

// Each worked example stands four times in one data file, as communities of their
// own: as it is, with the rows of every table in the other order, with every
// member and alias called otherwise, and with one more member who never came.
func TestFiguresDependOnNothingThatMustNotMatter(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for n, ind := range catalogue {
		if testing.Short() && n%8 != 0 { // all of them take a minute
			continue
		}
		t.Run(ind.ID, func(t *testing.T) {
			text, err := os.ReadFile("testdata/" + ind.ID + ".txtar")
			if err != nil {
				t.Fatal(err)
			}
			example := txtar.Parse(text)
			var tables txtar.Archive
			for community, change := range changes {
				tables.Files = append(tables.Files, changed(t, example, community, change).Files...)
			}
			w := world(t, &tables)
			mattered := !slices.Contains(ofTheList, ind.ID)
			for _, f := range example.Files {
				if f.Name != "ask" {
					continue
				}
				ask := func(community string) []metrics.Reading {
					s := scopeOf(t, string(f.Data))
					s.Community = community
					answers, err := metrics.Ask(context.Background(), w, catalogue, []string{ind.ID}, s, noon)
					if err != nil {
						t.Fatal(err)
					}
					return answers[0].Readings
				}
				plain := ask("plain")
				for _, r := range plain {
					withinBounds(t, ind, r)
				}
				alike(t, "the other order of rows", plain, ask("turned"))
				alike(t, "other names", plain, ask("renamed"))
				one := ask("joined")
				if !slices.Contains(ofTheList, ind.ID) {
					alike(t, "one who never came", plain, one)
					continue
				}
				mattered = mattered || told(t, plain) != told(t, one)
				if slices.Contains(fallsWithTheList, ind.ID) {
					notMore(t, plain, one)
				}
			}
			if !mattered {
				t.Error("one more who never came changes nothing that is told of the list")
			}
		})
	}
}

// changes are what is done to the rows of a table, by the community that has them.
var changes = map[string]func(table string, columns []string, rows [][]string) [][]string{
	"plain": func(_ string, _ []string, rows [][]string) [][]string { return rows },
	"turned": func(_ string, _ []string, rows [][]string) [][]string {
		slices.Reverse(rows)
		return rows
	},
	"renamed": func(_ string, columns []string, rows [][]string) [][]string {
		for n, column := range columns {
			if column != "member_id" && !strings.Contains(column, "alias_id") {
				continue
			}
			for _, row := range rows {
				row[n] = otherwise(row[n])
			}
		}
		return rows
	},
	"joined": func(table string, columns []string, rows [][]string) [][]string {
		if table != "enrolment" && table != "member" || len(rows) == 0 {
			return rows
		}
		one := slices.Clone(rows[0])
		for n, column := range columns {
			switch column {
			case "member_id":
				one[n] = "zora"
			case "org_unit", "sector", "function", "role", "level_override", "leave_reason":
				one[n] = ""
			case "row_no":
				one[n] = "999"
			}
		}
		return append(rows, one)
	},
}

// otherwise is another name, in which what came first comes last.
func otherwise(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return 'a' + 'z' - r
		case r >= '0' && r <= '9':
			return '0' + '9' - r
		}
		return r
	}, name)
}

// changed is every table of an example, under a community of its own.
func changed(t *testing.T, example *txtar.Archive, community string, change func(string, []string, [][]string) [][]string) *txtar.Archive {
	t.Helper()
	var all txtar.Archive
	for _, f := range example.Files {
		name, ok := strings.CutSuffix(f.Name, ".csv")
		if !ok {
			continue
		}
		r := csv.NewReader(strings.NewReader(string(f.Data)))
		r.TrimLeadingSpace = true
		lines, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		rows := change(name, lines[0], lines[1:])
		lines = append([][]string{lines[0]}, rows...)
		table, known := vocabulary.TableOf(name)
		if known && slices.ContainsFunc(table.Columns, func(c vocabulary.Column) bool { return c.Name == "community_id" }) {
			if at := slices.Index(lines[0], "community_id"); at >= 0 {
				t.Fatalf("%s names communities of its own", f.Name)
			}
			for n := range lines {
				lines[n] = append(lines[n], map[bool]string{true: "community_id", false: community}[n == 0])
			}
		}
		var text strings.Builder
		if err := csv.NewWriter(&text).WriteAll(lines); err != nil {
			t.Fatal(err)
		}
		all.Files = append(all.Files, txtar.File{Name: f.Name, Data: []byte(text.String())})
	}
	return &all
}

// alike holds two answers to each other, whatever the community.
func alike(t *testing.T, what string, want, got []metrics.Reading) {
	t.Helper()
	if told(t, want) != told(t, got) {
		t.Errorf("%s matters:\n%s\nwas\n%s", what, told(t, got), told(t, want))
	}
}

// told is all that an answer says, a reading a line, but of which community.
func told(t *testing.T, all []metrics.Reading) string {
	t.Helper()
	var lines []string
	for _, r := range all {
		r.Community = ""
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(text))
	}
	return strings.Join(lines, "\n")
}

// notMore holds every figure of an answer to at most what it was.
func notMore(t *testing.T, was, is []metrics.Reading) {
	t.Helper()
	before := map[string]float64{}
	for _, r := range was {
		if r.Value != nil {
			before[r.Cohort+"|"+r.Period+"|"+r.Group+"|"+r.Part] = *r.Value
		}
	}
	looked := 0
	for _, r := range is {
		most, ok := before[r.Cohort+"|"+r.Period+"|"+r.Group+"|"+r.Part]
		if !ok || r.Value == nil {
			continue
		}
		if looked++; *r.Value > most {
			t.Errorf("%s %s %s: %v with one more who never came, %v without", r.Cohort, r.Period, r.Group, *r.Value, most)
		}
	}
	if looked == 0 && len(before) > 0 {
		t.Errorf("nothing to compare of %v", slices.Sorted(maps.Keys(before)))
	}
}

// withinBounds holds a figure to what its unit can be, and to the numbers beside it.
func withinBounds(t *testing.T, ind queries.Indicator, r metrics.Reading) {
	t.Helper()
	about := fmt.Sprintf("%s %s %s %s", r.Cohort, r.Period, r.Group, r.Part)
	if !r.Shown && (r.Value != nil || r.Numerator != nil || r.Denominator != nil || r.People != nil || r.Low != nil) {
		t.Errorf("%s: not shown, yet there are numbers: %+v", about, r)
	}
	if r.Value == nil {
		return
	}
	low, high := 0.0, 1e9
	switch {
	case ind.Unit == "own":
		low = -1e9
	case ind.Unit == "points" && ind.Kind == "gap":
		low, high = -1, 1
	case ind.Unit == "points":
		low, high = -100, 100
	case ind.Unit == "score":
		high = 100
	case ind.ID == "ei_index":
		low, high = -1, 1
	case ind.Unit == "index" || strings.HasSuffix(ind.Kind, "share") || ind.Kind == "distribution" || ind.Kind == "density":
		high = 1
	}
	if *r.Value < low || *r.Value > high {
		t.Errorf("%s: %v is not between %v and %v", about, *r.Value, low, high)
	}
	if r.People != nil && *r.People > *r.Population {
		t.Errorf("%s: %d people of %d", about, *r.People, *r.Population)
	}
	if strings.HasSuffix(ind.Kind, "share") && r.Numerator != nil && (*r.Numerator < 0 || *r.Numerator > *r.Denominator) {
		t.Errorf("%s: %v of %v", about, *r.Numerator, *r.Denominator)
	}
	if r.Low != nil && r.High != nil && (*r.Low > *r.Value+1e-9 || *r.High < *r.Value-1e-9) {
		t.Errorf("%s: %v is not between %v and %v", about, *r.Value, *r.Low, *r.High)
	}
}
