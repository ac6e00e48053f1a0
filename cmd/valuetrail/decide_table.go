package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/ingest"
	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
	"valuetrail/reports/form"
)

// formsOfTable asks what a file is that no layout knows, and what each of its
// columns is.
func (e *env) formsOfTable(f form.Question, q ingest.Question) (form.Question, []form.Question) {
	p := q.Table
	f.ID, f.Row = q.Kind+" "+q.Subject, 0
	f.Asked = e.whyTable(p)
	f.Picks = map[string][]form.Candidate{form.Holds: e.tableKinds(p), form.Order: e.tableOrders(p)}
	var columns []form.Question
	for _, c := range p.Columns {
		columns = append(columns, form.Question{ID: f.ID + "|" + c.Key, Found: columnFound(c), File: f.File, Asked: e.whyColumn(c),
			Picks: map[string][]form.Candidate{form.Role: e.roles(p.Kind, c.Role)}})
	}
	return f, columns
}

// columnFound is a column as people know it: its heading, else its letter.
func columnFound(c layout.Proposed) string {
	if c.Heading == "" {
		return columnName(c.Column)
	}
	return c.Heading
}

// whyTable says what a file seems to be, how sure that is and why, and what is
// otherwise than last time.
func (e *env) whyTable(p layout.Proposal) string {
	lines := []string{e.Say.Say("decide.table.why", e.Say.Say("decide.table."+surely(p.Sure)), e.Say.Say("decide.table_why."+p.Reason))}
	if len(p.New) > 0 {
		lines = append(lines, e.Say.Say("decide.table.new", p.New))
	}
	if len(p.Gone) > 0 {
		lines = append(lines, e.Say.Say("decide.table.gone", p.Gone))
	}
	return strings.Join(lines, "\n")
}

func (e *env) whyColumn(c layout.Proposed) string {
	return e.Say.Say("decide.table.why", e.Say.Say("decide.table."+surely(c.Sure)), e.Say.Say("decide.column_why."+c.Reason, c.Was))
}

// surely is a certainty as one of three words.
func surely(sure float64) string {
	switch {
	case sure >= 0.85:
		return "sure"
	case sure >= 0.6:
		return "likely"
	}
	return "guess"
}

func (e *env) tableKinds(p layout.Proposal) []form.Candidate {
	var all []form.Candidate
	for _, k := range append(slices.Clone(layout.TableKinds), layout.KindLeftOut) {
		all = append(all, form.Candidate{ID: string(k), Label: e.Say.Say("decide.kind_of." + string(k))})
	}
	return putFirst(all, string(p.Kind))
}

// tableOrders are the ways to read the days of a file, where they do not tell
// themselves.
func (e *env) tableOrders(p layout.Proposal) []form.Candidate {
	if p.OpenDay == "" {
		return []form.Candidate{{ID: noWord, Label: e.Say.Say("decide.order.told")}}
	}
	var all []form.Candidate
	for _, order := range []string{"dmy", "mdy"} {
		all = append(all, form.Candidate{ID: order, Label: e.Say.Say("decide.order.open."+order, p.OpenDay, layout.DayIn(p.OpenDay, order))})
	}
	return putFirst(all, p.Order)
}

// roles are what a column can be: in a file of the kind first, then in any other,
// by words that are the same for all.
func (e *env) roles(kind vocabulary.Kind, first string) []form.Candidate {
	var ids []string
	for _, k := range append([]vocabulary.Kind{kind}, layout.TableKinds...) {
		for _, field := range layout.Roles(k) {
			if id := generalRole(k, field); !slices.Contains(ids, id) && (k == kind || e.Say.Has("decide.role."+id)) {
				ids = append(ids, id)
			}
		}
	}
	var all []form.Candidate
	for _, id := range ids {
		label := strings.ReplaceAll(id, "_", " ")
		if e.Say.Has("decide.role." + id) {
			label = e.Say.Say("decide.role." + id)
		}
		all = append(all, form.Candidate{ID: id, Label: label})
	}
	return putFirst(all, generalRole(kind, first))
}

// generalRole is the word for a field that is the same for tables of every kind.
func generalRole(kind vocabulary.Kind, field string) string {
	for _, r := range []vocabulary.Role{vocabulary.SaysName, vocabulary.SaysEmail, vocabulary.SaysMember, vocabulary.SaysMemberSince, vocabulary.SaysDate, vocabulary.SaysJoined, vocabulary.SaysTitle} {
		if r.FieldFor(kind) == field && field != "" {
			return string(r)
		}
	}
	return field
}

// generalOfAny is generalRole for a field of whatever kind.
func generalOfAny(field string) string {
	for _, k := range layout.TableKinds {
		if g := generalRole(k, field); g != field {
			return g
		}
	}
	return field
}

