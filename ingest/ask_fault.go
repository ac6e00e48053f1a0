package ingest

import (
	"cmp"
	"slices"
	"time"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// askOfFaults makes questions of what readers could not read and a person can
// explain: one for all files of a source and kind. What somebody explained is
// not asked again.
func askOfFaults(files []StoredFile, faults []Fault, known Known, ruled rulings) []Question {
	byID := map[string]StoredFile{}
	for _, f := range files {
		byID[f.ID] = f
	}
	found := map[[2]string]bool{}
	var all []Question
	for _, f := range faults {
		q, ok := askOfFault(byID[f.FileID], f, known)
		key := [2]string{q.Kind, q.Subject}
		if !ok || found[key] || ruled.of(q.Kind, q.Subject) != "" {
			continue
		}
		found[key] = true
		q.FileID, q.Sheet, q.Row, q.Shown = f.FileID, f.Sheet, f.Row, f.Value
		all = append(all, q)
	}
	slices.SortStableFunc(all, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject))
	})
	return all
}

func askOfFault(file StoredFile, f Fault, known Known) (Question, bool) {
	scope := scopeOf(file.Source, file.Kind)
	switch f.Code {
	case "date_order_unknown", "date_order_assumed":
		return Question{Kind: AskOrder, Subject: scope, Candidates: orders(f, known)}, true
	case "mark_unknown":
		mark := layout.Mark(f.Value)
		return Question{Kind: AskMark, Subject: scope + "|" + mark, Candidates: meanings(mark, f.Detail)}, mark != ""
	case "word_unknown", "consent_unclear":
		word, reason := vocabulary.Loose(f.Value), "spelt_alike"
		switch {
		case f.Code == "consent_unclear" && f.Detail == "private":
			reason = "not_plain"
		case f.Code == "consent_unclear":
			reason = "words_say"
		}
		return Question{Kind: AskWord, Subject: scope + "|" + word, Candidates: wordsNear(file, f.Detail, reason)}, word != "" && f.Detail != ""
	}
	return Question{}, false
}

// orders are the two ways to read a day, the likelier first: the one that was
// assumed, else the one that falls among the days of everything else.
func orders(f Fault, known Known) []Candidate {
	var all []Candidate
	inside := func(c Candidate) bool {
		at, err := time.Parse(time.DateOnly, c.Shown)
		day := int(at.Unix() / 86400)
		return err == nil && known.FirstDay != 0 && day >= known.FirstDay && day <= known.LastDay
	}
	for _, order := range []string{"dmy", "mdy"} {
		all = append(all, Candidate{Object: order, Shown: layout.DayIn(f.Value, order)})
	}
	switch {
	case f.Code == "date_order_assumed" && f.Detail == all[1].Shown, f.Code != "date_order_assumed" && inside(all[1]) && !inside(all[0]):
		slices.Reverse(all)
	}
	switch {
	case f.Code == "date_order_assumed":
		all[0].Reason = "read_so"
	case inside(all[0]) && !inside(all[1]):
		all[0].Reason = "among_your_days"
	}
	return all
}

// meanings are what a mark can mean, the likeliest first.
func meanings(mark, nearest string) []Candidate {
	first := cmp.Or(nearest, map[string]string{"a": "absent", "n": "absent", "f": "absent", "u": "absent", "t": "late", "v": "late", "g": "excused", "k": "excused"}[mark], "present")
	all := []Candidate{{Object: first}}
	if nearest != "" || first != "present" {
		all[0].Score = 1 // else it is but the first of the list
	}
	for _, status := range []string{"present", "late", "excused", "absent"} {
		if status != first {
			all = append(all, Candidate{Object: status})
		}
	}
	return all
}

// wordsNear are the words of the closed list that the nearest one is in, it
// first with the reason why, and leaving the cell blank last.
func wordsNear(file StoredFile, nearest, reason string) []Candidate {
	all := []Candidate{{Object: nearest, Shown: nearest, Reason: reason}}
	lists := map[string][]string{}
	for _, kind := range append([]vocabulary.Kind{file.Kind}, file.Kinds...) {
		s, _ := vocabulary.SheetOf(kind)
		for _, f := range s.Fields {
			if f.Holds == vocabulary.Word && f.Choice.Has(nearest) {
				lists[f.Choice.Name] = f.Choice.Words
			}
		}
	}
	if len(lists) == 1 { // else nobody knows which column it stood in
		for _, words := range lists {
			for _, w := range words {
				if w != nearest {
					all = append(all, Candidate{Object: w, Shown: w})
				}
			}
		}
	}
	return append(all, Candidate{Object: leftOut})
}
