package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
)

// compare refuses a release that gives away, with an earlier one or by itself,
// what one to four people answered.
func (g *gathering) compare(ctx context.Context, store *warehouse.Store, entries []metrics.Entry, least int) error {
	released, err := store.Released(ctx, func(release int, cohort, period string) string {
		return g.Say.Say("release.earlier", release, g.when(cohort, period))
	})
	if err != nil {
		return err
	}
	var fresh []privacy.Group
	titles := map[string]string{}
	for _, x := range entries {
		one := x.Group(g.when(x.Reading.Cohort, x.Reading.Period))
		titles[one.Figure] = g.titleOf(x.Reading)
		fresh = append(fresh, one)
	}
	conflicts := privacy.Conflicts(fresh, released, max(least, 5))
	if len(conflicts) == 0 {
		return nil
	}
	c := conflicts[0]
	if c.Unknown {
		return &hinted{errors.New(g.Say.Say("release.unknown", otherwise(titles[c.Figure], c.Figure), c.Whole, strings.Join(c.Parts, ", "))), g.Say.Say("release.unknown.do")}
	}
	of := g.apart(fresh, append([]string{c.Whole}, c.Parts...))
	return &hinted{fmt.Errorf("not released: %q of %s and of %s differ by 1–4 people, so what they answered could be worked out",
		otherwise(titles[c.Figure], c.Figure), of[0], strings.Join(of[1:], " and of ")),
		"let late answers wait for the next round: take the newer file out with valuetrail sources undo, or wait until five or more differ"}
}

// apart tells groups as they are now from those of an earlier release, which may
// be of the same cohort and time.
func (g *gathering) apart(fresh []privacy.Group, labels []string) []string {
	isNow := func(label string) bool {
		return slices.ContainsFunc(fresh, func(x privacy.Group) bool { return x.Name == label })
	}
	if !slices.ContainsFunc(labels, func(l string) bool { return !isNow(l) }) {
		return labels
	}
	for i, l := range labels {
		if isNow(l) {
			labels[i] = g.Say.Say("release.now", l)
		}
	}
	return labels
}

// titleOf is what people call a figure, its part included.
func (g *gathering) titleOf(r metrics.Reading) string {
	title := r.Indicator
	for _, i := range g.all {
		if i.ID == r.Indicator {
			title = i.Title
		}
	}
	if r.Part == "" {
		return title
	}
	return title + " · " + otherwise(r.Title, g.partName(r.Indicator, r.Part))
}

// when says a cohort, "" for all together, and a period in words.
func (g *gathering) when(cohort, period string) string {
	who := cohort
	for _, c := range g.b.Settings.Cohorts {
		if c.ID == cohort {
			who = otherwise(c.Title, c.ID)
		}
	}
	who = otherwise(who, g.Say.Say("release.together"))
	switch {
	case period == "all" || period == "":
		return g.Say.Say("release.whole", who)
	case strings.HasPrefix(period, who): // "2025/26 summer" names the year 2025/26
		return period
	}
	return g.Say.Say("release.period", who, period)
}
