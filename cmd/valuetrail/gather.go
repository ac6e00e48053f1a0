package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"valuetrail/ingest"
	"valuetrail/internal/message"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
	"valuetrail/reports"
)

// reportGrains are the lengths of period that a report shows.
var reportGrains = []vocabulary.Grain{"term", "programme"}

// gathering is everything that a report is made of, being asked.
type gathering struct {
	*env
	w     *warehouse.Warehouse
	b     ingest.Basis
	all   []queries.Indicator
	scope metrics.Scope
	// this is the cohort that the report is about, before the one that stands
	// beside it; each with a blank id for none.
	this, before settings.Cohort
	// shown are the answers of the cohort, beside those that stand beside the
	// cohort before.
	shown []metrics.Answer
	years []metrics.Comparison
	// ids are the indicators asked for, nil for those that every report shows.
	ids []string
	// withheld are the indicators of which an evaluator is told less, for what they
	// would tell together.
	withheld map[string]bool
	// in is what the report was composed of.
	in reports.Input
}

// input asks everything that a report for the scope's audience is made of.
func (g *gathering) input(ctx context.Context) (reports.Input, error) {
	s := g.b.Settings
	var err error
	if g.this, g.before, err = g.subject(ctx); err != nil {
		return reports.Input{}, err
	}
	g.scope.Today = int(settings.DayOf(g.now()))
	if g.this.ID != "" {
		g.scope.Cohorts = []string{g.this.ID}
	}
	in := reports.Input{Name: s.Community.Name, Purpose: s.Community.Purpose, Sponsor: s.Report.Sponsor,
		Language: s.Report.Language, Framework: s.Framework, Primary: s.Report.Primary,
		Audience: g.scope.Audience, MadeAt: g.now().UTC(), Words: wordsOf(s.Words)}
	if in.Look, err = g.lookOf(s.Report); err != nil {
		return in, err
	}
	if len(g.scope.Cohorts) == 1 {
		in.Cohort = g.scope.Cohorts[0]
	}
	if g.scope.Audience == vocabulary.Evaluator {
		g.ids = queries.IDs(g.all)
	}
	if err := atOnce(func() error { return g.answers(ctx, &in) }, func() error { return g.comparisons(ctx, &in) }, func() error { return g.course(ctx, &in) },
		func() error { return errors.Join(g.sessions(ctx, &in), g.rest(ctx, &in)) }); err != nil {
		return in, err
	}
	in.Span = spanOf(s, in, g.scope)
	if in.Audience == vocabulary.Evaluator {
		if err := g.evaluation(ctx, &in); err != nil {
			return in, err
		}
	}
	return in, nil
}

