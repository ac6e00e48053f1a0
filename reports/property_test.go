package reports_test

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// anyReading is one reading as the gate may leave it.
func anyReading(kind string) *rapid.Generator[metrics.Reading] {
	return rapid.Custom(func(t *rapid.T) metrics.Reading {
		n := rapid.IntRange(5, 4000).Draw(t, "n")
		all := n + rapid.IntRange(0, 400).Draw(t, "silent")
		switch rapid.SampledFrom([]string{"exact", "exact", "exact", "exact", "about", "nearly_all", "nearly_none", "protected", "no_data", "needs"}).Draw(t, "telling") {
		case "about":
			value := float64(rapid.IntRange(1, 19).Draw(t, "value")) * 5
			if kind != "score" {
				value /= 100
			}
			return metrics.Reading{Value: &value, Shown: true, Unit: unitOf(kind), Text: "about so much"}
		case "nearly_all":
			return words("nearly_all", "nearly all of some", n, all)
		case "nearly_none":
			return words("nearly_none", "hardly any of some", n, all)
		case "protected":
			return protected
		case "no_data":
			return hidden("no_data", "nothing recorded yet")
		case "needs":
			return hidden("needs:"+rapid.SampledFrom([]string{"roster", "survey", "stories", "attendance", "codebook"}).Draw(t, "need"), "needs: something")
		}
		if kind == "score" {
			return score(float64(rapid.IntRange(6, 94).Draw(t, "mean")), float64(rapid.IntRange(1, 6).Draw(t, "half")), n, all)
		}
		return share(rapid.IntRange(0, n).Draw(t, "k"), n, all, kind == "answers")
	})
}

func unitOf(kind string) string {
	if kind == "score" {
		return "score"
	}
	return "percent"
}

// anyInput is what may come in for any audience.
func anyInput(t *rapid.T, tb testing.TB) reports.Input {
	in := reports.Input{Name: "A community", Span: span, Audience: vocabulary.Audience(rapid.SampledFrom(vocabulary.Audiences.Words).Draw(t, "audience")),
		Framework: rapid.SampledFrom([]vocabulary.Framework{vocabulary.VCF2011, vocabulary.VCF2020}).Draw(t, "framework"), InConfidence: rapid.IntRange(0, 9).Draw(t, "confidence")}
	kinds := map[string]string{"applied_rate": "answers", "immediate_score": "score"}
	for _, ind := range catalogue(tb) {
		if rapid.IntRange(0, 9).Draw(t, "left out") == 0 {
			continue
		}
		order := []string{""}
		if ind.Parts != nil {
			order = ind.Parts
		} else if ind.PartData {
			order = []string{"p1", "p1 ever", "p2"}
		} else if ind.PartCycles {
			order = nil
			for _, c := range in.Framework.Cycles() {
				order = append(order, string(c))
			}
		}
		whole, byTerm := map[string][]metrics.Reading{}, map[string][]metrics.Reading{}
		for _, part := range order {
			whole[part] = []metrics.Reading{anyReading(kinds[ind.ID]).Draw(t, "whole")}
			byTerm[part] = rapid.SliceOfN(anyReading(kinds[ind.ID]), 0, 3).Draw(t, "terms")
		}
		in.Answers = append(in.Answers, ask(tb, ind.ID, true, byTerm, order...), ask(tb, ind.ID, false, whole, order...))
	}
	in.Meetings = rapid.SliceOfN(rapid.Custom(anyMeeting), 0, 6).Draw(t, "meetings")
	in.Stories = rapid.SliceOfN(rapid.Custom(anyStory), 0, 8).Draw(t, "stories")
	for i := range in.Stories {
		in.Stories[i].ID = strconv.Itoa(i)
	}
	in.Overview = metrics.Overview{HasRoster: rapid.Bool().Draw(t, "roster"), Seen: rapid.IntRange(0, 90).Draw(t, "seen"), Hours: float64(rapid.IntRange(0, 9000).Draw(t, "hours"))}
	if in.Overview.HasRoster {
		in.Overview.Members, in.Overview.MemberHours = rapid.IntRange(1, 90).Draw(t, "members"), in.Overview.Hours/2
	}
	in.Overview.Planned = len(in.Meetings)
	for _, m := range in.Meetings {
		if m.Status != "cancelled" {
			in.Overview.Held++
		}
	}
	return in
}

func anyMeeting(t *rapid.T) metrics.Meeting {
	m := metrics.Meeting{Title: rapid.SampledFrom([]string{"", "Clinic"}).Draw(t, "title"), Day: rapid.IntRange(20300, 20800).Draw(t, "day"), Status: rapid.SampledFrom([]string{"held", "moved", "cancelled"}).Draw(t, "status"),
		Kind: rapid.SampledFrom([]string{"", "meeting", "peer_assist"}).Draw(t, "kind"), Listed: rapid.Bool().Draw(t, "listed"), HasRegister: rapid.Bool().Draw(t, "register")}
	m.People = rapid.IntRange(0, 400).Draw(t, "people")
	m.Came = rapid.IntRange(0, m.People).Draw(t, "came")
	m.Eligible = m.Came + rapid.IntRange(0, 40).Draw(t, "absent")
	return m
}

