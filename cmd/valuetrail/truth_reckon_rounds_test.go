package main

import (
	"slices"

	"valuetrail/samples"
)

// What people answer about potential value, constructs, results and failures,
// and who is silent, from the truth.

func (r *reckoning) potential(p truthSpan) map[string][]observed {
	return r.means(p, func(wave string) []samples.Item { return r.items(wave, "potential", "likert") })
}

// constructs are the scale questions that share one.
func (r *reckoning) constructs(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, i := range r.truth.Items {
		if i.Construct == "" || i.Kind != "likert" || all[i.Construct] != nil {
			continue
		}
		items := func(wave string) []samples.Item {
			return slices.DeleteFunc(r.truth.ItemsOf(wave), func(o samples.Item) bool { return o.Construct != i.Construct || o.Kind != "likert" })
		}
		if seats := r.means(p, items)[""]; seats != nil {
			all[i.Construct] = seats
		}
	}
	return all
}

func (r *reckoning) results(p truthSpan) map[string][]observed {
	return r.yes(p, func(wave string) []samples.Item { return r.items(wave, "realized", "yesno", "count") })
}

// negative is whether somebody said that something did not work, by cycle.
func (r *reckoning) negative(p truthSpan) map[string][]observed {
	all := map[string][]observed{}
	for _, cycle := range fiveCycles {
		items := func(wave string) []samples.Item { return r.items(wave, cycle, "negative") }
		all[cycle] = r.yes(p, items)[""]
	}
	return all
}

// gap is the share of sessions that everybody invited came to by the day the
// round closed; the silent are open. A round in which an answer has no name
// gives way to an earlier one, and where there is no other, nothing is known.
func (r *reckoning) gap(p truthSpan) map[string][]observed {
	var last *samples.Wave
	var answered map[string]bool
	var nameless *samples.Wave
	for i, w := range r.truth.Waves {
		if w.Cohort != p.cohort || !p.has(w.Closed) || last != nil && !r.before(*last, w) {
			continue
		}
		named, known := r.answerers(w)
		if known {
			last, answered = &r.truth.Waves[i], named
		} else if nameless == nil || r.before(*nameless, w) {
			nameless = &r.truth.Waves[i]
		}
	}
	var all []observed
	for i := 0; last == nil && nameless != nil && i < len(nameless.Invited); i++ {
		all = append(all, observed{person: nameless.WaveID + nameless.Invited[i]})
	}
	if last != nil {
		for _, m := range r.peopleOf(p.cohort) {
			if !answered[m.MemberID] && !slices.Contains(last.Invited, m.MemberID) {
				continue
			}
			if share := r.shareBy(p.cohort, m.MemberID, last.Closed); share != nil {
				all = append(all, observed{person: m.MemberID, x: share, open: !answered[m.MemberID]})
			}
		}
	}
	return map[string][]observed{"": all}
}

// answerers are who answered a round, and whether all of them gave a name.
func (r *reckoning) answerers(w samples.Wave) (named map[string]bool, known bool) {
	named, known = map[string]bool{}, true
	for _, a := range r.truth.Responses {
		if a.WaveID == w.WaveID && a.Counts {
			named[a.MemberID] = true
			known = known && a.MemberID != ""
		}
	}
	return named, known
}

// shareBy is which share of the sessions open to them a member came to up to a
// day, nil where there was none.
func (r *reckoning) shareBy(cohort, member, day string) *float64 {
	could, did := 0.0, 0.0
	for _, s := range r.sessionsOf(cohort) {
		if s.Date <= day && r.enrolled(member, s.Date) && r.couldCome(s.SessionID, member) {
			could, did = could+1, did+*countedAs(r.attended(s.SessionID, member))
		}
	}
	if could == 0 {
		return nil
	}
	return numberOf(did / could)
}

// bothSides is the mean of those who answered less that of everybody, with the
// sum and number of those who answered.
func bothSides(all []observed) reckonedFigure {
	f := reckonedFigure{population: len(all), denominator: numberOf(0)}
	sum, answering := 0.0, 0.0
	for _, o := range all {
		if o.x == nil {
			continue
		}
		f.people++
		sum += *o.x
		if !o.open {
			answering += *o.x
			*f.denominator++
		}
	}
	if n := *f.denominator; n > 0 {
		f.numerator, f.value = numberOf(answering), numberOf(answering/n-sum/float64(f.people))
	}
	return f
}

// givesBack tells whether all cohorts together would give back a cohort of which
// nothing, or only a band, is told.
func (k reckoner) givesBack(r *reckoning, spans []truthSpan, part string) bool {
	if k.protects != "sensitive" && k.kind != "gap" {
		return false // in the samples every cohort has enough answers
	}
	hidden, shown := withheld{}, 0
	for _, p := range spans {
		some := k.of(r, p)[part]
		switch f := k.figure(some); k.seen(f) {
		case "everything":
			shown++
		case "band":
			if len(spans) > 1 {
				return true
			}
		default:
			hidden.add(f)
		}
	}
	return shown > 0 && hidden.few(k)
}

// withheld are the people that the cohorts without a figure have together.
type withheld struct{ answering, silent, yes float64 }

func (o *withheld) add(f reckonedFigure) {
	o.answering += *f.denominator
	o.silent += float64(f.people) - *f.denominator
	if f.numerator != nil {
		o.yes += *f.numerator
	}
}

func (o withheld) few(k reckoner) bool {
	few := func(n float64) bool { return n > 0 && n < 5 }
	if k.kind == "gap" {
		return few(o.answering) || few(o.silent)
	}
	return o.answering > 0 && (o.answering < 5 || o.yes < 5 || o.answering-o.yes < 5)
}
