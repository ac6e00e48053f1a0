package reports_test

import (
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

func briefOf(in reports.Input) map[string]string {
	all := map[string]string{}
	for _, f := range reports.Compose(in).Brief {
		all[f.Lead] = f.Sentence
	}
	return all
}

func TestPageOneSaysWhetherItWasWorthItAndForWhom(t *testing.T) {
	all := briefOf(lakeside(t))
	if got, want := all["Worth it?"], "Members who answered say it was worth the time: 73 of 100 points (66 to 80). Likely more than half used what they learned."; got != want {
		t.Errorf("worth it: %q, want %q", got, want)
	}
	if got, want := all["For whom?"], "34 of 36 members came at least once (94 %); 2 never came."; got[:min(len(got), len(want))] != want {
		t.Errorf("for whom: %q, want %q first", got, want)
	}
	in := lakeside(t)
	in.Audience = vocabulary.Members
	if got := reports.Compose(in).Brief; got != nil {
		t.Errorf("the members' page says it in its own way, and has %v", got)
	}
}

func TestWhatMayNotBeToldOfTheWorthIsNotSaidBriefly(t *testing.T) {
	in := lakeside(t)
	for _, a := range in.Answers {
		for i := range a.Readings {
			if r := &a.Readings[i]; r.Indicator == "immediate_score" {
				*r = metrics.Reading{Indicator: r.Indicator, Cohort: r.Cohort, Period: r.Period, Part: r.Part, Note: "protected", Text: "not shown, to protect members", Unit: "score"}
			}
		}
	}
	if all := briefOf(in); all["Worth it?"] != "Likely more than half used what they learned." || all["For whom?"] == "" {
		t.Errorf("%v", all)
	}
}

// A target is reached or missed only where the whole range says so.
func TestATargetForAnswersIsReachedAsFarAsItsRangeSays(t *testing.T) {
	for above, want := range map[float64]string{
		-0.3: "The target of 42 % was reached.", 0.2: "The target of 92 % was not reached.", 0.05: "Whether the target of 77 % was reached: too few to tell.",
	} {
		if got := reports.Compose(withTarget(lakeside(t), "applied_rate", above)).Findings; !slices.ContainsFunc(got, func(f reports.Finding) bool { return strings.Contains(f.Sentence, want) }) {
			t.Errorf("%+.2f: no %q in %v", above, want, got)
		}
	}
}

// Of whom nearly all said yes nobody reads that it was likely more than half.
func TestNearlyAllAreCalledSoBrieflyToo(t *testing.T) {
	in := lakeside(t)
	people := 12
	put(t, &in, "applied_rate", false, metrics.Reading{Note: "nearly_all", Text: "nearly all of 12", People: &people, Shown: true, Unit: "percent"})
	if says := briefOf(in)["Worth it?"]; !strings.HasSuffix(says, "Nearly all who answered used what they learned.") {
		t.Errorf("%q", says)
	}
}
