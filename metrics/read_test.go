package metrics

import (
	"encoding/json"
	"regexp"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/message"
	"valuetrail/queries"
)

var digits = regexp.MustCompile(`[0-9]`)

// reading gates one figure of a whole cohort by itself.
func reading(ind queries.Indicator, f figure) Reading {
	g := &ground{}
	uncertainty(ind, &f)
	all := []figure{f}
	return read(ind, f, judge(ind, Scope{}, all, all, g)[0], "", message.For("en"))
}

func randomAnswers(t *rapid.T, least, most int) (queries.Indicator, figure) {
	n := rapid.IntRange(least, most).Draw(t, "n")
	f := figure{community: "c", cohort: "a", period: "p", denominator: float64(n), people: n, population: n + rapid.IntRange(0, 30).Draw(t, "silent")}
	ind := queries.Indicator{
		ID: "any", Kind: rapid.SampledFrom([]string{"share", "mean"}).Draw(t, "kind"), Evidence: "answers", Unit: "percent",
		Protects: rapid.SampledFrom([]string{"answers", "sensitive"}).Draw(t, "protects"),
	}
	sum, spread := float64(rapid.IntRange(0, n).Draw(t, "x")), 0.3
	if ind.Kind == "mean" {
		ind.Unit = "score"
		sum, spread = rapid.Float64Range(0, 100).Draw(t, "mean")*float64(n), rapid.Float64Range(0, 50).Draw(t, "spread")
		f.spread = &spread
	}
	value := sum / float64(n)
	f.numerator, f.value = &sum, &value
	return ind, f
}

// Whatever was answered, the reading of one to four people is always the same
// and holds no number.
func TestReadingOfOneToFourPeopleHoldsNoNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ind, f := randomAnswers(t, 1, 4)
		r := reading(ind, f)
		r.Period, r.Indicator, r.Community = "", "", ""
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if r.Shown || digits.Match(text) || r.Note != "protected" {
			t.Fatalf("%s", text)
		}
	})
}

// From five to nine there is a value in steps of five and nothing that could
// sharpen it, or there are words or nothing.
func TestReadingOfFiveToNinePeopleHoldsOneRoundNumberAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ind, f := randomAnswers(t, 5, 9)
		r := reading(ind, f)
		if r.Numerator != nil || r.Denominator != nil || r.Low != nil || r.High != nil || r.LowAll != nil || r.HighAll != nil {
			t.Fatalf("%+v", r)
		}
		if r.Value == nil {
			return
		}
		if r.People != nil || r.Population != nil {
			t.Fatalf("%+v", r)
		}
		steps := *r.Value * 20
		if ind.Kind == "mean" {
			steps = *r.Value / 5
		}
		if d := steps - float64(int(steps+0.5)); d > 1e-6 || d < -1e-6 {
			t.Fatalf("%v is no step of five", *r.Value)
		}
	})
}

func TestReadingInWordsLeavesOutWhatGivesTheNumberBack(t *testing.T) {
	x, v := 11.0, 11.0/12
	r := reading(queries.Indicator{Kind: "share", Evidence: "answers", Protects: "answers", Unit: "percent"},
		figure{numerator: &x, value: &v, denominator: 12, people: 12, population: 20})
	if r.Value != nil || r.Numerator != nil || r.LowAll != nil || r.HighAll != nil || !r.Shown || r.Text != "nearly all of 12" {
		t.Errorf("%+v", r)
	}
}

func TestReadingSaysItsFigureInWords(t *testing.T) {
	five := func(x, n float64) figure {
		v := x / n
		return figure{numerator: &x, value: &v, denominator: n, people: int(n), population: int(n)}
	}
	silent := five(18, 25)
	silent.population = 36
	days, events := 20.0, 300.0
	cases := map[string]struct {
		ind  queries.Indicator
		f    figure
		want string
	}{
		"answers with bounds":    {queries.Indicator{Kind: "share", Evidence: "answers", Protects: "answers", Unit: "percent"}, silent, "18 of 25 (72 %; 52 % to 86 %); of all 36 between 50 % and 81 %"},
		"answers of everybody":   {queries.Indicator{Kind: "share", Evidence: "answers", Protects: "answers", Unit: "percent"}, five(18, 25), "18 of 25 (72 %; 52 % to 86 %)"},
		"six answers":            {queries.Indicator{Kind: "share", Evidence: "answers", Protects: "answers", Unit: "percent"}, five(2, 6), "about 35 %"},
		"a census":               {queries.Indicator{Kind: "share", Evidence: "census", Protects: "event", Unit: "percent"}, five(3, 4), "3 of 4 (75 %)"},
		"pairs":                  {queries.Indicator{Kind: "pair_share", Evidence: "census", Protects: "event", Unit: "percent"}, five(30, 40), "75 %"},
		"few stories":            {queries.Indicator{Kind: "pair_share", Evidence: "stories", Protects: "stories", Unit: "stories"}, five(3, 9), "3 of 9"},
		"few who distrust":       {queries.Indicator{Kind: "share", Evidence: "answers", Protects: "sensitive", Unit: "percent"}, five(0, 30), "up to 4 people"},
		"days":                   {queries.Indicator{Kind: "survival", Evidence: "stories", Protects: "stories", Unit: "days"}, figure{value: &days, numerator: &events, denominator: 12, people: 12}, "20 days, from 12 people"},
		"too few to be any good": {queries.Indicator{Kind: "share", Evidence: "answers", Protects: "answers", Unit: "percent"}, five(2, 4), "not shown, to protect members"},
	}
	for name, c := range cases {
		if got := reading(c.ind, c.f).Text; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
