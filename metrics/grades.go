package metrics

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// SourceGrade is how complete one kind of data of a cohort is over its whole span,
// for the convenor. Cohort is "" for all together, where alone rows count: a file
// may be about several cohorts.
type SourceGrade struct {
	Cohort string `json:"cohort"`
	// Kind is attendance, survey or stories.
	Kind    string   `json:"kind"`
	Grade   Grade    `json:"grade"`
	Caveats []Caveat `json:"caveats"`
}

// graded are the kinds of data that have a grade, with the parts that it goes by.
var graded = []struct {
	kind  vocabulary.Kind
	parts []string
}{{vocabulary.Attendance, []string{"registers"}}, {vocabulary.Survey, []string{"answers", "scales"}}, {vocabulary.Stories, []string{"readers"}}}

// Grades are the grades of each kind of data up to a day, by cohort and all
// together, in words of the printer; what cannot be right is taken from the findings
// of Check. Kinds of which nothing says how much there should be are left out.
func Grades(ctx context.Context, src Source, catalogue []queries.Indicator, community string, today int, found []Finding, p Printer) ([]SourceGrade, error) {
	s := Scope{Community: community, Grain: "programme", Audience: vocabulary.Convenor}.whole()
	q := newQuality(s.Audience, p)
	var ids []string
	for _, i := range catalogue {
		if slices.Contains(slices.Collect(maps.Values(qualityOf)), i.ID) {
			ids = append(ids, i.ID)
		}
	}
	if err := q.learn(ctx, src, catalogue, ids, []vocabulary.Grain{s.Grain}, s, time.Unix(int64(today)*24*60*60, 0).UTC()); err != nil {
		return nil, fmt.Errorf("grades: %w", err)
	}
	kinds, err := pairs(ctx, src, "file_kinds", map[string]any{"community": community})
	if err != nil {
		return nil, err
	}
	wrong := map[string]float64{}
	for _, f := range found {
		if f.Severity == queries.Severities[0] {
			wrong[kinds[f.FileID]]++
		}
	}
	all := []SourceGrade{}
	for _, cohort := range q.cohorts() {
		for _, g := range graded {
			one := SourceGrade{Cohort: cohort, Kind: string(g.kind), Caveats: []Caveat{}}
			for _, part := range g.parts {
				if part == "answers" && q.guessed[[2]string{community, cohort}] {
					continue // nobody knows of how many
				}
				one.add(q.sum(part, cohort), part, p)
			}
			if cohort == "" {
				x := q.waiting[community][one.Kind]
				one.add(x, "rows", p)
				one.add([2]float64{min(wrong[one.Kind], x[1]), x[1]}, "wrong", p)
			}
			if one.Grade != "" {
				all = append(all, one)
			}
		}
	}
	return all, nil
}

// add counts a part in, of which x[0] of x[1] are not there.
func (g *SourceGrade) add(x [2]float64, part string, p Printer) {
	sheet, _ := vocabulary.SheetOf(vocabulary.Kind(g.Kind))
	c, ok := caveat(part, x[0], x[1], p.Say("caveat."+part, x[0], x[1], lowerFirst(sheet.Title)))
	if !ok {
		return
	}
	if g.Grade = worse(g.Grade, c.Grade); x[0] > 0 {
		g.Caveats = append(g.Caveats, c)
	}
}

// cohorts are those that something is known of, all together last.
func (q quality) cohorts() []string {
	known := map[string]bool{"": true}
	for t := range q.told {
		known[t.cohort] = true
	}
	return slices.SortedFunc(maps.Keys(known), func(a, b string) int {
		if (a == "") != (b == "") {
			return len(b) - len(a)
		}
		return cmp.Compare(a, b)
	})
}

// sum is how much is not there of a part in the whole of a cohort, and of how much.
func (q quality) sum(part, cohort string) (x [2]float64) {
	var keys []told
	for t := range q.told {
		if t.indicator == qualityOf[part] && t.cohort == cohort {
			keys = append(keys, t)
		}
	}
	slices.SortFunc(keys, func(a, b told) int { return strings.Compare(a.part, b.part) })
	for _, t := range keys {
		if r := q.told[t]; r.Numerator != nil && r.Denominator != nil {
			x[0], x[1] = x[0]+*r.Denominator-*r.Numerator, x[1]+*r.Denominator
		}
	}
	return x
}
