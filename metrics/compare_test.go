package metrics_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/message"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// answered is so many yes, so many no and so many silent.
func answered(yes, no, silent int) []string {
	var all []string
	for range yes {
		all = append(all, "yes")
	}
	for range no {
		all = append(all, "no")
	}
	return append(all, make([]string, silent)...)
}

// scores are so many scores around a mean: mean−10 and mean+10 in turn.
func scores(mean, n, silent int) []string {
	var all []string
	for i := range n {
		all = append(all, message.For("en").Number(float64(mean-10+20*(i%2)), 0))
	}
	return append(all, make([]string, silent)...)
}

// coming has members each of whom came to the first so many of the meetings.
func coming(meetings int, each ...int) [][]bool {
	var all [][]bool
	for _, n := range each {
		row := make([]bool, meetings)
		for k := range n {
			row[k] = true
		}
		all = append(all, row)
	}
	return all
}

// two are cohorts of the years 2024 and 2025.
func two(this, last crowd) string {
	this.cohort, this.firstDay, this.lastDay = "2025", "2025-09-01", "2026-06-30"
	last.cohort, last.firstDay, last.lastDay = "2024", "2024-09-01", "2025-06-30"
	for _, c := range []*crowd{&this, &last} {
		if c.closed == 0 {
			c.closed = 90
		}
	}
	return crowds(this, last)
}

// compared asks for comparisons by indicator and part: "applied_rate",
// "level_share core".
func compared(t *testing.T, w *warehouse.Warehouse, s metrics.CompareScope, ids ...string) map[string]metrics.Comparison {
	t.Helper()
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	if s.Community == "" {
		s.Community = "c"
	}
	if len(ids) > 0 { // the others would be judged with them, and take their time
		catalogue = slices.DeleteFunc(catalogue, func(i queries.Indicator) bool { return !slices.Contains(ids, i.ID) })
	}
	all, err := metrics.Compare(context.Background(), w, catalogue, ids, s, noon, message.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]metrics.Comparison{}
	for _, c := range all {
		by[strings.TrimSpace(c.Indicator+" "+c.Part)] = c
	}
	return by
}

func cohortsWorld(t *testing.T, this, last crowd) *warehouse.Warehouse {
	t.Helper()
	return world(t, txtar.Parse([]byte(two(this, last))))
}

// 18 of 25 against 11 of 26 is the example of the report's design. Newcombe:
// 0.72 − 0.4231 = 0.2969; Wilson 0.5242–0.8572 and 0.2554–0.6105, so from
// 0.2969 − √(0.1958² + 0.1874²) = 0.0259 to 0.2969 + √(0.1372² + 0.1677²) = 0.5136.
// What is missed one time in five: 2.8016 √(31/55 · 24/55 · (1/25 + 1/26)) = 0.3891.
func TestAnswersOfTwoCohortsAreComparedByNewcombe(t *testing.T) {
	w := cohortsWorld(t, crowd{used: answered(18, 7, 11)}, crowd{used: answered(11, 15, 10)})
	got := compared(t, w, metrics.CompareScope{Primary: "applied_rate"})["applied_rate"]
	want := "2025/x: 18 of 25 (72 %). 2024/x: 11 of 26 (42 %). 30 points more (3 to 51): likely a real rise, its size uncertain. By convention a small effect. " +
		"Differences below about 39 points would easily be missed."
	if got.Text != want {
		t.Errorf("got  %s\nwant %s", got.Text, want)
	}
	if got.Verdict != metrics.Likely || !got.Primary || got.Design != metrics.CrossSection || got.Holm != nil {
		t.Errorf("%+v", got)
	}
	// Of a yes or no, Cliff's δ is the difference; Newcombe's p by halving.
	if got.EffectMeasure != "delta" || got.Size != "small" || math.Abs(*got.Effect-0.2969) > 1e-4 || math.Abs(*got.P-0.0314) > 1e-3 {
		t.Errorf("effect %v %s %s, p %v", *got.Effect, got.EffectMeasure, got.Size, *got.P)
	}
}

