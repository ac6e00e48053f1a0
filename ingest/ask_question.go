package ingest

import (
	"cmp"
	"context"
	"slices"

	"valuetrail/ingest/layout"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
)

// askOfQuestions asks what the questions of surveys ask that no list knows, each
// once for all files that have it, in the order of the first file's columns.
// Of tables that nobody told the nature of it asks at once what their columns seem
// to ask, so that all is answered in one go.
func askOfQuestions(ctx context.Context, b Batch, s settings.Settings, ruled rulings, tables []Question) ([]Question, error) {
	seen, items, err := b.Asked(ctx)
	if err != nil {
		return nil, err
	}
	meant, err := ruled.meanings()
	if err != nil {
		return nil, err
	}
	waiting, words := questionsOfTables(tables)
	links := LinkQuestions(append(seen, waiting...), items, meant)
	if len(links.Unlisted) == 0 {
		return nil, nil
	}
	answers, err := b.Answers(ctx)
	if err != nil {
		return nil, err
	}
	was, err := wordedAnew(ctx, b, seen, items, links, answers)
	if err != nil {
		return nil, err
	}
	for i, a := range words {
		if item := unlistedItem(waiting[i]); len(answers[item].Words) == 0 {
			answers[item] = a
		}
	}
	for _, d := range links.Items {
		items = append(items, d.Item)
	}
	var all []Question
	asked, there := map[string]bool{}, links.byFile()
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
		q.offer(was[u.Item], asksTheSame(shown, q.Proposed, items, there[u.FileID]))
		for _, cycle := range s.Framework.Cycles() {
			q.Candidates = append(q.Candidates, Candidate{Object: string(cycle), Reason: "cycle"})
		}
		all = append(all, q)
	}
	return all, nil
}

// offer offers the questions that one seems to have taken the place of, and those of
// much the same words; the first that leaves little doubt is proposed.
func (q *Question) offer(before []Candidate, alike []Item) {
	q.Candidates = slices.Clone(before)
	for _, other := range alike {
		if !slices.ContainsFunc(q.Candidates, func(c Candidate) bool { return c.Object == other.ID }) {
			q.Candidates = append(q.Candidates, Candidate{Object: other.ID, Shown: cmp.Or(other.Text, other.Header, other.ID), Reason: reasonAlike})
		}
	}
	for _, c := range q.Candidates {
		if q.Proposed.SameAs == "" && (c.likely(q.Shown) || c.Reason == reasonAlike && nearlyEqual(q.Shown, c.Shown)) {
			q.Proposed.SameAs = c.Object
		}
	}
}

// Why a question is offered as another: it seems to have taken the place of that one
// in a form, or their words are alike.
const reasonReworded, reasonAlike = "reworded", "worded_alike"

// wordedAnew are, by the items of questions that no list knows, the questions that
// these may be in other words, by the file where that is plainest.
func wordedAnew(ctx context.Context, b Batch, seen []QuestionSeen, items []Item, links QuestionLinks, answers map[string]Answers) (map[string][]Candidate, error) {
	order, err := b.Order(ctx)
	if err != nil {
		return nil, err
	}
	c := newCrosswalk(b, order, seen, items, links)
	c.answers = answers
	slices.SortFunc(order, SourceOrder.Compare)
	open, out := map[string][]string{}, map[string][]Candidate{}
	for _, u := range links.Unlisted {
		open[u.FileID] = append(open[u.FileID], u.Item)
	}
	for _, f := range order {
		if len(open[f.FileID]) == 0 {
			continue
		}
		found, err := c.likely(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, item := range open[f.FileID] {
			if all := found[item]; len(all) > 0 && (len(out[item]) == 0 || all[0].Score > out[item][0].Score) {
				out[item] = all
			}
		}
	}
	return out, nil
}

// questionsOfTables are the columns that seem to be questions of tables that wait,
// with the answers each had.
func questionsOfTables(tables []Question) (seen []QuestionSeen, words []Answers) {
	for _, t := range tables {
		for _, c := range t.Table.Columns {
			if c.Role == layout.RoleQuestion && c.Heading != "" {
				seen = append(seen, QuestionSeen{FileID: t.FileID, Sheet: t.Sheet, Column: c.Column, Heading: c.Heading})
				words = append(words, Answers{Words: c.Words, Count: c.Count})
			}
		}
	}
	return seen, words
}

// byFile are the items that the questions of each file have.
func (l QuestionLinks) byFile() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, q := range l.Questions {
		if all[q.FileID] == nil {
			all[q.FileID] = map[string]bool{}
		}
		all[q.FileID][q.Item] = true
	}
	return all
}
