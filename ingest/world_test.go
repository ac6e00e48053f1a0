package ingest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// world is a community as files tell it, down to what identities rest on.
type world struct {
	key       []byte
	aliases   []Alias
	members   []Listed
	rows      []Canonical
	decisions []Decision
}

// told is one row of a file: heading and value in turn.
type told []string

func newWorld(key string) *world { return &world{key: []byte(key)} }

// file adds a file with rows of one kind.
func (w *world) file(id string, kind vocabulary.Kind, all ...told) *world {
	s, ok := vocabulary.SheetOf(kind)
	if !ok {
		panic(kind)
	}
	var rows []layout.Row
	for n, one := range all {
		r := layout.Row{Kind: kind, Sheet: 1, Row: n + 2, Fields: make([]string, len(s.Fields))}
		for i := 0; i < len(one); i += 2 {
			at := s.Index(one[i])
			if at < 0 {
				panic(one[i])
			}
			r.Fields[at] = one[i+1]
		}
		rows = append(rows, r)
	}
	p := newPseudonymiser(w.key, id)
	for _, r := range rows {
		p.meet(r)
	}
	for _, r := range rows {
		c := p.canonical(r)
		c.Key = id // a row is told from another by file and number
		w.rows = append(w.rows, c)
		if kind != vocabulary.Roster {
			continue
		}
		get := func(h string) string { return fieldOf(s, r.Fields, h) }
		w.members = append(w.members, Listed{AliasID: c.Values[len(s.Fields)], ListID: get("member_id"), Name: get("display_name"), Email: get("email"),
			Cohort: get("cohort"), FirstDay: dayNo(get("join_date")), LastDay: dayNo(get("leave_date"))})
	}
	w.aliases = append(w.aliases, p.all()...)
	return w
}

// alias is the pseudonym that a row of a file goes by; row 1 is the first.
func (w *world) alias(id string, row int) string {
	for _, c := range w.rows {
		if s, _ := vocabulary.SheetOf(c.Kind); c.Key == id && c.Row.Row == row+1 {
			return c.Values[len(s.Fields)]
		}
	}
	panic(fmt.Sprintf("%s has no row %d", id, row))
}

func (w *world) decide(at, verdict, subject, object string) *world {
	w.decisions = append(w.decisions, Decision{ID: fmt.Sprintf("%s %s %s", at, subject, object), At: at, Subject: subject, Object: object, Verdict: verdict})
	return w
}

func (w *world) identify() Identified { return Identify(w.aliases, w.members, w.decisions) }

// who says which row is whom: "file row" leads to the name of the person and how
// that is known, to "nobody" where it is none.
func (w *world) who(found Identified) map[string]string {
	people, identity := map[string]Person{}, map[string]Identity{}
	for _, p := range found.Members {
		people[p.MemberID] = p
	}
	for _, i := range found.Identities {
		identity[i.AliasID] = i
	}
	all := map[string]string{}
	for _, c := range w.rows {
		s, _ := vocabulary.SheetOf(c.Kind)
		i, ok := identity[c.Values[len(s.Fields)]]
		p := people[i.MemberID]
		how := strings.NewReplacer(howMemberList, "surely", howSure, "surely").Replace(i.How)
		answer := cmp.Or(p.ListID, p.Name, p.Email) + ", " + how
		if !ok {
			answer = "nobody"
		}
		all[fmt.Sprintf("%s %d", c.Key, c.Row.Row-1)] = answer
	}
	return all
}

// asked is every question in words: the name and each candidate with its reason.
func asked(found Identified) []string {
	var all []string
	for _, q := range found.Questions {
		text := q.Shown + "?"
		for _, c := range q.Candidates {
			text += " " + c.Shown + " (" + c.Reason + ")"
		}
		all = append(all, text)
	}
	return all
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func sameList[T comparable](t *testing.T, what string, got, want []T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\ngot  %v\nwant %v", what, got, want)
	}
}
