package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// What check finds of answers is read off figures that the gate has passed for
// the convenor: what may not be told is no finding. The limits:
const (
	// manyBlank is the share of those shown a question from which leaving it blank
	// is odd.
	manyBlank = 0.2
	// fewAnswered is the share of those invited below which a round speaks for the
	// lesser part (Groves 2006 warns below it).
	fewAnswered = 0.5
	// groupBehind is by how much less than everybody a group has answered that is
	// hardly heard: the twenty points from which two rounds are not compared.
	groupBehind = 0.2
	// sidesApart is the difference of attendance between those who answered and the
	// silent from which the answers lean to one side.
	sidesApart = 0.2
	// worthAsking is how many days a term's round can be over and something still be
	// done about it.
	worthAsking = 365
)

// doubtful and lacking are severities of queries.
const (
	doubtful = "doubtful"
	lacking  = "missing"
)

// hearing asks what check wants to know of the answers of a community.
type hearing struct {
	src       Source
	catalogue []queries.Indicator
	community string
	now       time.Time
	// rounds are those that were answered and, where any is, are about several
	// cycles: a form after a session is not for everybody.
	rounds []KeptRound
	spans  map[string]span
}

func (a hearing) ask(ctx context.Context, id, by string) ([]Reading, error) {
	if !slices.ContainsFunc(a.catalogue, func(i queries.Indicator) bool { return i.ID == id }) {
		return nil, nil
	}
	all, err := Ask(ctx, a.src, a.catalogue, []string{id}, Scope{Community: a.community, Grain: "term", By: by, Audience: vocabulary.Convenor}, a.now)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all[0].Readings, func(r Reading) bool {
		return r.Cohort == "" || r.Value == nil || r.Note != "" || len(a.closedIn(r)) == 0 || a.spans[r.Period].last <= dayOf(a.now)-worthAsking
	}), nil
}

// checkAnswers finds questions that many left blank, rounds that few answered,
// groups of which few did, and answers that lean to those who come.
func checkAnswers(ctx context.Context, src Source, catalogue []queries.Indicator, community string, today int) ([]Finding, error) {
	a := hearing{src: src, catalogue: catalogue, community: community, now: time.Unix(int64(today)*24*60*60, 0).UTC()}
	kept, err := CalendarOf(ctx, src, community, today)
	most := 1
	for _, k := range kept.Rounds {
		most = max(most, k.breadth)
	}
	a.rounds = slices.DeleteFunc(kept.Rounds, func(k KeptRound) bool { return k.breadth < most })
	if err != nil || !slices.ContainsFunc(a.rounds, func(k KeptRound) bool { return k.Closed > today-worthAsking }) {
		return nil, err
	}
	g, err := survey(ctx, src, Scope{Community: community, Grain: "term", Today: today}.whole(), a.now)
	if err != nil {
		return nil, err
	}
	a.spans = g.periods[community]
	var all []Finding
	for _, find := range []func(context.Context) ([]Finding, error){a.blank, a.silent, a.leaning} {
		found, err := find(ctx)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { // the levels are attendance: once is enough
		return f.By == "level" && slices.ContainsFunc(all, func(o Finding) bool { return o.Check == "answers_lean" && o.Cohort == f.Cohort && o.Period == f.Period })
	}), nil
}

// blank finds questions that many of those who were shown them left blank.
func (a hearing) blank(ctx context.Context) ([]Finding, error) {
	told, err := a.ask(ctx, "item_missing", "none")
	var found []Finding
	for _, r := range told {
		if *r.Value >= manyBlank {
			f := a.about("question_left_blank", doubtful, r)
			f.Thing = r.Part
			found = append(found, f)
		}
	}
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return found, a.heads(ctx, found)
}

