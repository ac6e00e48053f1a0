package reports

import (
	"slices"

	"valuetrail/metrics"
)

// confidence is how sure a sentence is that a figure lies on one side of the
// middle.
type confidence string

// The words of confidence. clear: the range lies on one side, and those who did
// not answer could not change that. likely: the range does. tooFew: it does
// not, or there is none.
const (
	clear  confidence = "clear"
	likely confidence = "likely"
	tooFew confidence = "too_few"
)

// sureOf judges on which side of the middle a figure from answers lies, by
// nothing but what the reading shows.
func sureOf(r metrics.Reading, middle float64) (sure confidence, above bool) {
	switch tellingOf(r) {
	case exact:
		if r.Low == nil || r.High == nil || *r.Low <= middle && *r.High >= middle {
			return tooFew, *r.Value > middle
		}
		above = *r.Low > middle
		switch {
		case above && r.LowAll != nil && *r.LowAll > middle, !above && r.HighAll != nil && *r.HighAll < middle:
			return clear, above
		}
		return likely, above
	case nearlyAll:
		return likely, true
	case nearlyNone:
		return likely, false
	}
	return tooFew, r.Value != nil && *r.Value > middle
}

// middleOf is the value that a figure is held against: half of the people, the
// middle of the scale.
func middleOf(r metrics.Reading) float64 {
	if r.Unit == "score" {
		return 50
	}
	return 0.5
}

// sureSentence says how sure it is that a figure lies above or below the
// middle; nothing of a figure that is not told.
func (c *composer) sureSentence(r metrics.Reading) string {
	if tellingOf(r) == untold {
		return ""
	}
	side := "share"
	if r.Unit == "score" {
		side = "score"
	}
	sure, above := sureOf(r, middleOf(r))
	if sure == tooFew {
		return c.say("sure." + side + ".too_few")
	}
	direction := ".less"
	if above {
		direction = ".more"
	}
	return c.say("sure." + side + "." + string(sure) + direction)
}

// course is how a rate that everybody was counted for went over the terms.
type course string

// fell and rose compare the last term with the first; dipped and peaked end
// where they began and went elsewhere between; steady never moved by the least
// step that is worth words, and varied moved without going anywhere, or by no more
// than chance may; single has one term and none has none.
const (
	fell   course = "fell"
	rose   course = "rose"
	dipped course = "dipped"
	peaked course = "peaked"
	steady course = "steady"
	varied course = "varied"
	single course = "single"
	none   course = "none"
)

// leastStep is the difference in whole points below which two figures are about
// the same.
const leastStep = 5

// leastTurn is the difference in whole points below which no words of rising or
// falling are used: everybody was counted, but who happens to be free on three
// evenings moves a rate by less.
const leastTurn = 10

// path is a rate over the terms that have one. course is what may be said of it:
// a way up or down only where the range of that change leaves out none; seen is how
// the numbers went.
type path struct {
	course, seen                 course
	first, last, lowest, highest metrics.Reading
	shown                        []metrics.Reading
}

// attendancePath is how attendance went over the terms.
func (c *composer) attendancePath() path {
	return pathOf(c.terms(attendanceRate, ""), c.surelyOther)
}

// surelyOther reports whether attendance is sure to have changed from one term to a
// later one, the same way by each member's own share as by the rates beside it.
func (c *composer) surelyOther(then, now metrics.Reading) bool {
	return slices.ContainsFunc(c.TermByTerm, func(x metrics.Comparison) bool {
		same := x.This.Period == now.Period && x.Last.Period == then.Period && (c.Cohort == "" || x.This.Cohort == c.Cohort)
		return same && differs(x) && (*x.Difference > 0) == (*now.Value > *then.Value)
	})
}

// pathOf reads the course off the whole points that are printed, and takes a way up
// or down for one only where it is sure of the change.
func pathOf(terms []metrics.Reading, sure func(then, now metrics.Reading) bool) path {
	p := path{course: none, seen: none}
	for _, r := range terms {
		if tellingOf(r) == exact {
			p.shown = append(p.shown, r)
		}
	}
	if len(p.shown) == 0 {
		return p
	}
	p.first, p.last = p.shown[0], p.shown[len(p.shown)-1]
	p.lowest, p.highest = p.first, p.first
	for _, r := range p.shown {
		if points(*r.Value) < points(*p.lowest.Value) {
			p.lowest = r
		}
		if points(*r.Value) > points(*p.highest.Value) {
			p.highest = r
		}
	}
	p.course = p.way()
	p.seen = p.course
	turned := func(at metrics.Reading) bool { return sure(p.first, at) && sure(at, p.last) }
	if way := p.seen; way == fell && !sure(p.first, p.last) || way == rose && !sure(p.first, p.last) ||
		way == dipped && !turned(p.lowest) || way == peaked && !turned(p.highest) {
		p.course = varied
	}
	return p
}

// way is how the numbers went.
func (p path) way() course {
	first, last := points(*p.first.Value), points(*p.last.Value)
	switch {
	case len(p.shown) == 1:
		return single
	case points(*p.highest.Value)-points(*p.lowest.Value) < leastTurn:
		return steady
	case first-last >= leastTurn:
		return fell
	case last-first >= leastTurn:
		return rose
	case min(first, last)-points(*p.lowest.Value) >= leastTurn:
		return dipped
	case points(*p.highest.Value)-max(first, last) >= leastTurn:
		return peaked
	}
	return varied
}
