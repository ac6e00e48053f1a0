package reports_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/metrics"
	"valuetrail/reports"
)

func TestWordsOfCourseMatchTheirReadings(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in := lakeside(t)
		var readings []metrics.Reading
		var points []float64
		for range rapid.IntRange(1, 3).Draw(rt, "terms") {
			k := rapid.IntRange(0, 100).Draw(rt, "came")
			readings, points = append(readings, share(k, 100, 36, false)), append(points, float64(k))
		}
		put(t, &in, "attendance_rate", true, readings...)
		first, last := points[0], points[len(points)-1]
		low, high := first, first
		for _, p := range points {
			low, high = math.Min(low, p), math.Max(high, p)
		}
		says := map[string]bool{
			"Attendance fell":    first-last >= 10,
			"Attendance rose":    last-first >= 10,
			"Attendance stayed":  len(points) > 1 && high-low < 10,
			"Attendance dropped": math.Abs(first-last) < 10 && math.Min(first, last)-low >= 10,
			"Attendance climbed": math.Abs(first-last) < 10 && math.Min(first, last)-low < 10 && high-math.Max(first, last) >= 10,
			"Members came to":    len(points) == 1,
		}
		got := reports.Compose(in)
		for words, want := range says {
			if strings.Contains(got.Headline, words) != want {
				rt.Errorf("%v: %q: %q is %v, want %v", points, got.Headline, words, !want, want)
			}
		}
		sentence := figureOf(t, got, "terms").Sentence
		if strings.Contains(sentence, "fell") != says["Attendance fell"] || strings.Contains(sentence, "rose") != says["Attendance rose"] ||
			strings.Contains(sentence, "about the same") != says["Attendance stayed"] || strings.Contains(sentence, "dropped") != says["Attendance dropped"] {
			rt.Errorf("%v: %q", points, sentence)
		}
	})
}

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
