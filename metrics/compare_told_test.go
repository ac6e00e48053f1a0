package metrics

import (
	"testing"

	"valuetrail/internal/message"
	"valuetrail/queries"
)

func TestWhyNothingIsTestedIsSaidOfTheKindOfFigure(t *testing.T) {
	c := comparer{p: message.For("en")}
	for name, want := range map[string]struct {
		ind  queries.Indicator
		says string
	}{
		"time to use":   {queries.Indicator{Kind: "survival", Evidence: "stories"}, "compare.told.median"},
		"a median":      {queries.Indicator{Kind: "median", Evidence: "census"}, "compare.told.median"},
		"stories":       {queries.Indicator{Kind: "count", Evidence: "stories"}, "compare.told.stories"},
		"a headcount":   {queries.Indicator{Kind: "count", Evidence: "census"}, "compare.told.count"},
		"a ratio of it": {queries.Indicator{Kind: "ratio", Evidence: "census"}, "compare.told.count"},
	} {
		if got := c.told(compared{ind: want.ind}); got != c.p.Say(want.says) || got == "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
