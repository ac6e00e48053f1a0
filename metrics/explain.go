package metrics

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/message"
	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// ErrConvenorOnly says that only the convenor may be led to the files.
var ErrConvenorOnly = errors.New("only the convenor may see where a figure comes from")

// ErrNotShown says that a figure which may not be shown is not explained either.
var ErrNotShown = errors.New("not shown, to protect members")

// ErrNoLine says that the answer has no such line.
var ErrNoLine = errors.New("there is no such figure")

// Line picks one figure of an answer, by the fields of its Reading. A blank
// Cohort is all together.
type Line struct{ Cohort, Period, Group, Part string }

// Explanation is a figure and the cells it rests on.
type Explanation struct {
	Reading Reading `json:"reading"`
	// Cells has one place an observation that counts, by file and place. Adding up
	// their X gives the numerator, counting them the denominator; of a gap, those
	// that are not Open do. How far readers agree is not a sum: there they are what
	// the readers who differ marked, X is 1 for yes.
	Cells []Cell `json:"cells"`
}

// Explain leads the convenor from one figure to the cells of the source files.
// A figure about answers that is not shown exactly gives ErrNotShown: its cells
// would give it away. Words are filled for events alone, never from a survey.
func Explain(ctx context.Context, src Source, catalogue []queries.Indicator, id string, s Scope, l Line, now time.Time) (*Explanation, error) {
	s.Today = dayOf(now)
	s = s.whole()
	if s.Audience != vocabulary.Convenor {
		return nil, ErrConvenorOnly
	}
	wanted, err := find(catalogue, []string{id})
	if err != nil {
		return nil, err
	}
	ind := wanted[0]
	g, err := survey(ctx, src, s, now)
	if err != nil {
		return nil, err
	}
	g.catalogue = catalogue
	readings, err := answer(ctx, src, ind, s, g, message.For("en"))
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(readings, func(r Reading) bool {
		return r.Cohort == l.Cohort && r.Period == l.Period && r.Group == l.Group && r.Part == l.Part
	})
	if at < 0 {
		return nil, fmt.Errorf("explain %s: %w", id, ErrNoLine)
	}
	r := readings[at]
	one := []Answer{{Indicator: ind, Scope: s, Readings: []Reading{r}}}
	if err := Qualify(ctx, src, catalogue, one, now, message.For("en")); err != nil {
		return nil, err
	}
	r = one[0].Readings[0]
	if !r.Shown || r.Denominator == nil {
		if r.Note == "" || r.Shown || r.Note == string(privacy.Protected) {
			return nil, fmt.Errorf("explain %s: %w", id, ErrNotShown)
		}
		return &Explanation{Reading: r}, nil
	}
	cells, err := cellsOf(ctx, src, ind, s, g, r)
	if err != nil {
		return nil, err
	}
	return &Explanation{Reading: r, Cells: cells}, nil
}

func cellsOf(ctx context.Context, src Source, ind queries.Indicator, s Scope, g *ground, r Reading) ([]Cell, error) {
	s = s.sofar(ind, g)
	seen, err := observations(ctx, src, ind, s)
	if err != nil {
		return nil, err
	}
	place := func(l line) line { return l }
	if ind.Protects == "event" && s.By != "none" {
		all, err := figures(ctx, src, ind, s)
		if err != nil {
			return nil, err
		}
		place = placing(all, s, g)
	}
	names, err := fileNames(ctx, src, s)
	if err != nil {
		return nil, err
	}
	want := line{r.Community, r.Cohort, r.Period, r.Group, r.Part}
	seen = slices.DeleteFunc(seen, func(o observation) bool { return o.x == nil || place(o.line) != want })
	if isAccord(ind) {
		seen = disagreements(seen)
	}
	var cells []Cell
	for _, o := range seen {
		cells = append(cells, Cell{File: names[o.fileID], FileID: o.fileID, Sheet: o.sheet, Row: o.row, Column: o.column, X: *o.x, Open: o.open})
	}
	slices.SortFunc(cells, func(a, b Cell) int {
		return cmp.Or(strings.Compare(a.File, b.File), strings.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet),
			cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column), cmp.Compare(a.X, b.X))
	})
	if !tellsWords(ind) {
		return cells, nil
	}
	return cells, words(ctx, src, r.Community, cells)
}

func fileNames(ctx context.Context, src Source, s Scope) (map[string]string, error) {
	names := map[string]string{}
	for r, err := range src.Rows(ctx, queries.Question("files"), s.parameters()) {
		if err != nil {
			return nil, fmt.Errorf("files: %w", err)
		}
		names[text(r[0])] = text(r[1])
	}
	return names, nil
}

// words fills in what stands in the cells; a whole row has no words.
func words(ctx context.Context, src Source, community string, cells []Cell) error {
	places := map[string][]string{}
	key := func(c Cell) string { return fmt.Sprintf("%d:%d:%d", c.Sheet, c.Row, c.Column) }
	for _, c := range cells {
		if c.Column > 0 && !slices.Contains(places[c.FileID], key(c)) {
			places[c.FileID] = append(places[c.FileID], key(c))
		}
	}
	said := map[[2]string]string{}
	for file, wanted := range places {
		named := map[string]any{"community": community, "file": file, "cells": strings.Join(wanted, " ")}
		for r, err := range src.Rows(ctx, queries.Question("cell_words"), named) {
			if err != nil {
				return fmt.Errorf("cells: %w", err)
			}
			said[[2]string{file, fmt.Sprintf("%d:%d:%d", whole(r[0]), whole(r[1]), whole(r[2]))}] = text(r[3])
		}
	}
	for i, c := range cells {
		cells[i].Words = said[[2]string{c.FileID, key(c)}]
	}
	return nil
}
