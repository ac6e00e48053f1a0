package metrics_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
)

func panelWorld(t *testing.T, all ...panel) *warehouse.Warehouse {
	t.Helper()
	return world(t, txtar.Parse([]byte(rounds(all...))))
}

// numbers writes scores as the tables have them.
func numbers(all ...int) []string {
	var words []string
	for _, n := range all {
		words = append(words, fmt.Sprint(n))
	}
	return words
}

// Twelve people answer twice: 40, 60, 40, 60 … before and 50, 70, 60, 80 … after, so
// they change by 10, 10, 20 and 20: 15 on average, s² = 12·25/11 = 27.27, and with
// t(11) = 2.201 from 15 − 3.318 to 15 + 3.318. Six who answered only before gave 0
// and five who answered only after 100: everybody beside everybody would make
// it 33 and 75, 42 points apart.
// g: s² before 12·100/11 = 109.1 and after 12·125/11 = 136.4, so s = 11.08 and
// d = 1.354, times J(11) = 0.9302.
func TestChangeIsThatOfTheSamePeople(t *testing.T) {
	before := slices.Concat(slices.Repeat([]int{40, 60}, 6), slices.Repeat([]int{0}, 6))
	after := slices.Concat(slices.Repeat([]int{50, 70, 60, 80}, 3))
	later := slices.Concat(numbers(after...), make([]string, 6), numbers(100, 100, 100, 100, 100))
	w := panelWorld(t, panel{terms: []asking{{liked: numbers(before...)}, {liked: later}}})
	for _, against := range []metrics.Against{metrics.AgainstTerm, metrics.AgainstBaseline} {
		got := compared(t, w, metrics.CompareScope{Against: against}, "immediate_score")["immediate_score"]
		want := "t2: 75 (65 to 85), from 17 people. t1: 33 (21 to 46), from 18 people. The same 12 people both times: 65 points, before that 50 points. " +
			"15 points more (12 to 18): clearly more, whatever those think who did not answer. By convention a large effect. Differences below about 5 points would easily be missed."
		if got.Text != want {
			t.Errorf("%s:\ngot  %s\nwant %s", against, got.Text, want)
		}
		if got.Design != metrics.Matched || *got.Pairs != 12 || *got.Difference != 15 || math.Abs(*got.Low-11.682) > 1e-3 || math.Abs(*got.High-18.318) > 1e-3 {
			t.Errorf("%s: %s", against, asJSON(t, got))
		}
		if got.EffectMeasure != "g" || math.Abs(*got.Effect-1.2595) > 5e-4 || *got.ThisMean != 65 || *got.LastMean != 50 {
			t.Errorf("%s: %s", against, asJSON(t, got))
		}
	}
}

// yesses says yes, no and nothing as often as told: 5y 3n 2-.
func yesses(said string) []string {
	var all []string
	for _, one := range strings.Fields(said) {
		n := 0
		word := ""
		fmt.Sscanf(one, "%d%s", &n, &word)
		all = append(all, slices.Repeat([]string{map[string]string{"y": "yes", "n": "no"}[word]}, n)...)
	}
	return all
}

// Of 25 who answered twice 6 said yes both times, 2 only before, 12 only after and
// 5 never: McNemar's p is twice that of 2 or fewer of 14, 2·(1+14+91)/16384 = 0.0129,
// and the change (12 − 2)/25 = 40 points.
func TestYesOrNoOfTheSamePeopleIsTestedByWhoChanged(t *testing.T) {
	w := panelWorld(t, panel{terms: []asking{{used: yesses("8y 17n")}, {used: yesses("6y 2n 12y 5n")}}})
	got := compared(t, w, metrics.CompareScope{Against: metrics.AgainstTerm, Primary: "applied_rate"}, "applied_rate")["applied_rate"]
	if got.Design != metrics.Matched || *got.Pairs != 25 || math.Abs(*got.P-0.01294) > 1e-5 || *got.Difference != 0.4 || got.Verdict != metrics.Clear {
		t.Errorf("%s", asJSON(t, got))
	}
	if !got.Primary {
		t.Errorf("with one cohort, its term before is the one comparison: %s", asJSON(t, got))
	}
	if !strings.Contains(got.Words, "The same 25 people both times: 72 %, before that 32 %. 40 points more (") {
		t.Errorf("%s", got.Words)
	}
}

// With a cohort before there is one primary comparison, and it is not this.
func TestThereIsOnePrimaryComparison(t *testing.T) {
	text := rounds(panel{terms: []asking{{used: yesses("8y 17n")}, {used: yesses("18y 7n")}}}) +
		fmt.Sprintf("-- cohort.csv --\ncommunity_id,cohort_id,title,first_day,last_day\nc,old,,%d,%d\n", dayOf("2023-09-01"), dayOf("2024-06-30"))
	w := world(t, txtar.Parse([]byte(text)))
	for _, against := range []metrics.Against{metrics.AgainstTerm, metrics.AgainstBaseline, metrics.AgainstTarget} {
		for _, c := range compared(t, w, metrics.CompareScope{This: "all", Against: against, Primary: "applied_rate"}, "applied_rate") {
			if c.Primary || c.Low != nil && c.Holm == nil {
				t.Errorf("%s: %s", against, asJSON(t, c))
			}
		}
	}
}

