package main

import (
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"valuetrail/metrics"
)

// The attacks on small groups: each community is planted with figures that
// nothing else gives, and everything a sponsor can get is read again.

// shared is everything that a sponsor can get of a community.
type shared struct {
	page, book []table
	text       string
	numbers    []float64
	readings   []metrics.Reading
}

// shared draws the page and asks the indicators, whole and broken down.
func (d desk) shared(breakdowns ...string) shared {
	d.t.Helper()
	return d.sharedWith("sponsor", breakdowns...)
}

// sharedWith is the same with another reader's page.
func (d desk) sharedWith(audience string, breakdowns ...string) shared {
	d.t.Helper()
	d.gets(exitDone, "report", "--audience", audience, "--out", d.path(audience))
	out := d.drawn(d.path(audience))
	data, err := os.ReadFile(d.path(audience + ".xlsx"))
	if err != nil {
		d.t.Fatal(err)
	}
	s := shared{page: pageTables(out.html), book: bookTables(d.t, data)}
	for _, block := range dataBlocks(out.html) {
		s.numbers = append(s.numbers, numbersOf(block)...)
	}
	for _, by := range append([]string{"none"}, breakdowns...) {
		s.readings = append(s.readings, d.readings("--by", by)...)
	}
	for _, r := range s.readings {
		s.numbers = append(s.numbers, figuresIn(r)...)
		s.text += r.Text + "\n"
	}
	for _, t := range append(slices.Clone(s.page), s.book...) {
		for _, row := range t.rows {
			s.text += strings.Join(row, "\t") + "\n"
		}
	}
	return s
}

// tells is how a score or a fraction can be read from what a sponsor gets: in
// full precision, or as it would be printed.
func (s shared) tells(x float64) string {
	forms := []float64{x, x / 100, x * 100}
	for _, form := range forms {
		if slices.ContainsFunc(s.numbers, func(n float64) bool { return near(n, form) }) {
			return "in full"
		}
	}
	printed := math.Round(x)
	if x <= 1 {
		printed = math.Round(100 * x)
	}
	if saysNumber(s.text, printed) || saysNumber(s.text, x) {
		return "in print"
	}
	return ""
}

func join(groups ...[]soul) []soul { return slices.Concat(groups...) }

func TestFiguresAboutOneToFourPeopleAreNowhere(t *testing.T) {
	cases := map[string]struct {
		souls   []soul
		by      string
		secrets []float64
		seen    []float64
	}{
		"a round of four": {group("small", "u", "s", 3, 12.5, 37.5, 37.5, 62.5), "sector", []float64{37.5, 0.75}, nil},
		"a cohort of four beside one of twelve, and both together": {
			join(group("big", "u", "s", 7, spread(12, 71)...), group("small", "u", "s", 4, 90, 91.66667, 92, 93.00001)), "sector",
			[]float64{91.66667, (12*mean(spread(12, 71)) + 366.66668) / 16, 11.0 / 16}, []float64{mean(spread(12, 71)), 7.0 / 12}},
		"units of three in a cohort of twenty-one": {
			join(group("c", "north", "s", 1, 87, 89, 86), group("c", "south", "s", 3, 8, 12, 16), group("c", "rest", "s", 9, spread(15, 64)...)), "unit",
			[]float64{262.0 / 3, 12, 1.0 / 3}, []float64{13.0 / 21, mean(spread(15, 64)), 9.0 / 15}},
		"a part that leaves three of its cohort": {
			join(group("c", "north", "x", 1, 87, 89, 86), group("c", "rest", "y", 9, spread(15, 64)...)), "sector",
			[]float64{262.0 / 3, mean(spread(15, 64)), 9.0 / 15}, []float64{10.0 / 18}},
		"eight who are rounded beside three": {
			join(group("a", "u", "s", 3, spread(8, 43)...), group("b", "u", "s", 3, 97, 83, 86)), "sector",
			[]float64{266.0 / 3, (8*mean(spread(8, 43)) + 266) / 11, 6.0 / 11}, nil},
		"six who are rounded beside three": {
			join(group("a", "u", "s", 2, spread(6, 43)...), group("b", "u", "s", 2, 97, 83, 86)), "sector",
			[]float64{266.0 / 3, 4.0 / 9}, nil},
		"eight of one mind beside three": {
			join(group("a", "u", "s", 8, spread(8, 43)...), group("b", "u", "s", 1, 97, 83, 86)), "sector",
			[]float64{266.0 / 3, 9.0 / 11}, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			plant{souls: c.souls}.sow(d)
			got := d.shared(c.by)
			for _, secret := range c.secrets {
				if how := got.tells(secret); how != "" {
					t.Errorf("%v is told %s", secret, how)
				}
			}
			for _, figure := range c.seen {
				if got.tells(figure) == "" {
					t.Errorf("%v, which may be seen, is not", figure)
				}
			}
		})
	}
}

func mean(all []float64) float64 {
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	return sum / float64(len(all))
}

// Tables of people by level and attribute: no cell tells of one to four, and
// none is left when the shown ones are taken from what is known of everybody.
func TestTablesOfPeopleHaveNoSmallCell(t *testing.T) {
	d, _, _ := lakeside(t)
	everybody := map[string]float64{}
	for _, r := range d.readings("level_share", "--grain", "programme") {
		if r.Cohort == "" && r.Numerator != nil {
			everybody[r.Part] = *r.Numerator
		}
	}
	if len(everybody) == 0 {
		t.Fatal("no levels")
	}
	for _, by := range []string{"unit", "sector", "function", "role", "level"} {
		left := maps.Clone(everybody)
		for _, r := range d.readings("level_share", "--grain", "programme", "--by", by) {
			if r.Cohort != "" || r.Group == "" || r.Numerator == nil {
				continue
			}
			left[r.Part] -= *r.Numerator
			if n := *r.Numerator; n >= 1 && n <= 4 {
				t.Errorf("by %s: %v people of %q are %s", by, n, r.Group, r.Part)
			}
			if r.People != nil && *r.People < 5 {
				t.Errorf("by %s: %q has %d people", by, r.Group, *r.People)
			}
		}
		for part, n := range left {
			if n >= 1 && n <= 4 && n != everybody[part] {
				t.Errorf("by %s: %v people who are %s are left over", by, n, part)
			}
		}
	}
}
