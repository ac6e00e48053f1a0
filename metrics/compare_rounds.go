package metrics

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// roundsApart is how many days two rounds may close apart, counted from each
// cohort's first day, and still be compared.
const roundsApart = 28

// place is where an answer sheet stands.
type place struct {
	file       string
	sheet, row int
}

// rounds are the survey rounds of one cohort.
type rounds struct {
	at     map[place]string
	closed map[string]int
	items  map[string][]item
}

// item is one question of a round as the question list has it.
type item struct {
	id, kind, cycle, construct, direction, wording, recall string
	low, high                                              float64
	said                                                   []string
}

// asksRound reports whether an indicator rests on what one survey round asked.
func asksRound(ind queries.Indicator) bool {
	return ind.Evidence != "stories" && slices.Contains(ind.Needs, string(vocabulary.Survey))
}

// roundsOf reads the rounds of a cohort, once.
func (c *comparer) roundsOf(cohort string) (*rounds, error) {
	if r, ok := c.rounds[cohort]; ok {
		return r, nil
	}
	r := &rounds{at: map[place]string{}, closed: map[string]int{}, items: map[string][]item{}}
	named := map[string]any{"community": c.s.Community, "cohort": cohort}
	for x, err := range c.src.Rows(c.ctx, queries.Question("compared_rounds"), named) {
		if err != nil {
			return nil, fmt.Errorf("rounds of %s: %w", cohort, err)
		}
		r.at[place{text(x[0]), whole(x[1]), whole(x[2])}] = text(x[3])
		r.closed[text(x[3])] = whole(x[4])
	}
	for x, err := range c.src.Rows(c.ctx, queries.Question("compared_items"), named) {
		if err != nil {
			return nil, fmt.Errorf("questions of %s: %w", cohort, err)
		}
		r.items[text(x[0])] = append(r.items[text(x[0])], item{id: text(x[1]), kind: text(x[2]), cycle: text(x[3]), construct: text(x[4]),
			low: number(x[5]), high: number(x[6]), direction: text(x[7]), wording: vocabulary.Loose(text(x[8])), recall: vocabulary.Loose(text(x[9])),
			said: bareWords(text(x[10]))})
	}
	c.rounds[cohort] = r
	return r, nil
}

// latest is the round behind a line: the one that closed last among those whose
// answers it rests on, "" where none is known.
func (r *rounds) latest(seen []observation, period, part string) string {
	found := ""
	for _, o := range seen {
		if o.x == nil || o.period != period || o.part != part {
			continue
		}
		wave := r.at[place{o.fileID, o.sheet, o.row}]
		if wave != "" && (found == "" || r.closed[wave] > r.closed[found] || r.closed[wave] == r.closed[found] && wave > found) {
			found = wave
		}
	}
	return found
}

// roundOf is the round that a side's figures are of, the latest of several; ""
// where they are of none.
func (c *comparer) roundOf(ind queries.Indicator, one side) string {
	found := ""
	if !asksRound(ind) {
		return found
	}
	r := c.rounds[one.cohort.id]
	for _, f := range one.figures {
		if wave := r.latest(one.seen, f.period, f.part); wave != "" && (found == "" || r.closed[wave] > r.closed[found]) {
			found = wave
		}
	}
	return found
}

// lastDay is up to which day the earlier cohort is followed. A survey figure is
// of one round, so it may be of one that closed a little later than the later
// cohort's own, which is wave; while that is not known ("") it is guessed.
func (c *comparer) lastDay(ind queries.Indicator, wave string) (int, error) {
	if !asksRound(ind) {
		return c.untilLast, nil
	}
	r, err := c.roundsOf(c.this.id)
	if err != nil {
		return 0, err
	}
	if wave == "" {
		wave = r.likely(ind, c.untilThis)
	}
	if wave == "" || c.scope.Grain != "programme" {
		return c.untilLast, nil
	}
	return c.last.first + r.closed[wave] - c.this.first + roundsApart, nil
}

// broad is 1 for a round that asks about more than one cycle: it comes before
// forms about one alone, as survey_round has it.
func (r *rounds) broad(wave string) int {
	cycles := map[string]bool{}
	for _, i := range r.items[wave] {
		if i.cycle != "" {
			cycles[i.cycle] = true
		}
	}
	return min(len(cycles)/2, 1)
}

