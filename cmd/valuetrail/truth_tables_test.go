package main

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/samples"
)

// Every table by our own headings holds what its sheets say in the end, cell by
// cell: stories with their last figures and consents, codes, flows,
// confirmations, leadership groups and all the rest.
func TestOwnTablesHoldTheLastVersionOfEveryRow(t *testing.T) {
	inWorlds(t, func(w *world) {
		checked := 0
		for _, table := range w.truth.Tables {
			s, ok := vocabulary.SheetOf(vocabulary.Kind(table.Kind))
			if !ok {
				w.Fatalf("no sheet of kind %s", table.Kind)
			}
			if s.Table == "" { // the member list, attendance: tables of their own kind
				continue
			}
			var want []string
			for _, r := range table.Rows {
				want = append(want, w.lineOf(s, r))
			}
			got := w.linesOf(s)
			if s.Dated == "" { // which of two lists is the later one nobody can tell: they say the same
				got, want = w.wordsOf(got), w.wordsOf(want)
			}
			w.same(table.Kind, got, want)
			checked++
		}
		if checked < 18 {
			w.Errorf("only %d tables were checked", checked)
		}
	})
}

// wordsOf are lines without the file and row in front.
func (w *world) wordsOf(lines []string) []string {
	var all []string
	for _, line := range lines {
		all = append(all, strings.SplitN(line, " | ", 3)[2])
	}
	return all
}

// columnsOf are the fields of a sheet, of several that identify one person the
// first alone.
func columnsOf(s vocabulary.Sheet) []vocabulary.Field {
	var all []vocabulary.Field
	seen := map[string]bool{}
	for _, f := range s.Fields {
		if f.Person == "" || !seen[f.Person] {
			all = append(all, f)
		}
		seen[f.Person] = true
	}
	return all
}

// lineOf writes a row of the truth as the warehouse should hold it.
func (w *world) lineOf(s vocabulary.Sheet, r samples.Record) string {
	parts := []any{baseOf(r.Ref.File), r.Ref.Row}
	for _, f := range columnsOf(s) {
		parts = append(parts, w.valueOf(s, f, r))
	}
	return w.join(parts...)
}

func (w *world) valueOf(s vocabulary.Sheet, f vocabulary.Field, r samples.Record) any {
	said := r.Values[f.Heading]
	switch {
	case f.Person != "":
		return w.personOf(s, f.Person, r)
	case f.Holds == vocabulary.Number || f.Holds == vocabulary.Whole:
		if n, err := strconv.ParseFloat(said, 64); err == nil {
			return n
		}
	case f.Holds == vocabulary.Flag && said != "":
		return said == "y" || said == "yes"
	}
	return said + blankFor(s, f, said)
}

// blankFor is what a blank cell means where the design says so.
func blankFor(s vocabulary.Sheet, f vocabulary.Field, said string) string {
	if said == "" && s.Kind == vocabulary.Stories {
		return map[string]string{"kind": "account", "consent_scope": "private"}[f.Heading]
	}
	return ""
}

// personOf is who a row names: by number, else by a name that the rules of
// identity link or leave alone.
func (w *world) personOf(s vocabulary.Sheet, group string, r samples.Record) string {
	for _, f := range s.Fields {
		said := r.Values[f.Heading]
		switch {
		case f.Person != group || said == "":
		case f.Holds == vocabulary.MemberID:
			return said
		case f.Holds == vocabulary.Name:
			for _, n := range w.truth.Names {
				if n.File == r.Ref.File && n.Name == said && n.LinksTo != "" {
					return n.LinksTo
				}
			}
			return w.identityOf("", "", said)
		}
	}
	return ""
}

