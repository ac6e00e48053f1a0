package reports_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/reports"
)

func TestWordsOfConfidenceMatchTheirReadings(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(10, 60).Draw(rt, "answered")
		k := rapid.IntRange(0, n).Draw(rt, "yes")
		all := n + rapid.IntRange(0, 40).Draw(rt, "silent")
		in := lakeside(t)
		put(t, &in, "applied_rate", false, share(k, n, all, true))
		low, high := wilson(float64(k), float64(n))
		atLeast, atMost := float64(k)/float64(all), float64(k+all-n)/float64(all)
		want := "Whether that is more than half: too few to tell."
		switch {
		case low > 0.5 && atLeast > 0.5:
			want = "That is clearly more than half."
		case low > 0.5:
			want = "That is likely more than half."
		case high < 0.5 && atMost < 0.5:
			want = "That is clearly less than half."
		case high < 0.5:
			want = "That is likely less than half."
		}
		r := reports.Compose(in)
		for _, says := range []string{r.Findings[0].Sentence, figureOf(t, r, "answers").Sentence} {
			if !strings.Contains(says, want) {
				rt.Errorf("%d of %d of %d: %q, want %q", k, n, all, says, want)
			}
		}
		share := float64(k) / float64(n)
		if most := strings.HasPrefix(r.Headline, "Most"); most && share <= 0.54 || !most && share >= 0.56 {
			rt.Errorf("%d of %d: %q", k, n, r.Headline)
		}
	})
}