// atOnce does all of it at once, each into a place of its own, and gives the
// first error in their order.
func atOnce(all ...func() error) error {
	errs := make([]error, len(all))
	var wait sync.WaitGroup
	for i, do := range all {
		wait.Go(func() { errs[i] = do() })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// subject is the cohort that the report is about and the one that began before
// it: the one named, else where there are several the one that began last.
func (g *gathering) subject(ctx context.Context) (this, before settings.Cohort, err error) {
	last := settings.DayOf(g.now()) // next year's cohort has begun when something is told of it
	for r, err := range g.w.Rows(ctx, queries.Question("cut_off"), map[string]any{"community": g.b.Settings.Community.ID}) {
		if err != nil {
			return this, before, err
		}
		if day, ok := r[0].(int64); ok {
			last = min(last, settings.Day(day))
		}
	}
	var begun []settings.Cohort
	for _, c := range g.b.Settings.Cohorts {
		if c.Starts != 0 && c.Starts <= last {
			begun = append(begun, c)
		}
	}
	slices.SortStableFunc(begun, func(a, b settings.Cohort) int { return cmp.Compare(a.Starts, b.Starts) })
	switch named := g.scope.Cohorts; {
	case len(named) == 1:
		this, _ = g.b.Settings.Cohort(named[0])
	case len(named) > 1 || len(begun) < 2:
		return this, before, nil
	default:
		this = begun[len(begun)-1]
	}
	for _, c := range begun {
		if c.Starts < this.Starts {
			before = c
		}
	}
	return this, before, nil
}

// answers are the figures of the cohort, at each length of period.
func (g *gathering) answers(ctx context.Context, in *reports.Input) error {
	var err error
	in.Answers, err = metrics.AskGrains(ctx, g.w, g.all, g.ids, g.scope, reportGrains, g.now())
	if err == nil {
		err = metrics.Qualify(ctx, g.w, g.all, in.Answers, g.now(), message.For(in.Language))
	}
	g.shown = in.Answers
	return err
}

// comparisons are the cohort's figures beside those of the one before it.
func (g *gathering) comparisons(ctx context.Context, in *reports.Input) error {
	if g.before.ID == "" {
		return nil
	}
	var err error
	in.Comparisons, err = metrics.Compare(ctx, g.w, g.all, g.ids, metrics.CompareScope{Community: g.scope.Community, This: g.this.ID, Last: g.before.ID,
		Audience: g.scope.Audience, Primary: primaryOf(g.b.Settings)}, g.now(), message.For(in.Language))
	g.years = in.Comparisons
	var alone *metrics.IncomparableError
	if errors.As(err, &alone) {
		return nil // nothing was recorded of one of them: there is no last year yet
	}
	return err
}

// entries are the guarded figures that the report shows: of the cohort, of the
// one before it, and both as they stand beside each other, where last year's is
// clipped to the same time since it began.
func (g *gathering) entries(ctx context.Context) ([]metrics.Entry, error) {
	all := g.shown
	if g.before.ID != "" {
		var guarded []string
		for _, i := range g.all {
			if (i.Protects == "answers" || i.Protects == "sensitive") && (!i.Secondary || g.ids != nil) && !g.withheld[i.ID] {
				guarded = append(guarded, i.ID)
			}
		}
		s := g.scope
		s.Cohorts = []string{g.before.ID}
		last, err := metrics.AskGrains(ctx, g.w, g.all, guarded, s, reportGrains, g.now()) // at the same time of its year another round may have been the latest
		if err != nil {
			return nil, err
		}
		all = slices.Concat(all, last)
	}
	entries, err := metrics.Ledger(ctx, g.w, all)
	return append(entries, metrics.CompareLedger(g.years)...), err
}

// sessions are those of the cohort and of the one before it.
func (g *gathering) sessions(ctx context.Context, in *reports.Input) error {
	var err error
	if in.Meetings, err = metrics.Meetings(ctx, g.w, g.scope); err != nil || g.before.ID == "" {
		return err
	}
	s := g.scope
	s.Cohorts = []string{g.before.ID}
	in.LastSpan = cmp.Or(g.before.Title, g.before.ID)
	in.LastMeetings, err = metrics.Meetings(ctx, g.w, s)
	return err
}

// rest is the overview, the stories and what all of it rests on.
func (g *gathering) rest(ctx context.Context, in *reports.Input) error {
	var err error
	if in.Overview, err = metrics.Summary(ctx, g.w, g.scope); err != nil {
		return err
	}
	if in.Stories, in.InConfidence, err = metrics.Stories(ctx, g.w, g.scope); err != nil {
		return err
	}
	files, err := sourceRows(ctx, g.w, g.b)
	if err != nil {
		return err
	}
	in.Sources = sourceLines(files)
	in.Basis = g.basis(*in, files)
	if in.Audience == vocabulary.Convenor || in.Audience == vocabulary.Readers {
		if err := g.waiting(ctx, in, files); err != nil {
			return err
		}
	}
	return g.earlier(ctx, in)
}

// basis is what a report rests on, for the one after it to be held against.
func (g *gathering) basis(in reports.Input, files []ingest.Source) reports.Basis {
	b := reports.Basis{CutOff: in.Overview.CutOff, Round: in.Overview.Round, Answered: in.Overview.Answered, Settings: g.b.Fingerprint,
		About: map[string]reports.File{}, Stories: map[string]string{}}
	for _, f := range files {
		b.Files = append(b.Files, f.FileID)
		b.About[f.FileID] = reports.File{Kind: f.Kind, From: f.From}
	}
	slices.Sort(b.Files)
	for _, s := range in.Stories {
		if s.Kind == "aspirational" {
			continue
		}
		for _, term := range g.b.Settings.Terms(settings.Day(s.Day), settings.Day(s.Day)) {
			b.Stories[s.ID] = term.ID
		}
	}
	return b
}

// waiting is what waits for the convenor, with the place where the names are.
func (g *gathering) waiting(ctx context.Context, in *reports.Input, files []ingest.Source) error {
	month, err := metrics.MonthOf(ctx, g.w, g.scope)
	if err != nil {
		return err
	}
	toCheck, questions := 0, 0
	for _, f := range files {
		toCheck += f.ToCheck
	}
	if exists(g.beside(ingest.ToDecideFile)) {
		questions = 1
	}
	say := message.For(in.Language)
	for _, x := range []struct {
		key   string
		count int
	}{{"not_seen", month.NotSeen}, {"rows", toCheck}, {"questions", questions}} {
		in.Open = append(in.Open, reports.Waiting{What: say.Say("report.open." + x.key), Count: x.count, Where: say.Say("report.open." + x.key + ".where")})
	}
	return nil
}

// earlier is the release made last for the same reader about the same cohort.
func (g *gathering) earlier(ctx context.Context, in *reports.Input) error {
	return g.earlierThan(ctx, in, math.MaxInt)
}

// earlierThan is the one among those before a number.
func (g *gathering) earlierThan(ctx context.Context, in *reports.Input, number int) error {
	in.Before = nil
	store := g.w.Store(g.b.Settings.Community.ID)
	made, err := store.Releases(ctx)
	if err != nil {
		return err
	}
	for _, x := range slices.Backward(made) {
		if x.Audience != string(in.Audience) || x.Number >= number {
			continue
		}
		text, err := store.ReleasedReport(ctx, x.ID)
		if err != nil {
			return err
		}
		var r reports.Report
		if err := json.Unmarshal([]byte(text), &r); err != nil {
			return fmt.Errorf("release %d: %w", x.Number, err)
		}
		if r.Cohort == in.Cohort && len(r.Readings) > 0 {
			in.Before = &reports.Before{Number: x.Number, Day: int(settings.DayOf(x.MadeAt)), Report: r}
			return nil
		}
	}
	return nil
}

// wordsOf are the words of the settings as a report takes them.
func wordsOf(w settings.Words) reports.Words {
	words := reports.Words{Plan: w.Plan}
	for _, x := range w.Asked {
		words.Asked = append(words.Asked, reports.Request{What: x.What, Owner: x.Owner, By: int(x.By)})
	}
	for _, x := range w.Decided {
		words.Done = append(words.Done, reports.Request{What: x.What, Happened: x.Happened, On: int(x.On)})
	}
	for _, x := range w.Comments {
		words.Comments = append(words.Comments, reports.Comment{Section: x.Section, Text: x.Text})
	}
	return words
}

// sourceLines are the files by what they are: names of files stay with the
// convenor, for they often hold names of people.
func sourceLines(files []ingest.Source) []reports.SourceLine {
	var all []reports.SourceLine
	for _, f := range files {
		all = append(all, reports.SourceLine{What: f.Source, Kind: strings.ReplaceAll(f.Kind, "_", " "), From: f.From, To: f.To,
			Read: f.Read, Loaded: f.Loaded, Repeated: f.Repeated, Checked: f.ToCheck, Ignored: f.Ignored})
	}
	slices.SortFunc(all, func(a, b reports.SourceLine) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.What, b.What), cmp.Compare(a.Read, b.Read), cmp.Compare(a.Loaded, b.Loaded))
	})
	return all
}

// spanOf names the time a report is about: the cohort's title, else the academic
// years that its meetings touch.
func spanOf(s settings.Settings, in reports.Input, scope metrics.Scope) string {
	if c, ok := s.Cohort(in.Cohort); ok && in.Cohort != "" {
		return cmp.Or(c.Title, c.ID)
	}
	if len(s.Cohorts) == 1 && len(scope.Cohorts) == 0 {
		return cmp.Or(s.Cohorts[0].Title, s.Cohorts[0].ID)
	}
	if len(in.Meetings) == 0 {
		return ""
	}
	first, last := s.Year(settings.Day(in.Meetings[0].Day)), s.Year(settings.Day(in.Meetings[len(in.Meetings)-1].Day))
	if first == last {
		return first
	}
	return first + "–" + last
}
