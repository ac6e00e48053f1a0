package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/samples"
)

// known is what the warehouse made of the people of one place in a file.
type known struct{ who, how, seenAs string }

// places are what became of every row that names somebody, by file and row (and
// column, where a register has one).
func (w *world) places() map[string]known {
	w.Helper()
	all := map[string]known{}
	for _, r := range w.rows(`SELECT f.name, a.row_no, a.column_no, a.seen_as, i.how, i.member_id
		FROM main.attendance AS a JOIN private.file AS f USING (community_id, file_id) LEFT JOIN main.identity AS i USING (community_id, alias_id)
		UNION ALL
		SELECT f.name, a.row_no, a.column_no, 'person', i.how, i.member_id
		FROM main.response AS a JOIN private.file AS f USING (community_id, file_id) LEFT JOIN main.identity AS i USING (community_id, alias_id)
		UNION ALL
		SELECT f.name, a.row_no, a.column_no, 'person', i.how, i.member_id
		FROM main.story AS a JOIN private.file AS f USING (community_id, file_id) LEFT JOIN main.identity AS i ON i.alias_id = a.teller_alias_id`) {
		how, _ := r[4].(string)
		member, _ := r[5].(string)
		all[fmt.Sprint(r[0], " ", r[1], " ", r[2])] = known{w.who[member], how, r[3].(string)}
	}
	return all
}

// named are the places where a name of the truth stands, waiting rooms apart.
func (w *world) named(n samples.Name) []string {
	var all []string
	for _, r := range w.truth.AttendanceRows {
		if r.Ref.File == n.File && r.Email == n.Email && (r.Name == n.Name || r.MemberID != "" && r.MemberID == n.Name) && !r.Waiting {
			all = append(all, fmt.Sprint(baseOf(r.Ref.File), " ", r.Ref.Row, " ", r.Column))
		}
	}
	for _, r := range w.truth.Responses {
		if r.Ref.File == n.File && r.Respondent == n.Name && r.Email == n.Email && r.MemberID != "" {
			all = append(all, fmt.Sprint(baseOf(r.Ref.File), " ", r.Ref.Row, " ", 0))
		}
	}
	for _, s := range w.truth.Stories {
		for _, v := range s.Versions {
			if v.File == n.File && s.Fields["teller_label"] == n.Name {
				all = append(all, fmt.Sprint(baseOf(v.File), " ", v.Row, " ", 0))
			}
		}
	}
	return all
}

// ways are how an identity of each rule may be known. An address or a number of
// the member list is the member list's own.
var ways = map[string][]string{
	"auto_email": {"member_list", "handle"}, "auto_id": {"member_list", "handle"}, "same_file_name": {"member_list", "handle"},
	"by_roster_name": {"by_roster_name"}, "visitor": {"itself"}, "proposal": {"itself"},
}

func TestEachNameIsWhoeverTheRulesSay(t *testing.T) {
	inWorlds(t, func(w *world) {
		places, checked := w.places(), map[string]int{}
		for _, n := range w.truth.Names {
			for _, at := range w.named(n) {
				got, loaded := places[at]
				checked[n.Rule]++
				want := n.LinksTo
				if n.Rule == "visitor" || n.Rule == "proposal" {
					want = w.identityOf("", n.Email, n.Name)
				}
				switch {
				case n.Being != "member" && n.Being != "visitor":
					if got.who != "" || loaded && n.Being != "shared_account" && got.seenAs == "person" {
						w.Errorf("%s: %q, a %s, became %+v", at, n.Name, n.Being, got)
					}
				case got.who != want || !slices.Contains(ways[n.Rule], got.how) && !slices.Contains(n.Also, got.how):
					w.Errorf("%s: %q %s is %+v, want %q by %s (%s)", at, n.Name, n.Email, got, want, n.Rule, n.Why)
				}
			}
		}
		for _, rule := range []string{"auto_email", "auto_id", "same_file_name", "by_roster_name", "visitor", "proposal", "device", "bot", "shared_account"} {
			if checked[rule] == 0 {
				w.Errorf("no name was checked that is decided by %s", rule)
			}
		}
	})
}

// questions asks the program what only people can tell.
func (w *world) questions() []ingest.Question {
	w.Helper()
	s, err := settings.Read(filepath.Join(w.folder, "valuetrail.yaml"))
	if err != nil {
		w.Fatal(err)
	}
	var all []ingest.Question
	w.open()
	err = w.w.Store(s.Community.ID).Read(context.Background(), func(b ingest.Batch) error {
		all, _, err = ingest.Ask(context.Background(), b, s)
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
	return all
}

func TestWhatTheRulesLeaveOpenIsAskedWithTheTruePersonAmongTheProposals(t *testing.T) {
	inWorlds(t, func(w *world) {
		open := map[string]ingest.Question{}
		for _, q := range w.questions() {
			if q.Kind == "name" || q.Kind == "session" {
				open[w.who[q.Subject]] = q
			}
		}
		wanted := map[string]bool{}
		for _, n := range w.truth.Names {
			if n.Rule != "proposal" || len(w.named(n)) == 0 {
				continue
			}
			subject := w.identityOf("", n.Email, n.Name)
			wanted[subject] = true
			q, asked := open[subject]
			if !asked {
				w.Errorf("nobody asks who %q in %s is (%s)", n.Name, n.File, n.Why)
			}
			if !slices.ContainsFunc(q.Candidates, func(c ingest.Candidate) bool { return w.who[c.Object] == n.Who }) {
				w.Errorf("%q is %s, who is not among %+v", n.Name, n.Who, q.Candidates)
			}
		}
		for subject, q := range open {
			labels := map[string]bool{}
			for _, c := range q.Candidates {
				labels[c.Shown] = true
			}
			if len(labels) != len(q.Candidates) {
				w.Errorf("nobody can tell the proposals for %q apart: %+v", q.Shown, q.Candidates)
			}
			if !wanted[subject] {
				w.Errorf("a question too many: %s %q", q.Kind, q.Shown)
			}
		}
		printed := strings.Count(string(w.program("people", "matches", "--json")), `"proposals": [`)
		if printed != len(wanted) {
			w.Errorf("people matches prints %d questions, want %d", printed, len(wanted))
		}
	})
}
