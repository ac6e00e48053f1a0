package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"valuetrail/samples"
)

// round is the survey round that closed last in a period, nil for none.
func (r *reckoning) round(p truthSpan) *samples.Wave {
	return r.asking(p, r.truth.ItemsOf)
}

// asking is the round of a period that asks any of some questions: one about
// several cycles before a form about one, then the one that closed last.
func (r *reckoning) asking(p truthSpan, items func(wave string) []samples.Item) *samples.Wave {
	var last *samples.Wave
	for i, w := range r.truth.Waves {
		if len(items(w.WaveID)) > 0 && w.Cohort == p.cohort && p.has(w.Closed) &&
			(last == nil || r.before(*last, w)) {
			last = &r.truth.Waves[i]
		}
	}
	return last
}

// before reports whether a round gives way to another.
func (r *reckoning) before(a, b samples.Wave) bool {
	return cmp.Or(cmp.Compare(r.cycles(a), r.cycles(b)), strings.Compare(a.Closed, b.Closed)) < 0
}

// cycles is 2 for a round that asks about more than one cycle, else less.
func (r *reckoning) cycles(w samples.Wave) int {
	seen := map[string]bool{}
	for _, i := range r.truth.ItemsOf(w.WaveID) {
		if i.Cycle != "" {
			seen[i.Cycle] = true
		}
	}
	return min(len(seen), 2)
}

// seats are everybody invited to the round: those who answered, each with the
// answer that stands, then as many more as were invited and are silent.
func (r *reckoning) seats(w *samples.Wave, of func(samples.Response) *float64, silent *float64) map[string][]observed {
	if w == nil {
		return map[string][]observed{}
	}
	var all []observed
	for _, a := range r.truth.Responses {
		if a.WaveID == w.WaveID && a.Counts {
			all = append(all, observed{person: cmp.Or(a.MemberID, fmt.Sprint(w.WaveID, " row ", a.Ref.Row)), x: of(a)})
		}
	}
	for n := len(all); n < len(w.Invited); n++ {
		all = append(all, observed{person: fmt.Sprint("silent ", w.WaveID, n), x: silent})
	}
	return map[string][]observed{"": all}
}

// items are the questions of a round, of a cycle and of some kinds.
func (r *reckoning) items(wave, cycle string, kinds ...string) []samples.Item {
	var all []samples.Item
	for _, i := range r.truth.ItemsOf(wave) {
		if i.Cycle == cycle && slices.Contains(kinds, i.Kind) {
			all = append(all, i)
		}
	}
	return all
}

// immediate is the mean of a person's scale answers about immediate value, if
// they gave at least half of them.
func (r *reckoning) immediate(p truthSpan) map[string][]observed {
	return r.means(p, func(wave string) []samples.Item { return r.items(wave, "immediate", "likert") })
}

// means are the means of a person's scale answers to some questions of a round.
func (r *reckoning) means(p truthSpan, items func(wave string) []samples.Item) map[string][]observed {
	return r.seats(r.asking(p, items), func(a samples.Response) *float64 {
		sum, n, items := 0.0, 0, items(a.WaveID)
		for _, i := range items {
			if said, ok := a.Answers[i.ItemID]; ok {
				sum, n = sum+r.score(a.WaveID, i.ItemID, *said.Number), n+1
			}
		}
		if 2*n < len(items) {
			return nil
		}
		return numberOf(sum / float64(n))
	}, nil)
}

// applied is whether somebody who answered said yes, or any number, to whether
// they put something into practice.
func (r *reckoning) applied(p truthSpan) map[string][]observed {
	return r.yes(p, func(wave string) []samples.Item { return r.items(wave, "applied", "yesno", "count") })
}

// yes is whether somebody said yes, or any number, to any of some questions of a
// round.
func (r *reckoning) yes(p truthSpan, items func(wave string) []samples.Item) map[string][]observed {
	return r.seats(r.asking(p, items), func(a samples.Response) *float64 {
		var x *float64
		for _, i := range items(a.WaveID) {
			if said, ok := a.Answers[i.ItemID]; ok {
				x = countedAs(*said.Number > 0 || x != nil && *x > 0)
			}
		}
		return x
	}, nil)
}

// responding is who answered at least half of the questions shown.
func (r *reckoning) responding(p truthSpan) map[string][]observed {
	return r.seats(r.round(p), func(a samples.Response) *float64 { return countedAs(2*a.Answered >= len(r.truth.ItemsOf(a.WaveID))) }, numberOf(0))
}