// likely is the answered round that closed last by a day and asked about the
// cycle of an indicator, "" for none.
func (r *rounds) likely(ind queries.Indicator, until int) string {
	found := ""
	for wave, closed := range r.closed {
		asks := ind.Cycle == "none" || slices.ContainsFunc(r.items[wave], func(i item) bool { return i.cycle == ind.Cycle })
		if !asks || closed > until {
			continue
		}
		if found == "" || cmp.Or(cmp.Compare(r.broad(wave), r.broad(found)), cmp.Compare(closed, r.closed[found]), strings.Compare(wave, found)) > 0 {
			found = wave
		}
	}
	return found
}

// over reports whether every answered round had closed by a day, so that nothing
// answered later is left out.
func (r *rounds) over(day int) bool {
	for _, closed := range r.closed {
		if closed > day {
			return false
		}
	}
	return true
}

// askedAnyTime reports whether any answered round of a cohort asks what a line is
// about, so that a line without data lacks a round at the right time.
func (r *rounds) askedAnyTime(l compared) bool {
	for wave := range r.closed {
		if len(about(l.ind, l.Part, r.items[wave])) > 0 {
			return true
		}
	}
	return false
}

// unlikeRounds is why the rounds of a line cannot be compared, "" for none.
func (c *comparer) unlikeRounds(l compared, sides [2]side) (string, error) {
	if !asksRound(l.ind) {
		return "", nil
	}
	var offset [2]int
	var items [2]map[string]item
	for n, cohort := range []cohortDays{c.this, c.last} {
		r, err := c.roundsOf(cohort.id)
		if err != nil {
			return "", err
		}
		wave := r.latest(sides[n].seen, l.of[n].period, l.of[n].part)
		if wave == "" {
			return "", nil
		}
		offset[n], items[n] = r.closed[wave]-cohort.first, about(l.ind, l.of[n].part, r.items[wave])
	}
	if d := offset[0] - offset[1]; max(d, -d) > roundsApart {
		return "rounds", nil
	}
	return unlikeItems(items[0], items[1]), nil
}

// about are the questions of a round that an indicator, or a part of it, is
// about, by id: those of its cycle or construct and, among them, of the kind of
// answer it is made of.
func about(ind queries.Indicator, part string, all []item) map[string]item {
	part = vocabulary.Loose(part)
	var near []item
	for _, i := range all {
		named := part != "" && (vocabulary.Loose(i.construct) == part || vocabulary.Loose(i.cycle) == part)
		if i.kind != "text" && (named || ind.Cycle != "none" && i.cycle == ind.Cycle) {
			near = append(near, i)
		}
	}
	suits := func(i item) bool { return (i.kind == "likert") == (ind.Kind == "mean") }
	if ind.Protects == "sensitive" {
		suits = func(i item) bool { return i.kind == "negative" }
	}
	if !slices.ContainsFunc(near, suits) {
		suits = func(item) bool { return true }
	}
	found := map[string]item{}
	for _, i := range near {
		if suits(i) {
			found[i.id] = i
		}
	}
	return found
}

// unlikeItems is how two lists of questions differ so that their answers cannot
// be compared, "" where they do not. A wording that neither the question list nor
// the files give is taken to have stayed.
func unlikeItems(a, b map[string]item) string {
	if len(a) != len(b) {
		return "questions"
	}
	reason := ""
	for id, x := range a {
		y, asked := b[id]
		differ := func(one, other string) bool { return one != "" && other != "" && one != other }
		found := ""
		switch {
		case !asked:
			found = "questions"
		case x.kind != y.kind:
			found = "kind"
		case x.low != y.low || x.high != y.high || differ(x.direction, y.direction):
			found = "scale"
		case differ(x.wording, y.wording) || differ(x.recall, y.recall) || saidOtherwise(x.said, y.said):
			found = "wording"
		}
		if rank(found) > rank(reason) {
			reason = found
		}
	}
	return reason
}

// rank puts the reasons of questions in order, the plainest last.
func rank(reason string) int {
	return slices.Index([]string{"", "wording", "scale", "kind", "questions"}, reason)
}
