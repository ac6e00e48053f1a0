package warehouse

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Known reads what decisions rest on.
func (b *batch) Known(ctx context.Context) (ingest.Known, error) {
	var k ingest.Known
	for name, take := range map[string]func([]any){
		"known_alias": func(r []any) {
			k.Aliases = append(k.Aliases, ingest.Alias{ID: text(r[0]), SameAs: text(r[1]), Kind: text(r[2]), Handle: text(r[3]),
				Origin: vocabulary.Kind(text(r[4])), Shown: text(r[5]), Name: text(r[6]), Email: text(r[7]), FileID: text(r[8]),
				Sheet: whole(r[9]), Row: whole(r[10]), FirstDay: whole(r[11]), LastDay: whole(r[12])})
		},
		"known_listed": func(r []any) {
			k.Members = append(k.Members, ingest.Listed{AliasID: text(r[0]), ListID: text(r[1]), Name: text(r[2]), Email: text(r[3]),
				Cohort: text(r[4]), FirstDay: whole(r[5]), LastDay: whole(r[6])})
		},
		"known_meeting": func(r []any) {
			m := ingest.MeetingSeen{ID: text(r[0]), SessionID: text(r[1]), Title: text(r[2]), FileID: text(r[3]), Day: whole(r[4]),
				Starts: int64(whole(r[5])), Ends: int64(whole(r[6]))}
			if m.Starts == 0 {
				m.Starts = int64(whole(r[7]))
			}
			k.Meetings = append(k.Meetings, m)
		},
		"known_session": func(r []any) {
			k.Sessions = append(k.Sessions, ingest.SessionListed{ID: text(r[0]), Title: text(r[1]), Day: whole(r[2]), Planned: whole(r[3]),
				Starts: text(r[4]), Minutes: number(r[5]), Status: text(r[6])})
		},
		"known_cohort": func(r []any) { k.CohortNames = append(k.CohortNames, text(r[0])) },
		"known_span":   func(r []any) { k.FirstDay, k.LastDay = whole(r[0]), whole(r[1]) },
	} {
		if err := b.take(ctx, name, take); err != nil {
			return k, err
		}
	}
	var err error
	k.Decisions, err = b.Decisions(ctx)
	sortKnown(&k)
	return k, err
}

// take gives every row of a question of queries to f.
func (b *batch) take(ctx context.Context, name string, f func(row []any)) error {
	for row, err := range b.w.Rows(ctx, queries.Question(name), b.named()) {
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		f(row)
	}
	return nil
}

// Asked are the question columns of surveys and the question list.
func (b *batch) Asked(ctx context.Context) (seen []ingest.QuestionSeen, items []ingest.Item, err error) {
	err = b.take(ctx, "known_question", func(r []any) {
		seen = append(seen, ingest.QuestionSeen{FileID: text(r[0]), Sheet: whole(r[1]), Column: whole(r[2]), Heading: text(r[3]), Wording: text(r[4]), Native: text(r[5])})
	})
	if err != nil {
		return nil, nil, err
	}
	err = b.take(ctx, "known_item", func(r []any) {
		least, has := r[6].(float64)
		items = append(items, ingest.Item{ID: text(r[0]), Wave: text(r[1]), Header: text(r[2]), Text: text(r[3]), Kind: text(r[4]), Labels: text(r[5]), ScaleMin: least, HasMin: has})
	})
	slices.SortFunc(seen, func(a, b ingest.QuestionSeen) int {
		return cmp.Or(cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Column, b.Column))
	})
	slices.SortFunc(items, func(a, b ingest.Item) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Wave, b.Wave)) })
	return seen, items, err
}

// Decide stores decisions; one with an id that is there takes its place, or
// takes it away when it has no verdict.
func (b *batch) Decide(ctx context.Context, all []ingest.Decision) error {
	for _, d := range all {
		if err := b.w.exec(ctx, "DELETE FROM private.match_decision WHERE community_id = $community AND decision_id = $id", b.named("id", d.ID)); err != nil {
			return err
		}
	}
	latest := map[string]ingest.Decision{} // of two about one thing the later
	for _, d := range all {
		if was, ok := latest[d.ID]; !ok || d.At >= was.At {
			latest[d.ID] = d
		}
	}
	done := map[string]bool{}
	all = slices.DeleteFunc(slices.Clone(all), func(d ingest.Decision) bool {
		stale := d.Verdict == "" || latest[d.ID] != d || done[d.ID]
		done[d.ID] = done[d.ID] || !stale
		return stale
	})
	return b.load(ctx, "match_decision", "decision_id decided_at who subject object verdict why evidence", each(all, func(d ingest.Decision) []any {
		at, err := time.Parse(time.RFC3339, d.At)
		if err != nil {
			at = b.w.now()
		}
		return []any{d.ID, at.UTC(), d.Who, d.Subject, d.Object, d.Verdict, d.Why, d.Shown}
	}))
}

