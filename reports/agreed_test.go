package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/reports"
)

// withTarget gives every figure of an indicator a target, that much above it.
func withTarget(in reports.Input, id string, above float64) reports.Input {
	for _, a := range in.Answers {
		for i := range a.Readings {
			if r := &a.Readings[i]; r.Indicator == id && r.Value != nil {
				target := *r.Value + above
				r.Target = &target
			}
		}
	}
	return in
}

func TestHowATargetCameAboutIsToldWhereItIsToldHowItWasCounted(t *testing.T) {
	in := withTarget(lakeside(t), "attendance_rate", 0.1)
	day := 20332 // 1 September 2025
	for _, a := range in.Answers {
		for i := range a.Readings {
			if r := &a.Readings[i]; r.Indicator == "attendance_rate" && r.Target != nil {
				r.Target, r.Agreed = at(0.7), &metrics.Agreed{On: &day, By: "the core group", Why: "agreed with the sponsor"}
			}
		}
	}
	const told = "The target of 70 % was set on 1 September 2025 by the core group. Why: Agreed with the sponsor."
	r := reports.Compose(in)
	counted := strings.Join(figureOf(t, r, "terms").Counted, "\n")
	if strings.Count(counted, told) != 1 {
		t.Errorf("no %q, or more than once, in\n%s", told, counted)
	}
	if n := strings.Count(fmt.Sprint(r.Findings, r.Facts, r.Headline), "core group"); n != 0 {
		t.Error("page one tells how the target came about")
	}
	if !slices.ContainsFunc(r.Definitions, func(d reports.Definition) bool {
		return d.ID == "attendance_rate" && strings.HasSuffix(d.Counted, told)
	}) {
		t.Error("the definition does not tell it")
	}
	earlier := day - 200
	for _, a := range in.Answers {
		for i := range a.Readings {
			if r := &a.Readings[i]; r.Agreed != nil && a.Scope.Grain == "term" && i == 0 {
				r.Target, r.Agreed = at(0.6), &metrics.Agreed{On: &earlier}
			}
		}
	}
	counted = strings.Join(figureOf(t, reports.Compose(in), "terms").Counted, "\n")
	if want := "The target of 60 % was set on 13 February 2025. " + told; !strings.Contains(counted, want) {
		t.Errorf("no %q in\n%s", want, counted)
	}
	for _, a := range in.Answers {
		for i := range a.Readings {
			a.Readings[i].Agreed = nil
		}
	}
	if counted := strings.Join(figureOf(t, reports.Compose(in), "terms").Counted, "\n"); strings.Contains(counted, "target") {
		t.Errorf("nothing is known of it, and it says\n%s", counted)
	}
}

func findingsOf(in reports.Input) string {
	var all []string
	for _, f := range reports.Compose(in).Findings {
		all = append(all, f.Sentence)
	}
	return strings.Join(all, "\n")
}

// Everybody was counted, so attendance reached what was agreed or did not, by the
// whole points that are printed.
func TestAttendanceIsHeldAgainstWhatWasAgreed(t *testing.T) {
	for _, c := range []struct {
		above float64
		want  string
	}{{0.1, "was not reached."}, {-0.1, "was reached."}, {0.001, "was reached."}} {
		if says := findingsOf(withTarget(lakeside(t), "attendance_rate", c.above)); !strings.Contains(says, c.want) {
			t.Errorf("%+.3f above: no %q in\n%s", c.above, c.want, says)
		}
	}
	if says := findingsOf(lakeside(t)); strings.Contains(says, "greed") {
		t.Errorf("nothing was agreed:\n%s", says)
	}
}

func TestFromHowManyOrganisationsNobodyCameIsSaid(t *testing.T) {
	in := lakeside(t)
	in.Overview.Organisations, in.Overview.OrganisationsReached = 5, 4
	if says := findingsOf(in); !strings.Contains(says, "Nobody came from 1 of the 5 organisations (the convenor knows which).") {
		t.Errorf("%s", says)
	}
	in.Overview.OrganisationsReached = 5
	if says := findingsOf(in); strings.Contains(says, "Nobody came") {
		t.Errorf("all came:\n%s", says)
	}
}
