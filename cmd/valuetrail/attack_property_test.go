package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"valuetrail/metrics"
)

// communities is how many random communities the attack is made on; the
// environment variable asks for more or fewer.
const (
	communities         = 8
	communitiesVariable = "VALUETRAIL_COMMUNITIES"
)

// tiny is a random community of one to three cohorts with units inside sectors,
// every score a number that no other sum gives.
func tiny(rng *rand.Rand) []soul {
	var all []soul
	for c := range 1 + rng.IntN(3) {
		for u := range 1 + rng.IntN(4) {
			minds := rng.IntN(4)
			for i := range []int{1 + rng.IntN(4), 3 + rng.IntN(5), 8 + rng.IntN(8)}[rng.IntN(3)] {
				s := soul{id: fmt.Sprintf("m%d-%d-%d", c, u, i), cohort: string(rune('a' + c)), unit: fmt.Sprintf("unit %d", u), sector: fmt.Sprintf("sector %d", u%2)}
				if rng.IntN(5) > 0 {
					score := math.Round(rng.Float64()*1e8) / 1e6
					used := rng.IntN(2) == 0 && minds != 0 || minds == 1
					s.worth, s.used = &score, &used
				}
				all = append(all, s)
			}
		}
	}
	return all
}

// A line of figures is about those who answered in a cohort and a group.
func (s soul) under(cohort, by, label string) bool {
	held := map[string]string{"unit": s.unit, "sector": s.sector, "none": ""}[by]
	return s.worth != nil && (cohort == "" || s.cohort == cohort) && held == label
}

// set are the places of those a reading is about: where units fell back to
// sectors, the label says so.
func set(all []soul, r metrics.Reading, by string) []int {
	var in []int
	if strings.HasPrefix(r.Group, "sector") {
		by = "sector"
	}
	for i, s := range all {
		if s.under(r.Cohort, by, r.Group) {
			in = append(in, i)
		}
	}
	return in
}

func TestNothingASponsorGetsIsAboutOneToFourPeople(t *testing.T) {
	n := often(communities, 2)
	if asked, err := strconv.Atoi(os.Getenv(communitiesVariable)); err == nil {
		n = asked
	}
	shown := 0
	for seed := range n {
		t.Run(fmt.Sprint("community ", seed), func(t *testing.T) {
			souls := tiny(rand.New(rand.NewPCG(uint64(seed), 7)))
			d := newDesk(t)
			plant{souls: souls}.sow(d)
			by := []string{"unit", "sector"}[seed%2]
			got := d.shared(by)
			shown += attackReadings(t, souls, got.readings, d.readings("--by", by, "applied_rate", "immediate_score"), by)
			for _, size := range []string{"none", by} {
				attackNumbers(t, souls, got, size)
			}
		})
	}
	if shown == 0 {
		t.Error("no community has a figure that is shown: this test looks in the wrong place")
	}
}

// attackReadings takes every told set of people from every other one and from
// several disjoint ones, and wants no one to four people to be left.
func attackReadings(t *testing.T, souls []soul, whole, broken []metrics.Reading, by string) int {
	t.Helper()
	told := 0
	for _, indicator := range []string{"applied_rate", "immediate_score"} {
		var sets [][]int
		collect := func(readings []metrics.Reading, by string) {
			for _, r := range readings {
				if r.Indicator == indicator && r.Shown && (r.Group == "") == (by == "none") {
					sets = append(sets, set(souls, r, by))
				}
			}
		}
		collect(whole, "none")
		collect(broken, by)
		told += len(sets)
		for i, total := range sets {
			if len(total) < 5 {
				t.Errorf("%s tells of %d people", indicator, len(total))
			}
			taken := leftOf(total, sets, i)
			for _, left := range taken {
				if left >= 1 && left <= 4 {
					t.Errorf("%s: of %d people all but %d can be taken away", indicator, len(total), left)
				}
			}
		}
	}
	return told
}

// leftOf are the numbers of people that remain of a total when one or several
// told sets that do not overlap are taken from it.
func leftOf(total []int, sets [][]int, self int) []int {
	var inside [][]int
	for i, s := range sets {
		if i != self && len(s) > 0 && len(s) < len(total) && !slices.ContainsFunc(s, func(p int) bool { return !slices.Contains(total, p) }) {
			inside = append(inside, s)
		}
	}
	var left []int
	var take func(from int, gone map[int]bool)
	take = func(from int, gone map[int]bool) {
		if len(gone) > 0 {
			left = append(left, len(total)-len(gone))
		}
		for i := from; i < len(inside); i++ {
			if slices.ContainsFunc(inside[i], func(p int) bool { return gone[p] }) {
				continue
			}
			more := map[int]bool{}
			for p := range gone {
				more[p] = true
			}
			for _, p := range inside[i] {
				more[p] = true
			}
			take(i+1, more)
		}
	}
	take(0, map[int]bool{})
	return left
}

// attackNumbers wants no number of the page's data, the workbook or the JSON to
// be the sum or the mean of the scores of one to four people who stand together.
func attackNumbers(t *testing.T, souls []soul, got shared, by string) {
	t.Helper()
	numbers := slices.Clone(got.numbers)
	for _, s := range got.book {
		for _, row := range s.rows {
			for _, cell := range row {
				if x, err := strconv.ParseFloat(cell, 64); err == nil {
					numbers = append(numbers, x)
				}
			}
		}
	}
	for _, r := range got.readings {
		if r.Indicator != "immediate_score" || by == "none" && r.Group != "" {
			continue
		}
		few := set(souls, r, by)
		if len(few) == 0 || len(few) > 4 {
			continue
		}
		sum := 0.0
		for _, i := range few {
			sum += *souls[i].worth
			if slices.ContainsFunc(numbers, func(x float64) bool { return near(x, *souls[i].worth) }) {
				t.Errorf("the score of %s is told", souls[i].id)
			}
		}
		if mean := sum / float64(len(few)); slices.ContainsFunc(numbers, func(x float64) bool { return near(x, sum) || near(x, mean) }) {
			t.Errorf("%s %s %q: the scores of %d people are told", by, r.Cohort, r.Group, len(few))
		}
	}
}