func anyStory(t *rapid.T) metrics.Story {
	return metrics.Story{Title: rapid.SampledFrom([]string{"", "A story of theirs"}).Draw(t, "title"), Day: rapid.IntRange(20300, 20800).Draw(t, "day"),
		Kind: rapid.SampledFrom([]string{"account", "aspirational"}).Draw(t, "kind"), Valence: rapid.SampledFrom([]string{"positive", "negative", "mixed", ""}).Draw(t, "valence"),
		Confirmation: rapid.SampledFrom([]string{"", "asked", "confirmed"}).Draw(t, "confirmation"), Cycles: rapid.SliceOfNDistinct(rapid.SampledFrom(vocabulary.VCF2011.Cycles()), 0, 3, rapid.ID).Draw(t, "cycles")}
}

var number = regexp.MustCompile(`\d([\d,]*\d)?(\.\d+)?`)

// numbersOf are the numbers that the parts of an Input print as.
func numbersOf(in reports.Input) map[string]bool {
	p, all := message.For("en"), map[string]bool{"100": true}
	add := func(x float64) {
		for decimals := range 2 {
			all[p.Number(x, decimals)] = true
		}
	}
	addWords := func(s string) {
		for _, n := range number.FindAllString(s, -1) {
			all[n] = true
		}
	}
	for _, a := range in.Answers {
		addWords(a.Indicator.Title)
		for _, r := range a.Readings {
			addWords(r.Period + " " + r.Text)
			for _, v := range []*float64{r.Value, r.Numerator, r.Denominator, r.Low, r.High, r.LowAll, r.HighAll} {
				if v != nil {
					add(*v)
					add(math.Round(*v*1e9) / 1e7)
				}
			}
			if r.Population != nil && r.Denominator != nil {
				add(float64(*r.Population) - *r.Denominator) // who did not answer
			}
			if r.Numerator != nil && r.Denominator != nil {
				add(*r.Denominator - *r.Numerator) // who never came
			}
			for _, n := range []*int{r.People, r.Population} {
				if n != nil {
					add(float64(*n))
				}
			}
		}
	}
	for _, m := range in.Meetings {
		add(float64(m.People))
		add(float64(m.Came))
		addWords(p.Day(m.Day))
	}
	for _, n := range []float64{float64(in.Overview.Seen), float64(in.Overview.Held), in.Overview.Hours, float64(in.InConfidence)} {
		add(n)
	}
	for n := range max(len(in.Meetings), len(in.Stories), len(terms)) + 1 {
		add(float64(n)) // what the Input lists may be counted
	}
	return all
}

func TestEveryReportHoldsWhatItPromises(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in := anyInput(rt, t)
		r := reports.Compose(in)
		whole := text(rt, r)
		if whole != text(rt, reports.Compose(in)) {
			rt.Fatal("two compositions of one input differ")
		}
		if strings.Contains(whole, "report.") || strings.Contains(strings.ReplaceAll(whole, `{"`, ""), "{") && regexp.MustCompile(`\{[0-9a-z]`).MatchString(whole) {
			rt.Fatalf("a sentence is missing or not filled in: %s", whole)
		}
		known := numbersOf(in)
		for _, says := range append(sentencesOf(r), r.Headline) {
			for _, n := range number.FindAllString(says, -1) {
				if !known[n] {
					rt.Errorf("%q: nobody said %s", says, n)
				}
			}
		}
		wholeFigures(rt, r)
	})
}

func sentencesOf(r reports.Report) []string {
	var all []string
	for _, f := range slices.Concat(r.Brief, r.Findings) {
		all = append(all, f.Sentence)
	}
	return all
}

// wholeFigures: no sentence without its figure, no figure without its sentence,
// no cell without a word or a mark.
func wholeFigures(t *rapid.T, r reports.Report) {
	for _, f := range slices.Concat(r.Brief, r.Findings) {
		if f.Anchor == "asked" && len(r.Asked) > 0 {
			continue
		}
		if !slices.ContainsFunc(r.Sections, func(s reports.Section) bool { return s.ID == f.Anchor && len(s.Figures) > 0 }) {
			t.Errorf("%q leads to %q, which holds no figure", f.Sentence, f.Anchor)
		}
	}
	seen := map[string]bool{}
	for _, s := range r.Sections {
		for _, f := range s.Figures {
			if f.Title == "" || f.Sentence == "" || f.Caption == "" || len(f.Table.Rows) == 0 || seen[f.ID] {
				t.Errorf("figure %s: title %q, sentence %q, caption %q, %d rows", f.ID, f.Title, f.Sentence, f.Caption, len(f.Table.Rows))
			}
			seen[f.ID] = true
			for _, row := range f.Table.Rows {
				if len(row) != len(f.Table.Columns) {
					t.Errorf("figure %s: %d cells under %d headings", f.ID, len(row), len(f.Table.Columns))
				}
				for i, c := range row {
					if c.Text == "" && c.Mark == "" && len(c.Chips) == 0 {
						t.Errorf("figure %s: nothing under %s", f.ID, f.Table.Columns[i].Heading)
					}
				}
			}
		}
	}
}
