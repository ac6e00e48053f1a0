package metrics_test

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
)

const agreedUse = "-- setting.csv --\nname,word\nframework,vcf2011\n-- target.csv --\nindicator_id,target\napplied_rate,0.5\n" +
	"-- story.csv --\nstory_id,collected_on,cohort_id,kind,consent_scope\nv,2025-10-25,a,account,public\n" +
	"-- story_cycle.csv --\nstory_id,cycle,asked,evidence,basis\nv,applied,yes,yes,told\n"

// A target must not tell of an answer what the figure itself does not.
func TestAFigureThatIsNotShownHoldsNothingUp(t *testing.T) {
	for _, c := range []struct {
		yes, no int
		want    string
	}{
		{3, 1, "no figure with a target"},
		{5, 1, "no figure with a target"}, // nearly all: told in no number
		{9, 3, "1 of 1 figure at the target"},
		{3, 9, "0 of 1 figure at the target"},
		{4, 3, "1 of 1 figure at the target"}, // about 55 %, as it is shown
	} {
		w := world(t, txtar.Parse([]byte(round([]group{{"a", "u", "s", c.yes, c.no, 0}})+agreedUse)))
		got, answer := said(t, w, "corroborated_cycles", metrics.Scope{Community: "c", Cohorts: []string{"a"}})
		if !strings.Contains(got, c.want) {
			t.Errorf("%d yes and %d no: got\n%s\nwant %s", c.yes, c.no, got, c.want)
		}
		if len(answer.Readings) != 5 {
			t.Errorf("%d readings", len(answer.Readings))
		}
	}
}

// What was agreed was agreed for everybody, and readers of several units read one
// story: neither has a breakdown.
func TestWhatHasNoBreakdownIsToldOfEverybody(t *testing.T) {
	w := world(t, txtar.Parse([]byte(round([]group{{"a", "u", "s", 9, 3, 0}})+agreedUse)))
	_, answer := said(t, w, "corroborated_cycles", metrics.Scope{Community: "c", Cohorts: []string{"a"}, By: "unit"})
	applied := answer.Readings[2]
	if answer.Scope.By != "none" || applied.Part != "applied" || applied.Group != "" || applied.Note != "instead:none" {
		t.Errorf("by %s: %+v", answer.Scope.By, applied)
	}
	example, err := txtar.ParseFile("testdata/coder_agreement.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, answer = said(t, world(t, example), "coder_agreement", metrics.Scope{Community: "c", Cohorts: []string{"2025"}, By: "unit"})
	if cycle := answer.Readings[0]; answer.Scope.By != "none" || cycle.Group != "" || cycle.Value == nil || cycle.Note != "instead:none" {
		t.Errorf("by %s: %+v", answer.Scope.By, cycle)
	}
}

func TestNumbersAndStoriesTogetherNeedTargets(t *testing.T) {
	w := world(t, txtar.Parse([]byte(round([]group{{"a", "u", "s", 9, 3, 0}})+strings.Replace(agreedUse, "\napplied_rate,0.5", "", 1))))
	_, answer := said(t, w, "corroborated_cycles", metrics.Scope{Community: "c", Cohorts: []string{"a"}})
	for _, r := range answer.Readings {
		if r.Note != "needs:targets" || r.Value != nil || r.Numerator != nil {
			t.Errorf("%+v", r)
		}
	}
}
