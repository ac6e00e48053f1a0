package metrics_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"valuetrail/internal/message"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// returning draws a panel of three rounds that mostly the same people answer, in
// two or three organisations.
func returning(random *rand.Rand) panel {
	p := panel{terms: make([]asking, 3)}
	often := 0.4 + 0.6*random.Float64()
	for range 24 + random.IntN(20) {
		p.units = append(p.units, fmt.Sprintf("u%d", random.IntN(2)))
		for i := range p.terms {
			used := ""
			if random.Float64() < often {
				used = []string{"yes", "no"}[random.IntN(2)]
			}
			p.terms[i].used = append(p.terms[i].used, used)
		}
	}
	return p
}

// shownOf are the sets of people of whom something was told, by term.
type shownOf map[string][][]bool

func (s shownOf) add(term string, who []bool) { s[term] = append(s[term], who) }

// tellsOfFew looks for figures of one round that, added and taken away, are left
// with one to four people.
func tellsOfFew(sets [][]bool) bool {
	weights := make([]int, len(sets))
	var try func(i int) bool
	try = func(i int) bool {
		if i < len(sets) {
			for weights[i] = -1; weights[i] <= 1; weights[i]++ {
				if try(i + 1) {
					return true
				}
			}
			return false
		}
		left := 0
		for who := range sets[0] {
			sum := 0
			for k, set := range sets {
				if set[who] {
					sum += weights[k]
				}
			}
			if sum != 0 {
				left++
			}
		}
		return left > 0 && left < 5
	}
	return try(0)
}

// Where nobody answered only once, the matched people are all who answered: what is
// told of them is told already, however few are in one of their organisations.
func TestEverybodyBothTimesIsCompared(t *testing.T) {
	units := slices.Concat(slices.Repeat([]string{"a"}, 13), slices.Repeat([]string{"b"}, 12), []string{"c"})
	cases := map[string]struct {
		terms  []asking
		reason string
	}{
		"everybody both times": {[]asking{{used: yesses("9y 17n")}, {used: yesses("5n 17y 4n")}}, ""},
		"one of them only now": {[]asking{{used: yesses("1- 9y 16n")}, {used: yesses("5n 17y 4n")}}, "once"},
	}
	var all []panel
	names := slices.Sorted(maps.Keys(cases))
	for i, name := range names {
		all = append(all, panel{community: string(rune('A' + i)), terms: cases[name].terms, units: units})
	}
	w := panelWorld(t, all...)
	for i, name := range names {
		got := compared(t, w, metrics.CompareScope{Community: all[i].community, Against: metrics.AgainstTerm}, "applied_rate")["applied_rate"]
		if got.Reason != cases[name].reason || (got.Design == metrics.Matched) != (got.Reason == "") {
			t.Errorf("%s: %q %s", name, got.Reason, asJSON(t, got))
		}
	}
}

// Whoever asks after each round, against the term before and against the first, and
// by organisation too, finds no sum of answers that is about a few people.
func TestMatchedPeopleTellOfNoFew(t *testing.T) {
	var all []panel
	for seed := range worlds(4) {
		p := returning(rand.New(rand.NewPCG(uint64(seed), 11)))
		p.community = fmt.Sprintf("c%03d", seed)
		all = append(all, p)
	}
	w := panelWorld(t, all...)
	matched, hidden, bare := 0, 0, 0
	for _, p := range all {
		sets, free := shownOf{}, shownOf{}
		answered := func(i int) []bool {
			var who []bool
			for _, said := range p.terms[i].used {
				who = append(who, said != "")
			}
			return who
		}
		for term := range p.terms {
			readingsOf(t, w, p, term, sets, free)
			for _, c := range afterTerm(t, w, p, term) {
				i, j := termOf(c.Last.Period), termOf(c.This.Period)
				if c.Reason == "once" {
					hidden++
					free.add(c.This.Period, and(answered(i), answered(j)))
					free.add(c.Last.Period, and(answered(i), answered(j)))
				}
				if c.Design != metrics.Matched {
					continue
				}
				matched++
				both := and(answered(i), answered(j))
				if n := count(both); n != *c.Pairs {
					t.Fatalf("%d people answered both times, %d are told: %s", n, *c.Pairs, c.Text)
				}
				for _, to := range []shownOf{sets, free} {
					to.add(c.This.Period, both)
					to.add(c.Last.Period, both)
				}
			}
		}
		for term, known := range sets {
			if tellsOfFew(known) {
				t.Errorf("%s: what is told of %s tells of a few", p.community, term)
			}
		}
		if slices.ContainsFunc([]string{"t1", "t2", "t3"}, func(term string) bool { return len(free[term]) > 0 && tellsOfFew(free[term]) }) {
			bare++
		}
	}
	t.Logf("%d matched, %d hidden; without the rule %d communities would tell of a few", matched, hidden, bare)
	if matched < len(all)/2 || hidden < len(all)/2 || bare < len(all)/4 {
		t.Errorf("%d matched, %d hidden, %d: these worlds are no test", matched, hidden, bare)
	}
}

// oneOf is a catalogue of one indicator.
func oneOf(t *testing.T, id string) []queries.Indicator {
	t.Helper()
	all, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(i queries.Indicator) bool { return i.ID != id })
}

func termOf(period string) int {
	n := 0
	fmt.Sscanf(period, "t%d", &n)
	return n - 1
}

func and(a, b []bool) []bool {
	both := make([]bool, len(a))
	for i := range a {
		both[i] = a[i] && b[i]
	}
	return both
}

func count(who []bool) (n int) {
	for _, is := range who {
		if is {
			n++
		}
	}
	return n
}

// afterTerm compares on the last days of a term, in both ways.
func afterTerm(t *testing.T, w *warehouse.Warehouse, p panel, term int) []metrics.Comparison {
	t.Helper()
	var all []metrics.Comparison
	if term == 0 {
		return nil // there is nothing earlier
	}
	for _, against := range []metrics.Against{metrics.AgainstTerm, metrics.AgainstBaseline} {
		found, err := metrics.Compare(context.Background(), w, oneOf(t, "applied_rate"), nil, metrics.CompareScope{Community: p.community, Against: against}, dusk(term), message.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, found...)
	}
	return all
}

// dusk is noon on the 98th day of a term.
func dusk(term int) time.Time {
	return time.Unix(int64(dayOf("2024-09-01")+100*term+97)*24*60*60+12*60*60, 0).UTC()
}

// readingsOf adds whom the figures of a term tell of, of everybody and by
// organisation.
func readingsOf(t *testing.T, w *warehouse.Warehouse, p panel, term int, sets ...shownOf) {
	t.Helper()
	for _, by := range []string{"none", "unit"} {
		answers, err := metrics.Ask(context.Background(), w, oneOf(t, "applied_rate"), nil, metrics.Scope{Community: p.community, Cohorts: []string{"all"}, Grain: "term", By: by}, dusk(term))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range answers[0].Readings {
			if !r.Shown || termOf(r.Period) != term || r.Group == "" && by == "unit" {
				continue
			}
			var who []bool
			for m, said := range p.terms[term].used {
				who = append(who, said != "" && (r.Group == "" || p.units[m] == r.Group))
			}
			for _, to := range sets {
				to.add(r.Period, who)
			}
		}
	}
}
