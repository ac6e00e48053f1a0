package main

import (
	"testing"

	"valuetrail/internal/message"
)

func TestNoCodeOfTheDataStandsInAComparison(t *testing.T) {
	e := &env{Say: message.For("en")}
	for _, c := range []struct{ indicator, part, want string }{
		{"flow_count", "applied → immediate (loop)", "“What did they use?” led back to “Was it worth the time?”, a loop: what came of it was brought back to the community"},
		{"flow_count", "potential → applied", "“What did people gain?” led to “What did they use?”"},
		{"value_by_activity", "learning_popup: realized", "learning pop-up, “What changed?”"},
		{"value_by_activity", "site_visit: realized", "site visit, “What changed?”"},
		{"facilitation_rotation", "longest_run", "most sessions in a row led by one member"},
		{"level_share", "core + active", "carry it or are regular"},
		{"negative_answers", "applied", "What did they use?"},
		{"practice_diffusion", "lean → green: start", "lean → green: start"},
	} {
		if got := e.partName(c.indicator, c.part); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.indicator, c.part, got, c.want)
		}
	}
}