// heads gives findings about questions the place of their column, in the first file
// that shows it.
func (a hearing) heads(ctx context.Context, found []Finding) error {
	ind := a.catalogue[slices.IndexFunc(a.catalogue, func(i queries.Indicator) bool { return i.ID == "item_missing" })]
	seen, err := observations(ctx, a.src, ind, Scope{Community: a.community, Grain: "term"}.whole())
	if err != nil {
		return err
	}
	slices.SortFunc(seen, func(x, y observation) int {
		return cmp.Or(strings.Compare(x.fileID, y.fileID), cmp.Compare(x.sheet, y.sheet), cmp.Compare(x.column, y.column))
	})
	for i := range found {
		f := &found[i]
		at := slices.IndexFunc(seen, func(o observation) bool { return o.cohort == f.Cohort && o.period == f.Period && o.part == f.Thing })
		if at >= 0 {
			f.FileID, f.Sheet, f.Row, f.Column = seen[at].fileID, seen[at].sheet, 0, seen[at].column
		}
	}
	return nil
}

// silent finds rounds that few answered, and of the others groups of which fewer
// did than of everybody.
func (a hearing) silent(ctx context.Context) ([]Finding, error) {
	told, err := a.ask(ctx, "response_rate", "none")
	if err != nil {
		return nil, err
	}
	var found []Finding
	whole := map[[2]string]Reading{}
	for _, r := range told {
		whole[[2]string{r.Cohort, r.Period}] = r
		if *r.Value < fewAnswered {
			found = append(found, a.about("few_answered", lacking, r))
		}
	}
	for _, by := range vocabulary.Attributes.Words[1:] {
		groups, err := a.ask(ctx, "response_rate", by)
		if err != nil {
			return nil, err
		}
		for _, r := range groups {
			all, ok := whole[[2]string{r.Cohort, r.Period}]
			if !ok || r.Group == "" || r.Group == unknown || *r.Value >= fewAnswered || *all.Value-*r.Value < groupBehind {
				continue
			}
			f := a.about("group_silent", lacking, r)
			f.Thing, f.By, f.Beside = r.Group, by, all.Text
			found = append(found, f)
		}
	}
	return found, nil
}

// leaning finds rounds that those who come answered and those who do not come left
// alone, or the other way round.
func (a hearing) leaning(ctx context.Context) ([]Finding, error) {
	told, err := a.ask(ctx, "response_gap", "none")
	var found []Finding
	for _, r := range told {
		silent := float64(*r.People) - *r.Denominator
		if silent <= 0 {
			continue
		}
		if apart := *r.Value * float64(*r.People) / silent; apart >= sidesApart || apart <= -sidesApart {
			found = append(found, a.about("answers_lean", doubtful, r))
		}
	}
	return found, err
}

// about is a finding about a figure, at the entry of the round that it must be of:
// where several closed in its term, at none.
func (a hearing) about(check, severity string, r Reading) Finding {
	f := Finding{Check: check, Severity: severity, Cohort: r.Cohort, Period: r.Period, Figure: r.Text}
	if closed := a.closedIn(r); len(closed) == 1 {
		f.FileID, f.Sheet, f.Row = closed[0].fileID, closed[0].sheet, closed[0].row
	}
	return f
}

// closedIn are the rounds that closed in a figure's term.
func (a hearing) closedIn(r Reading) []KeptRound {
	within := a.spans[r.Period]
	var closed []KeptRound
	for _, k := range a.rounds {
		if k.Cohort == r.Cohort && k.Closed >= within.first && k.Closed <= within.last {
			closed = append(closed, k)
		}
	}
	return closed
}

// Check runs every check of queries on one community, as of a day, with the
// indicators that there are, and looks at who answered what: what cannot be right
// first, then what is odd, what waits and what is missing, each by place.
func Check(ctx context.Context, src Source, community string, today int, catalogue []queries.Indicator) ([]Finding, error) {
	all, err := checkFacts(ctx, src, community, today, queries.IDs(catalogue))
	if err != nil {
		return nil, err
	}
	answers, err := checkAnswers(ctx, src, catalogue, community, today)
	if err != nil {
		return nil, fmt.Errorf("check answers: %w", err)
	}
	files, err := pairs(ctx, src, "files", map[string]any{"community": community})
	for i := range answers {
		answers[i].File = files[answers[i].FileID]
	}
	all = append(all, answers...)
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(slices.Index(queries.Severities, a.Severity), slices.Index(queries.Severities, b.Severity)), strings.Compare(a.Check, b.Check))
	})
	return all, err
}