// linesOf are the rows that count of the table of a sheet, texts and days as
// people write them.
func (w *world) linesOf(s vocabulary.Sheet) []string {
	w.Helper()
	var columns, joins []string
	lists := map[int]bool{}
	for i, f := range columnsOf(s) {
		column := "x." + f.Column
		switch {
		case f.Person != "":
			joins = append(joins, fmt.Sprintf("LEFT JOIN main.identity AS i%d ON i%[1]d.alias_id = x.%s", i, vocabulary.AliasColumn(f.Person)))
			column = fmt.Sprintf("i%d.member_id", i)
		case f.Holds == vocabulary.Text:
			joins = append(joins, fmt.Sprintf("LEFT JOIN private.text AS t%d ON t%[1]d.text_id = x.%s_text_id", i, f.Column))
			column = fmt.Sprintf("t%d.words", i)
		case f.Holds == vocabulary.Day:
			column = fmt.Sprintf("strftime(DATE '1970-01-01' + x.%s, '%%Y-%%m-%%d')", f.Column)
		case f.Holds == vocabulary.Number || f.Holds == vocabulary.Whole:
			column = fmt.Sprintf("CAST(x.%s AS double)", f.Column)
		case f.Holds == vocabulary.People:
			lists[i+2] = true
			column = "x." + strings.TrimSuffix(f.Column, "_ids") + "_alias_ids"
		}
		columns = append(columns, column)
	}
	listed := "true"
	if s.Kind == vocabulary.Sessions || s.Kind == vocabulary.Waves {
		listed = "coalesce(x.listed, true)"
	}
	sql := fmt.Sprintf("SELECT f.name, x.row_no, %s FROM main.%s AS x JOIN private.file AS f ON f.file_id = x.file_id %s WHERE x.counts AND %s",
		strings.Join(columns, ", "), s.Table, strings.Join(joins, " "), listed)
	var all []string
	for _, r := range w.rows(sql) {
		for i := range lists {
			if ids, ok := r[i].(string); ok {
				r[i] = strings.Join(w.people(strings.Split(ids, ";")), ";")
			}
		}
		all = append(all, w.join(r...))
	}
	return all
}

// people are the ids of a list of pseudonyms of rows.
func (w *world) people(aliases []string) []string {
	var all []string
	for _, a := range aliases {
		for _, r := range w.rows("SELECT member_id FROM main.identity WHERE alias_id = '" + a + "'") {
			all = append(all, w.who[r[0].(string)])
		}
	}
	return all
}

// A story's consent decides who may read it: the last word counts, and where it
// was withdrawn the story is closed to everybody.
func TestStoriesAreOpenToWhomTheLastConsentOpensThem(t *testing.T) {
	inWorlds(t, func(w *world) {
		reach := map[string][]string{
			"community":         {"convenor", "readers", "members"},
			"sponsor_anonymous": {"convenor", "readers", "members", "evaluator", "sponsor"},
			"sponsor_named":     {"convenor", "readers", "members", "evaluator", "sponsor"},
			"public":            {"convenor", "readers", "members", "evaluator", "sponsor", "public"},
		}
		var want, named []string
		for _, s := range w.truth.Stories {
			for _, audience := range reach[s.Fields["consent_scope"]] {
				want = append(want, w.join(s.StoryID, audience))
			}
			consent := s.Fields["consent_scope"]
			if (consent == "sponsor_named" || consent == "public") && s.Fields["anonymize"] != "y" {
				named = append(named, w.join(s.StoryID, w.nameOf(s.Teller)))
			}
		}
		w.same("open stories", w.lines(`SELECT story_id, audience FROM story_open`), want)
		w.same("bylines", w.lines(`SELECT s.story_id, t.words FROM main.story AS s JOIN private.text AS t ON t.text_id = s.byline_text_id WHERE s.counts`), named)
	})
}

func (w *world) nameOf(id string) string {
	for _, p := range w.truth.People {
		if p.MemberID == id {
			return p.Name
		}
	}
	for _, o := range w.truth.Outsiders {
		if o.ID == id {
			return o.Name
		}
	}
	w.Fatalf("nobody is %s", id)
	return ""
}
