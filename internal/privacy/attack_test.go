package privacy

import (
	"testing"

	"pgregory.net/rapid"
)

// The attacker adds and subtracts whatever is told, in any form, of cohorts,
// groups, groups of a cohort and all of it together, broken down and not, and
// looks for a set of one to four people that some sum of it gives.

var (
	attackCohorts = []string{"a", "b", "c"}
	attackGroups  = []string{"x", "y", "z"}
)

// cell is the place of a cohort's group among the nine.
func cell(cohort, group int) int { return cohort*len(attackGroups) + group }

// covered are the cells that an entry speaks of.
func covered(e Entry) []float64 {
	row := make([]float64, len(attackCohorts)*len(attackGroups))
	for i, cohort := range attackCohorts {
		for j, group := range attackGroups {
			if (e.Cohort == "" || e.Cohort == cohort) && (e.Group == "" || e.Group == group) {
				row[cell(i, j)] = 1
			}
		}
	}
	return row
}

func TestNoSumOfWhatIsToldGivesOneToFourPeople(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups, totals := randomTable(t)
		whole := []Entry{{Figure: totals[""]}}
		people := make([]int, len(attackCohorts)*len(attackGroups))
		for i, cohort := range attackCohorts {
			whole = append(whole, Entry{Cohort: cohort, Figure: totals[cohort]})
			for j := range attackGroups {
				people[cell(i, j)] = groups[cell(i, j)].Figure.People
			}
		}
		Table(whole, nil, Usual)
		Table(groups, totals, Usual)
		var told [][]float64
		for _, e := range append(whole, groups...) {
			if e.told() && e.Figure.People > 0 {
				told = append(told, emptied(covered(e), people))
			}
		}
		var known span
		for _, row := range told {
			known.add(row)
		}
		for set := 1; set < 1<<len(people); set++ {
			want, n := make([]float64, len(people)), 0
			for i := range people {
				if set>>i&1 == 1 && people[i] > 0 {
					want[i], n = 1, n+people[i]
				}
			}
			if n >= 1 && n <= 4 && lead(known.rest(want)) < 0 {
				t.Fatalf("%v of %v people can be worked out from %v", want, people, told)
			}
		}
	})
}

// emptied leaves out cells without people: nothing is to be learned of them.
func emptied(row []float64, people []int) []float64 {
	for i, n := range people {
		if n == 0 {
			row[i] = 0
		}
	}
	return row
}

func TestSpanGivesSumsAndDifferencesAndNothingElse(t *testing.T) {
	var s span
	for _, row := range [][]float64{{1, 1, 0, 0}, {0, 1, 1, 0}, {1, 0, -1, 0}, {1, 1, 1, 1}} {
		s.add(row)
	}
	for name, c := range map[string]struct {
		row   []float64
		given bool
	}{
		"a difference":              {[]float64{1, 0, -1, 0}, true},
		"a sum":                     {[]float64{1, 2, 1, 0}, true},
		"what a total leaves":       {[]float64{0, 0, 1, 1}, true},
		"one alone":                 {[]float64{1, 0, 0, 0}, false},
		"another one alone":         {[]float64{0, 0, 0, 1}, false},
		"the outer two of a triple": {[]float64{1, 0, 1, 0}, false},
	} {
		if got := lead(s.rest(c.row)) < 0; got != c.given {
			t.Errorf("%s: given %v", name, got)
		}
	}
}

// A table of hundreds of tiny groups, each told for all cohorts together, has
// too many small sets to look through.
func TestTableTooLargeToAuditIsHidden(t *testing.T) {
	var entries []Entry
	totals := map[string]Figure{}
	for g := range 60 {
		group := string(rune('A' + g))
		for c := range 12 {
			cohort := string(rune('a' + c))
			entries = append(entries, Entry{Cohort: cohort, Group: group, Figure: share("answers", float64((g+c)%2), 1)})
			totals[cohort] = share("answers", totals[cohort].Numerator+float64((g+c)%2), totals[cohort].Denominator+1)
		}
		entries = append(entries, Entry{Group: group, Figure: share("answers", 6, 12)})
	}
	totals[""] = share("answers", 360, 720)
	Table(entries, totals, Usual)
	for _, e := range entries {
		if e.told() {
			t.Fatalf("%s %s is told", e.Cohort, e.Group)
		}
	}
}