// fieldOfRole is the field of a kind that a role or a heading names.
func fieldOfRole(kind vocabulary.Kind, role string) (string, bool) {
	if f := vocabulary.Role(role).FieldFor(kind); f != "" {
		return f, true
	}
	all := layout.Roles(kind)
	if slices.Contains(all, role) {
		return role, true
	}
	s, _ := vocabulary.SheetOf(kind)
	if i := s.Index(role); i >= 0 && slices.Contains(all, s.Fields[i].Heading) {
		return s.Fields[i].Heading, true
	}
	if r, whole := vocabulary.RoleOf(role); whole {
		f := r.FieldFor(kind)
		return f, f != ""
	}
	return "", false
}

// tableAnswers gathers the answers about files that no layout knows: one
// decision a file, of the row that says what it is and those of its columns.
type tableAnswers struct {
	files   map[string]form.Decision
	columns map[string][]form.Decision
	order   []string
}

// take notes an answer and reports whether it is about such a file.
func (t *tableAnswers) take(a form.Decision) bool {
	kind, rest, _ := strings.Cut(a.ID, " ")
	if kind != ingest.AskTable {
		return false
	}
	set, _, isColumn := strings.Cut(rest, "|")
	if !slices.Contains(t.order, set) {
		t.order = append(t.order, set)
	}
	if isColumn {
		t.columns[set] = append(t.columns[set], a)
	} else {
		t.files[set] = a
	}
	return true
}

// decisions are the files of which somebody has answered or changed something,
// whole; the columns of a file that is something else than proposed are taken as
// they seem then, but for those that were changed too.
func (t *tableAnswers) decisions(at time.Time) ([]ingest.Decision, []error) {
	var all []ingest.Decision
	var wrong []error
	for _, set := range t.order {
		f, answered := t.files[set]
		changed := slices.ContainsFunc(t.columns[set], func(a form.Decision) bool { return a.Changed })
		if !answered && !changed {
			continue
		}
		d := ingest.Decision{ID: ingest.AskTable + " " + set, At: at.UTC().Format(time.RFC3339), Who: whoami(), Why: f.Note, Verdict: ingest.AskTable, Subject: set, Shown: f.Found}
		told, err := saidOfTable(f, t.columns[set])
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		d.Object = told.String()
		all = append(all, d)
	}
	return all, wrong
}

func saidOfTable(f form.Decision, columns []form.Decision) (layout.Told, error) {
	told := layout.Told{Kind: vocabulary.Kind(f.Picked[form.Holds]), Columns: map[string]string{}, Order: wordOf(f.Picked[form.Order])}
	if f.Answer == form.LeftOut || told.Kind == layout.KindLeftOut {
		return layout.Told{Kind: layout.KindLeftOut}, nil
	}
	for _, c := range columns {
		if f.Repicked[form.Holds] && !c.Changed {
			continue
		}
		_, key, _ := strings.Cut(c.ID, "|")
		field, ok := fieldOfRole(told.Kind, c.Picked[form.Role])
		if !ok {
			return told, fmt.Errorf("column %q: there is no %q in %s", c.Found, strings.ReplaceAll(c.Picked[form.Role], "_", " "), told.Kind)
		}
		told.Columns[key] = field
	}
	return told, nil
}

// toldByFlags is what --as and --column say of files that no layout knows, nil
// where they say nothing.
func (o ingestOptions) toldByFlags(at time.Time) (*ingest.Decision, error) {
	kind := o.kind()
	if kind == "" {
		if len(o.Columns) > 0 {
			return nil, usage("--column needs --as, which says what the file is").hinted("--as attendance, roster, survey, stories or sessions")
		}
		return nil, nil
	}
	told := layout.Told{Kind: kind, Columns: map[string]string{}, Order: o.Order}
	for _, c := range o.Columns {
		i := strings.LastIndex(c, "=")
		if i <= 0 {
			return nil, usage("--column %q does not say what a column is", c).hinted("write it like --column \"Correo electrónico=email\"")
		}
		field, ok := fieldOfRole(kind, strings.TrimSpace(c[i+1:]))
		if !ok {
			return nil, usage("--column %q: a %s file has no %q", c, kind, c[i+1:]).hinted("it can be " + strings.Join(layout.Roles(kind), ", "))
		}
		told.Columns[vocabulary.Loose(c[:i])] = field
	}
	return &ingest.Decision{At: at.UTC().Format(time.RFC3339), Who: whoami(), Object: told.String()}, nil
}

// toldWords is what somebody said of a file, in words.
func (e *env) toldWords(text string) string {
	told, err := layout.ReadTold(text)
	if err != nil {
		return text
	}
	return e.Say.Say("decide.kind_of." + string(told.Kind))
}