func TestOtherPeopleAreACrossSection(t *testing.T) {
	w := panelWorld(t, panel{terms: []asking{{used: yesses("11y 15n 25-")}, {used: yesses("26- 18y 7n")}}})
	got := compared(t, w, metrics.CompareScope{Against: metrics.AgainstTerm, Primary: "applied_rate"}, "applied_rate")["applied_rate"]
	want := "t2: 18 of 25 (72 %). t1: 11 of 26 (42 %). Everybody then beside everybody now: a cross-section. 30 points more (3 to 51): likely a real rise, its size uncertain. "
	if got.Design != metrics.CrossSection || got.Pairs != nil || !strings.HasPrefix(got.Text, want) {
		t.Errorf("got  %s\nwant %s", got.Text, want)
	}
}

// What a round did not ask is missing: no share of 0, and no fall to it.
func TestWhatWasNotAskedIsMissing(t *testing.T) {
	asked := asking{used: yesses("20y 5n"), liked: numbers(slices.Repeat([]int{50, 70}, 12)...)}
	silent := asked
	silent.unasked = []string{"used"}
	w := panelWorld(t, panel{terms: []asking{asked, silent, {used: yesses("5y 20n")}}},
		panel{community: "now", terms: []asking{asked, silent}}, panel{community: "before", terms: []asking{silent, asked}})
	for _, name := range []string{"now", "before"} {
		all := compared(t, w, metrics.CompareScope{Community: name, Against: metrics.AgainstTerm}, "applied_rate", "immediate_score")
		if got := all["applied_rate"]; got.Difference != nil || got.Low != nil || got.Verdict != metrics.NotComparable || got.Last.Value != nil {
			t.Errorf("%s: %s", name, asJSON(t, got))
		}
		if got := all["immediate_score"]; got.Difference == nil || *got.Difference != 0 {
			t.Errorf("%s: %s", name, asJSON(t, got))
		}
	}
	if got := compared(t, w, metrics.CompareScope{Against: metrics.AgainstTerm}, "applied_rate")["applied_rate"]; got.Reason != "no_data" || got.Difference != nil {
		t.Errorf("a term between without the question: %s", asJSON(t, got))
	}
	got := compared(t, w, metrics.CompareScope{Against: metrics.AgainstBaseline}, "applied_rate")["applied_rate"]
	if got.Last.Period != "t1" || got.Design != metrics.Matched || math.Abs(*got.Difference+0.6) > 1e-9 {
		t.Errorf("the first term that asked is the beginning: %s", asJSON(t, got))
	}
}

func TestTermsThatCannotBeComparedSayWhy(t *testing.T) {
	plain := asking{used: yesses("11y 15n")}
	cases := map[string]struct {
		terms          []asking
		reason, prefix string
	}{
		"the first term":      {[]asking{plain}, "first", "Not comparable: nothing is recorded before t1."},
		"worded differently":  {[]asking{plain, {used: plain.used, text: "Have you used all of it?"}}, "wording", "Not comparable: a question was worded differently."},
		"three only before":   {[]asking{{used: yesses("14y 15n")}, {used: yesses("9y 17n")}}, "once", "Not compared: so few answered only one of the two times"},
		"all but one changed": {[]asking{{used: yesses("13y 13n")}, {used: yesses("13n 12y 1n")}}, "once", "Not compared: so few"},
		"others, many more":   {[]asking{{used: yesses("12y 12n 26-")}, {used: yesses("24- 13y 12n 1-")}}, "", ""},
		"others, far fewer":   {[]asking{{used: yesses("20y 20n 12-")}, {used: yesses("40- 6y 6n")}}, "response_rates", "Not comparable: 23 % of those invited answered in t2 and 77 % in t1"},
		"seven now":           {[]asking{plain, {used: yesses("4y 3n 19-")}}, "rough", "Not compared: too few people for more than this"},
		"four now":            {[]asking{plain, {used: yesses("2y 2n 22-")}}, "protected", "Not compared: one of the two is not shown"},
	}
	var all []panel
	names := slices.Sorted(maps.Keys(cases))
	for i, name := range names {
		all = append(all, panel{community: string(rune('A' + i)), terms: cases[name].terms})
	}
	w := panelWorld(t, all...)
	for i, name := range names {
		c := cases[name]
		got := compared(t, w, metrics.CompareScope{Community: all[i].community, Against: metrics.AgainstTerm}, "applied_rate")["applied_rate"]
		if got.Reason != c.reason || !strings.HasPrefix(got.Words, c.prefix) || c.reason != "" && (got.Difference != nil || got.P != nil || got.Pairs != nil || got.ThisMean != nil || got.Effect != nil) {
			t.Errorf("%s: %q %s\n%s", name, got.Reason, got.Text, asJSON(t, got))
		}
	}
}
