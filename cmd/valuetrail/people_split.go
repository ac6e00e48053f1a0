package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
)

// runSplit says that one handle of a person is somebody else.
func runSplit(ctx context.Context, e env, words []string, why string) error {
	if len(words) == 0 || len(words) > 2 {
		return &exit{exitUsage, &hinted{errors.New("needs a person, and the e-mail or name that is somebody else"), `valuetrail people split "Ann Lee" ann@home.example`}}
	}
	return e.judged(ctx, func(questions []ingest.Question, known ingest.Known, b ingest.Basis) (ingest.Decision, error) {
		who := ingest.Identify(known.Aliases, known.Members, known.Decisions)
		p, err := personNamed(who.Members, words[0])
		if err != nil {
			return ingest.Decision{}, err
		}
		handles := handlesOf(p.MemberID, who.Identities, known.Aliases)
		if len(words) == 2 {
			handles = slices.DeleteFunc(handles, func(a ingest.Alias) bool {
				return !strings.EqualFold(a.Handle, words[1]) && !strings.EqualFold(a.Shown, words[1]) && !strings.EqualFold(a.Email, words[1])
			})
		}
		for _, d := range known.Decisions { // said before: once more changes nothing
			if len(words) == 2 && d.Verdict == ingest.VerdictSplit && d.Object == p.MemberID && strings.EqualFold(d.Shown, words[1]) {
				return d, nil
			}
		}
		if len(handles) != 1 {
			return ingest.Decision{}, cannotSplit(p, handles, words)
		}
		a := handles[0]
		return ingest.Decision{Subject: a.ID, Object: p.MemberID, Verdict: ingest.VerdictSplit, Why: why, Shown: shownHandle(a)}, nil
	})
}

// shownHandle is how people know a handle.
func shownHandle(a ingest.Alias) string {
	if a.Kind == "name" {
		return cmp.Or(a.Shown, a.Handle)
	}
	return a.Handle
}

// cannotSplit says which handles a person can be split by.
func cannotSplit(p ingest.Person, handles []ingest.Alias, words []string) error {
	var all []string
	for _, a := range handles {
		all = append(all, fmt.Sprintf("%q", shownHandle(a)))
	}
	switch {
	case len(handles) == 0 && len(words) == 2:
		return &hinted{fmt.Errorf("%s does not appear as %q in any file", p.Name, words[1]), "without it, valuetrail people split says how they appear"}
	case len(handles) == 0:
		return &hinted{fmt.Errorf("%s appears only as your member list has them", p.Name), "if two members share a row there, give each a row of their own"}
	}
	return &hinted{fmt.Errorf("%s appears as %s", p.Name, strings.Join(all, ", ")), "say which of them is somebody else: valuetrail people split NAME E-MAIL-OR-NAME"}
}

// handlesOf are the ways a person appears that the member list does not give,
// each once.
func handlesOf(member string, identities []ingest.Identity, aliases []ingest.Alias) []ingest.Alias {
	is := map[string]bool{}
	for _, i := range identities {
		is[i.AliasID] = is[i.AliasID] || i.MemberID == member
	}
	listed, seen := map[string]bool{}, map[string]bool{member: true}
	for _, a := range aliases {
		listed[a.ID] = listed[a.ID] || a.Origin == "roster" && a.Kind != "name"
	}
	var all []ingest.Alias
	for _, a := range aliases {
		if is[a.ID] && !listed[a.ID] && !seen[a.ID] && a.SameAs == a.ID {
			seen[a.ID] = true
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b ingest.Alias) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Handle, b.Handle))
	})
	return all
}

// personNamed is the one person that a word means: by name, list id, e-mail or
// the beginning of the id.
func personNamed(all []ingest.Person, word string) (ingest.Person, error) {
	var found []ingest.Person
	for _, p := range all {
		if strings.EqualFold(p.Name, word) || strings.EqualFold(p.ListID, word) && word != "" || strings.EqualFold(p.Email, word) && word != "" ||
			len(word) >= 4 && strings.HasPrefix(p.MemberID, strings.ToLower(word)) {
			found = append(found, p)
		}
	}
	if listed := slices.DeleteFunc(slices.Clone(found), func(p ingest.Person) bool { return !p.Listed }); len(listed) == 1 {
		return listed[0], nil // rather a member than a visitor of that name
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return ingest.Person{}, &hinted{fmt.Errorf("nobody is called %q", word), "valuetrail people list shows names and ids"}
	}
	return ingest.Person{}, &hinted{fmt.Errorf("%d people are called %q", len(found), word), "name one by the id of your member list, or by e-mail"}
}

// judged stores one decision that a command makes, and works everything out
// again.
func (e *env) judged(ctx context.Context, judge func([]ingest.Question, ingest.Known, ingest.Basis) (ingest.Decision, error)) error {
	return e.writing(ctx, "people", func(w *warehouse.Warehouse, b ingest.Basis) error {
		store := w.Store(b.Settings.Community.ID)
		var left []ingest.Question
		err := store.Write(ctx, func(x ingest.Batch) error {
			questions, known, err := ingest.Ask(ctx, x, b.Settings)
			if err != nil {
				return err
			}
			d, err := judge(questions, known, b)
			if err != nil {
				return err
			}
			if d.At == "" { // else it was taken before, by whoever took it
				d.At, d.Who = e.now().UTC().Format(time.RFC3339), whoami()
			}
			d.ID = cmp.Or(d.ID, decisionID(d))
			left, err = ingest.Settle(ctx, x, b, []ingest.Decision{d})
			return err
		})
		if err != nil {
			return err
		}
		e.line("kept; %s", e.Say.Say("count.open_names", len(left)))
		return e.writeToDecide(ctx, store, left)
	})
}
