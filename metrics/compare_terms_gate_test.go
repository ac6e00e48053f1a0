package metrics_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// Every figure of a comparison of terms is the one that indicators run shows the
// same reader, and what is not told has no number at all.
func TestTermsAreComparedByWhatIsShownOfThem(t *testing.T) {
	var all []panel
	for seed := range worlds(6) {
		random := rand.New(rand.NewPCG(uint64(seed), 4))
		p := panel{community: fmt.Sprintf("c%03d", seed), terms: make([]asking, 2)}
		yes := random.Float64()
		for range 6 + random.IntN(20) {
			for i := range p.terms {
				p.terms[i].used = append(p.terms[i].used, map[bool]string{true: "yes", false: "no"}[random.Float64() < yes])
			}
		}
		all = append(all, p)
	}
	w, hidden := panelWorld(t, all...), 0
	for _, p := range all {
		found, err := metrics.Compare(context.Background(), w, oneOf(t, "applied_rate"), nil, metrics.CompareScope{Community: p.community, Against: metrics.AgainstTerm, Audience: vocabulary.Sponsor}, noon, message.For("en"))
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		answers, err := metrics.Ask(context.Background(), w, oneOf(t, "applied_rate"), nil, metrics.Scope{Community: p.community, Cohorts: []string{"all"}, Audience: vocabulary.Sponsor}, noon)
		if err != nil {
			t.Fatal(err)
		}
		c := found[0]
		for i, r := range []metrics.Reading{c.Last, c.This} {
			if got, want := asJSON(t, r), asJSON(t, answers[0].Readings[i]); got != want {
				t.Errorf("a comparison shows\n%s\nindicators run\n%s", got, want)
			}
		}
		if c.Verdict != metrics.NotShown {
			continue
		}
		hidden++
		if regexp.MustCompile(`[0-9]`).MatchString(c.Words) || c.Difference != nil || c.P != nil || c.Pairs != nil || c.ThisMean != nil || c.LastMean != nil || c.Effect != nil || c.Size != "" || c.Missed != nil {
			t.Errorf("what is not told has numbers: %s", asJSON(t, c))
		}
	}
	if hidden == 0 || hidden == len(all) {
		t.Errorf("%d of %d hidden: these worlds are no test", hidden, len(all))
	}
}

// The ledger of releases knows whom a matched change rests on, beside those whom
// the terms rest on.
func TestLedgerHoldsTheMatchedPeople(t *testing.T) {
	w := panelWorld(t, panel{terms: []asking{{used: yesses("8y 10n")}, {used: yesses("6y 6n 6- 5y")}}})
	found, err := metrics.Compare(context.Background(), w, oneOf(t, "applied_rate"), nil, metrics.CompareScope{Community: "c", Against: metrics.AgainstTerm}, noon, message.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range metrics.CompareLedger(found) {
		got = append(got, fmt.Sprintf("%s %d said %d", e.Reading.Period, len(e.Members), len(e.Said)))
	}
	slices.Sort(got)
	if want := []string{"t1 12 said 12", "t1 18 said 18", "t2 12 said 12", "t2 17 said 17"}; !slices.Equal(got, want) {
		t.Errorf("the ledger holds %v, want %v", got, want)
	}
}

// Twenty members come to 8 of 10 meetings on average in the first term, 4 in the
// second, 8 in the third. Between first and third ten change by 0.2 and ten by −0.2:
// s = 0.2052, so ± 2.093 · 0.2052/√20 = ± 0.096, less than ten points either way.
func TestEveryTermStandsBesideEveryEarlierOne(t *testing.T) {
	came := func(less, more int) [][]bool {
		return coming(10, slices.Concat(slices.Repeat([]int{less}, 10), slices.Repeat([]int{more}, 10))...)
	}
	w := panelWorld(t, panel{terms: []asking{{came: came(7, 9)}, {came: came(4, 4)}, {came: came(9, 7)}}})
	all, err := metrics.TermByTerm(context.Background(), w, oneOf(t, "attendance_rate"), "attendance_rate", metrics.CompareScope{Community: "c", Primary: "attendance_rate"}, noon, message.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range all {
		got = append(got, strings.Join([]string{c.Last.Period, c.This.Period, string(c.Verdict), fmt.Sprint(c.Together)}, " "))
		if c.Primary || c.Design != metrics.Matched || c.Holm == nil {
			t.Errorf("%s", asJSON(t, c))
		}
	}
	if want := []string{"t1 t2 clear 3", "t1 t3 about_the_same 3", "t2 t3 clear 3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Nobody knows whether the same people answered twice where no names are kept.
func TestAnonymousRoundsAreACrossSection(t *testing.T) {
	w := panelWorld(t, panel{anonymous: true, terms: []asking{{used: yesses("8y 17n")}, {used: yesses("6y 2n 12y 5n")}}})
	got := compared(t, w, metrics.CompareScope{Against: metrics.AgainstTerm}, "applied_rate")["applied_rate"]
	if got.Design != metrics.CrossSection || got.Pairs != nil || !strings.Contains(got.Words, "Everybody then beside everybody now: a cross-section.") {
		t.Errorf("%s", got.Text)
	}
}

// In the middle of the second term fewer have come once than in all of the first;
// that is no fall. How often they come is a rate at any time.
func TestATermThatGoesOnIsNotHeldAgainstOneThatIsOver(t *testing.T) {
	half := coming(1, slices.Repeat([]int{1, 0}, 10)...)
	w := panelWorld(t, panel{terms: []asking{{came: coming(10, slices.Repeat([]int{6}, 20)...)}, {came: half}}})
	for name, c := range map[string]struct {
		day    int // of the second term
		reason string
	}{"in the middle": {50, "first"}, "afterwards": {120, ""}} {
		at := dusk(1).AddDate(0, 0, c.day-98)
		all, err := metrics.Compare(context.Background(), w, oneOf(t, "reach_rate"), nil, metrics.CompareScope{Community: "c", Against: metrics.AgainstTerm}, at, message.For("en"))
		if err != nil || len(all) != 1 || all[0].Reason != c.reason {
			t.Errorf("%s: %v %s", name, err, asJSON(t, all))
		}
		all, err = metrics.Compare(context.Background(), w, oneOf(t, "attendance_rate"), nil, metrics.CompareScope{Community: "c", Against: metrics.AgainstTerm}, at, message.For("en"))
		if err != nil || len(all) != 1 || all[0].This.Period != "t2" || all[0].Difference == nil {
			t.Errorf("%s: %v %s", name, err, asJSON(t, all))
		}
	}
}
