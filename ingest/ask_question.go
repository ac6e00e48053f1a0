package ingest

import (
	"cmp"
	"context"
	"slices"

	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
)

// askOfQuestions asks what the questions of surveys ask that no list knows, each
// once for all files that have it, in the order of the first file's columns.
func askOfQuestions(ctx context.Context, b Batch, s settings.Settings, ruled rulings) ([]Question, error) {
	seen, items, err := b.Asked(ctx)
	if err != nil {
		return nil, err
	}
	meant, err := ruled.meanings()
	if err != nil {
		return nil, err
	}
	links := LinkQuestions(seen, items, meant)
	if len(links.Unlisted) == 0 {
		return nil, nil
	}
	answers, err := b.Answers(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range links.Items {
		items = append(items, d.Item)
	}
	var all []Question
	asked := map[string]bool{}
	for _, u := range links.Unlisted {
		shown := cmp.Or(u.Wording, u.Heading)
		if shown == "" || asked[u.Item] || len(answers[u.Item].Words) == 0 {
			continue
		}
		asked[u.Item] = true
		q := Question{Kind: AskQuestion, Subject: u.Item, Shown: shown, FileID: u.FileID, Sheet: u.Sheet, Answers: answers[u.Item]}
		q.Proposed = propose(shown, q.Answers)
		if !slices.Contains(s.Framework.Cycles(), vocabulary.Cycle(q.Proposed.Cycle)) {
			q.Proposed.Cycle = ""
		}
		for _, other := range asksTheSame(shown, items, links.inFile(u.FileID)) {
			q.Candidates = append(q.Candidates, Candidate{Object: other.ID, Shown: cmp.Or(other.Text, other.Header, other.ID), Reason: "worded_alike"})
		}
		if len(q.Candidates) > 0 {
			q.Proposed.SameAs = q.Candidates[0].Object
		}
		for _, cycle := range s.Framework.Cycles() {
			q.Candidates = append(q.Candidates, Candidate{Object: string(cycle), Reason: "cycle"})
		}
		all = append(all, q)
	}
	return all, nil
}

// inFile are the items that a file's questions have.
func (l QuestionLinks) inFile(id string) map[string]bool {
	all := map[string]bool{}
	for _, q := range l.Questions {
		if q.FileID == id {
			all[q.Item] = true
		}
	}
	return all
}

// asksTheSame are the items, at most two, whose words are nearly those of a
// question and which its file does not ask already: the question may be one of
// them in other words.
func asksTheSame(wording string, items []Item, there map[string]bool) []Item {
	type near struct {
		Item
		alike float64
	}
	var all []near
	done := map[string]bool{}
	for _, it := range items {
		alike := alikeness(wording, cmp.Or(it.Text, it.Header))
		if alike >= 0.6 && !there[it.ID] && !done[it.ID] {
			done[it.ID] = true
			all = append(all, near{it, alike})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.ID, b.ID)) })
	var out []Item
	for _, n := range all[:min(2, len(all))] {
		out = append(out, n.Item)
	}
	return out
}