// 25 of 35 is 71.4 % and 11 of 27 is 40.7 %, 30.7 points apart; but 71 % and 41 % are
// printed, and whoever subtracts finds 30.
func TestADifferenceIsThatOfTheNumbersThatArePrinted(t *testing.T) {
	w := cohortsWorld(t, crowd{used: answered(25, 10, 5)}, crowd{used: answered(11, 16, 9)})
	got := compared(t, w, metrics.CompareScope{Primary: "applied_rate"}, "applied_rate")["applied_rate"]
	if want := "2025/x: 25 of 35 (71 %). 2024/x: 11 of 27 (41 %). 30 points more ("; !strings.HasPrefix(got.Text, want) {
		t.Errorf("got  %s\nwant %s", got.Text, want)
	}
	if math.Abs(*got.Difference-0.3069) > 1e-4 {
		t.Errorf("kept as %v", *got.Difference)
	}
}

// Everybody's own share: 2025 has ten members who came to 9 of 10 and ten who
// came to 7 of 10, mean 0.8 and s² = 20·0.1²/19; 2024 has 5 and 3 of 10, mean 0.4.
// The error is √(2 · 0.010526/20) = 0.03244, t(38) = 2.0244: 0.4 ± 0.0657.
func TestAttendanceIsComparedMemberByMember(t *testing.T) {
	high := slices.Concat(slices.Repeat([]int{9}, 10), slices.Repeat([]int{7}, 10))
	low := slices.Concat(slices.Repeat([]int{5}, 10), slices.Repeat([]int{3}, 10))
	meetings := []int{10, 20, 30, 40, 50, 60, 70, 80, 90, 100}
	w := cohortsWorld(t, crowd{meetings: meetings, came: coming(10, high...)}, crowd{meetings: meetings, came: coming(10, low...)})
	got := compared(t, w, metrics.CompareScope{Primary: "attendance_rate"})["attendance_rate"]
	want := "2025/x: 80 %. 2024/x: 40 %. 40 points more (33 to 47): clearly more. By convention a large effect. Differences below about 9 points would easily be missed."
	if got.Text != want || got.Verdict != metrics.Clear {
		t.Errorf("got  %s %s\nwant %s", got.Verdict, got.Text, want)
	}
	// g: 0.4/√0.010526 = 3.899, times J(38) = 0.9802.
	if got.EffectMeasure != "g" || math.Abs(*got.Effect-3.8216) > 1e-3 || *got.P > 1e-9 {
		t.Errorf("effect %v %s, p %v", *got.Effect, got.EffectMeasure, *got.P)
	}
	if math.Abs(*got.Low-0.3343) > 1e-4 || math.Abs(*got.High-0.4657) > 1e-4 {
		t.Errorf("from %v to %v", *got.Low, *got.High)
	}
}

// Stories are set side by side as they stand: no percentage of a dozen, no range,
// and no word on which is more.
func TestStoriesAreToldAndNotTested(t *testing.T) {
	text := two(crowd{used: answered(5, 5, 0)}, crowd{used: answered(5, 5, 0)}) + "-- story.csv --\nstory_id,collected_on,teller_alias_id,cohort_id,kind,consent_scope\n"
	cycles := "-- story_cycle.csv --\nstory_id,cycle,asked,evidence\n"
	for cohort, n := range map[string]int{"2025": 12, "2024": 9} {
		for i := range n {
			id := fmt.Sprintf("%s-%d", cohort, i)
			text += fmt.Sprintf("%s,%s-11-%02d,t%s,%s,account,public\n", id, cohort, 1+i, id, cohort)
			cycles += fmt.Sprintf("%s,applied,yes,%s\n", id, map[bool]string{true: "yes", false: "no"}[i%3 == 0])
		}
	}
	w := world(t, txtar.Parse([]byte(text+cycles)))
	all := compared(t, w, metrics.CompareScope{Audience: "sponsor"}, "cycle_coverage", "stories_told")
	want := "2025/x: 4 of 12. 2024/x: 3 of 9. Stories are evidence that something happened, not how often: set side by side, not tested."
	if got := all["cycle_coverage applied"]; got.Text != want || got.Verdict != metrics.Told || got.Low != nil || got.Difference != nil || got.Untested != "stories" || got.P != nil || got.Effect != nil {
		t.Errorf("got  %s %s\nwant %s", got.Verdict, got.Text, want)
	}
	for name, c := range all {
		soundWords(t, c)
		if strings.Contains(c.Text, "%") || c.Low != nil || c.Missed != nil {
			t.Errorf("%s: %s", name, c.Text)
		}
	}
	if got := all["stories_told"]; got.Verdict != metrics.Told || *got.Difference != 3 {
		t.Errorf("%s %s", got.Verdict, got.Text)
	}
}