// Set stores the settings; what may name people is a text like those of files.
func (b *batch) Set(ctx context.Context, all []ingest.Setting) error {
	for _, stored := range []string{"main.setting WHERE", "private.text WHERE text_id LIKE 'setting-%' AND"} {
		if err := b.w.exec(ctx, "DELETE FROM "+stored+" community_id = $community", b.named()); err != nil {
			return err
		}
	}
	all = slices.Clone(all)
	var texts []ingest.Setting
	for i, s := range all {
		if s.Text != "" {
			all[i].Word = "setting-" + s.Name
			texts = append(texts, all[i])
		}
	}
	if err := b.load(ctx, "text", "text_id words", each(texts, func(s ingest.Setting) []any { return []any{s.Word, s.Text} })); err != nil {
		return err
	}
	return b.load(ctx, "setting", "name number word", each(all, func(s ingest.Setting) []any {
		var n any
		if s.Number != nil {
			n = *s.Number
		}
		return []any{s.Name, n, orNull(s.Word)}
	}))
}

// Derive stores what was decided and works out everything that follows.
func (b *batch) Derive(ctx context.Context, d ingest.Derived) error {
	for _, t := range []string{"main.community", "main.cohort", "main.term", "main.period", "main.identity", "main.member", "private.person", "main.same_session"} {
		if err := b.w.exec(ctx, "DELETE FROM "+t+" WHERE community_id = $community", b.named()); err != nil {
			return err
		}
	}
	if err := b.loadTime(ctx, d); err != nil {
		return err
	}
	if err := b.loadPeople(ctx, d); err != nil {
		return err
	}
	steps, err := queries.Steps("merge")
	if err != nil {
		return err
	}
	for _, s := range steps {
		if s.Name == "merge/10_counts.sql" {
			continue
		}
		if err := b.run(ctx, s.Name, s.SQL, b.named()); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) loadTime(ctx context.Context, d ingest.Derived) error {
	c := d.Community
	for _, load := range []func() error{
		func() error {
			return b.load(ctx, "community", "title framework first_day last_day", each([]ingest.Community{c}, func(c ingest.Community) []any {
				return []any{c.Title, c.Framework, c.FirstDay, c.LastDay}
			}))
		},
		func() error {
			return b.load(ctx, "cohort", "cohort_id title participation first_day last_day", each(d.Cohorts, func(c ingest.Cohort) []any {
				return []any{c.ID, c.Title, c.Participation, c.FirstDay, c.LastDay}
			}))
		},
		func() error {
			return b.load(ctx, "term", "term_id title first_day last_day", each(d.Terms, func(s ingest.Span) []any {
				return []any{s.ID, s.Title, s.FirstDay, s.LastDay}
			}))
		},
		func() error {
			return b.load(ctx, "period", "cohort_id grain period ordinal first_day last_day", each(d.Periods, func(p ingest.Period) []any {
				return []any{p.Cohort, p.Grain, p.Period, p.Ordinal, p.FirstDay, p.LastDay}
			}))
		},
	} {
		if err := load(); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) loadPeople(ctx context.Context, d ingest.Derived) error {
	err := b.load(ctx, "identity", "alias_id member_id how", each(d.Identities, func(i ingest.Identity) []any {
		return []any{i.AliasID, i.MemberID, i.How}
	}))
	if err != nil {
		return err
	}
	err = b.load(ctx, "member", "member_id listed first_seen_day", each(d.Members, func(p ingest.Person) []any {
		return []any{p.MemberID, p.Listed, p.FirstSeen}
	}))
	if err != nil {
		return err
	}
	err = b.load(ctx, "person", "member_id display_name email member_list_id", each(d.Members, func(p ingest.Person) []any {
		return []any{p.MemberID, orNull(p.Name), orNull(p.Email), orNull(p.ListID)}
	}))
	if err != nil {
		return err
	}
	return b.load(ctx, "same_session", "session_id meeting_id how", each(d.Sessions, func(s ingest.SameSession) []any {
		return []any{s.SessionID, s.MeetingID, s.How}
	}))
}