// open are the stories that the audience may read, as their consent says now.
func (r *reckoning) open() []samples.Story {
	least := map[string][]string{"convenor": {"community", "sponsor_anonymous", "sponsor_named", "public"}, "sponsor": {"sponsor_anonymous", "sponsor_named", "public"}}
	var all []samples.Story
	for _, s := range r.truth.Stories {
		if slices.Contains(least[r.audience], s.Fields["consent_scope"]) {
			all = append(all, s)
		}
	}
	return all
}

// evidence are the cycles that a story gives evidence of: its texts, its
// teller's list, its readers' codes.
func (r *reckoning) evidence(s samples.Story) []string {
	all := cyclesOf(s.Fields)
	for cycle := range strings.SplitSeq(s.Fields["cycles"], ";") {
		all = append(all, strings.TrimSpace(cycle))
	}
	for _, c := range r.table("story_codes").Rows {
		if c.Values["story_id"] == s.StoryID {
			all = append(all, c.Values["cycle"])
		}
	}
	return all
}

// coverage is, of the accounts whose form asks about a cycle (it asks about all
// five), which give evidence of it.
func (r *reckoning) coverage(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, cycle := range []string{"immediate", "potential", "applied", "realized", "reframing"} {
		for _, s := range r.open() {
			if s.Cohort == p.cohort && s.Fields["kind"] == "account" && p.has(s.Fields["collected_on"]) {
				all[cycle] = append(all[cycle], observed{person: s.Teller, x: countedAs(slices.Contains(r.evidence(s), cycle))})
			}
		}
	}
	return all
}

// timeToUse is the days from the activity to its use in the first account of
// each teller that says when the activity was.
func (r *reckoning) timeToUse(p truthSpan) map[string][]observed {
	first := map[string]samples.Story{}
	contact := map[string]string{}
	order := func(s samples.Story) string {
		unknown := "0"
		if r.began(s) == "" {
			unknown = "1"
		}
		return unknown + s.Fields["collected_on"] + s.StoryID
	}
	for _, s := range r.open() {
		contact[s.Teller] = max(contact[s.Teller], s.Fields["collected_on"])
		before, known := first[s.Teller]
		if s.Cohort == p.cohort && s.Fields["kind"] == "account" && p.has(s.Fields["collected_on"]) && (!known || order(s) < order(before)) {
			first[s.Teller] = s
		}
	}
	var all []observed
	for teller, s := range first {
		one := observed{person: teller}
		used := slices.Contains(r.evidence(s), "applied")
		switch days := daysBetween(r.began(s), s.Fields["application_date"]); {
		case days != nil && *days >= 0:
			one.x = days
		case days == nil && !used && s.Fields["application_date"] == "":
			one.x, one.open = daysBetween(r.began(s), contact[teller]), true
		}
		if one.x != nil && *one.x < 0 {
			one.x = nil
		}
		all = append(all, one)
	}
	return map[string][]observed{"": all}
}

func (r *reckoning) began(s samples.Story) string {
	if day := s.Fields["activity_date"]; day != "" {
		return day
	}
	for _, m := range r.truth.Sessions {
		if m.SessionID == s.Fields["session_id"] {
			return m.Date
		}
	}
	return ""
}

func daysBetween(from, to string) *float64 {
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		return nil
	}
	return numberOf(b.Sub(a).Hours() / 24)
}

// medianSurvival is the first day by which half have used it, by Kaplan and
// Meier, and from nine tellers on when the log-log bounds of the curve get there.
func medianSurvival(all []observed) (value, low, high *float64) {
	var seen []observed
	for _, o := range all {
		if o.x != nil {
			seen = append(seen, o)
		}
	}
	slices.SortFunc(seen, func(a, b observed) int { return cmp.Compare(*a.x, *b.x) })
	left, spread := 1.0, 0.0
	for i := 0; i < len(seen); {
		risk, happened, day := float64(len(seen)-i), 0.0, *seen[i].x
		for ; i < len(seen) && *seen[i].x == day; i++ {
			if !seen[i].open {
				happened++
			}
		}
		left *= 1 - happened/risk
		if risk > happened {
			spread += happened / (risk * (risk - happened))
		}
		if value == nil && left <= 0.5+1e-9 {
			value = numberOf(day)
		}
		if len(seen) < 9 || left <= 1e-12 || left > 1-1e-12 {
			continue
		}
		bound := z95 * math.Sqrt(spread) / math.Log(left)
		if low == nil && math.Pow(left, math.Exp(-bound)) <= 0.5+1e-9 {
			low = numberOf(day)
		}
		if high == nil && math.Pow(left, math.Exp(bound)) <= 0.5+1e-9 {
			high = numberOf(day)
		}
	}
	return value, low, high
}
