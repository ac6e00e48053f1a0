package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/queries"
	"valuetrail/reports"
)

// reportGrains are the lengths of period that a report shows.
var reportGrains = []vocabulary.Grain{"term", "programme"}

// gather asks everything that a report for the scope's audience is made of.
func (e *env) gather(ctx context.Context, w *warehouse.Warehouse, b ingest.Basis, all []queries.Indicator, s metrics.Scope) (reports.Input, error) {
	in := reports.Input{Name: b.Settings.Community.Name, Purpose: b.Settings.Community.Purpose, Sponsor: b.Settings.Report.Sponsor,
		Language: b.Settings.Report.Language, Framework: b.Settings.Framework, Primary: b.Settings.Report.Primary,
		Audience: s.Audience, MadeAt: e.now().UTC()}
	if len(s.Cohorts) == 1 {
		in.Cohort = s.Cohorts[0]
	}
	for _, grain := range reportGrains {
		s.Grain = grain
		answers, err := metrics.Ask(ctx, w, all, nil, s, e.now())
		if err != nil {
			return in, err
		}
		in.Answers = append(in.Answers, answers...)
	}
	var err error
	if in.Overview, err = metrics.Summary(ctx, w, s); err != nil {
		return in, err
	}
	if in.Meetings, err = metrics.Meetings(ctx, w, s); err != nil {
		return in, err
	}
	if in.Stories, in.InConfidence, err = metrics.Stories(ctx, w, s); err != nil {
		return in, err
	}
	files, err := sourceRows(ctx, w, b)
	if err != nil {
		return in, err
	}
	in.Sources = sourceLines(files)
	in.Span = spanOf(b.Settings, in, s)
	return in, nil
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
