package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// spanned are the named values of a question about a scope.
func (s Scope) spanned() map[string]any {
	s = s.whole()
	cohort := any(nil)
	if len(s.Cohorts) > 0 {
		cohort = "|" + strings.Join(s.Cohorts, "|") + "|"
	}
	return map[string]any{"community": s.Community, "cohort": cohort, "since": s.Since, "until": s.Until, "audience": string(s.Audience), "today": s.Today}
}

// Stories are the stories that may be used for the scope's audience, oldest
// first, and how many others were told in confidence. Scope.Community must be
// named. Aspirations are among them, by their Kind.
func Stories(ctx context.Context, src Source, s Scope) (open []Story, hidden int, err error) {
	s = s.whole()
	names, err := redactor(ctx, src, s)
	if err != nil {
		return nil, 0, err
	}
	for r, err := range src.Rows(ctx, queries.Question("stories"), s.spanned()) {
		if err != nil {
			return nil, 0, fmt.Errorf("stories: %w", err)
		}
		one, _ := names.story(storyOf(r, s.Audience), text(r[8]), text(r[9]))
		open = append(open, one)
	}
	slices.SortFunc(open, func(a, b Story) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.ID, b.ID))
	})
	for r, err := range src.Rows(ctx, queries.Question("story_count"), s.spanned()) {
		if err != nil {
			return nil, 0, fmt.Errorf("stories: %w", err)
		}
		hidden = whole(r[0]) - len(open)
	}
	return open, hidden, nil
}

func storyOf(r []any, a vocabulary.Audience) Story {
	s := Story{ID: text(r[0]), Title: text(r[1]), Kind: text(r[2]), Valence: text(r[3]), Cohort: text(r[4]), Day: whole(r[5])}
	anonymize, _ := r[7].(bool)
	if privacy.Names(vocabulary.Consent(text(r[6])), anonymize, a) {
		s.Byline = text(r[8])
		if s.Byline == "" && a == vocabulary.Convenor {
			s.Byline = text(r[9])
		}
	}
	for i := range s.Texts {
		s.Texts[i] = text(r[10+i])
	}
	s.Cycles = cyclesOf(text(r[16]))
	if r[17] != nil {
		s.Confirmation = "asked"
		if whole(r[17]) == 4 {
			s.Confirmation = "confirmed"
		}
	}
	return s
}

// masked takes names out of what an audience reads; nil leaves them: the
// convenor knows everybody.
type masked struct {
	privacy.Redactor
	parts privacy.Parts
}

// redactor knows the names of a scope's community.
func redactor(ctx context.Context, src Source, s Scope) (*masked, error) {
	if s.Audience == vocabulary.Convenor {
		return nil, nil
	}
	var names, people []string
	for r, err := range src.Rows(ctx, queries.Question("names"), map[string]any{"community": s.Community}) {
		if err != nil {
			return nil, fmt.Errorf("names: %w", err)
		}
		names = append(names, text(r[0]))
		if member, _ := r[1].(bool); member {
			people = append(people, text(r[0]))
		}
	}
	return &masked{privacy.NewRedactor(names), privacy.NewParts(people)}, nil
}

func (m *masked) text(words, stays string) string {
	if m == nil {
		return words
	}
	return m.Text(words, stays)
}

// story is a story in which only the name in its byline is left. Of one without
// a byline every single name goes too, and those in tellers at the beginning of
// a sentence as well; doubt tells that an ordinary word that is left may be one.
func (m *masked) story(s Story, tellers ...string) (masked Story, doubt bool) {
	if m == nil {
		return s, false
	}
	own := privacy.NewParts(tellers)
	hide := func(words string) string {
		words = m.text(words, s.Byline)
		if s.Byline != "" {
			return words
		}
		words, unsure := m.parts.Masked(words, own)
		doubt = doubt || unsure
		return words
	}
	s.Title = hide(s.Title)
	for i, words := range s.Texts {
		s.Texts[i] = hide(words)
	}
	return s, doubt
}

// NamesInDoubt are the ids of the stories, told without a name, in which a word
// that is also somebody's name is left: a person must look.
func NamesInDoubt(ctx context.Context, src Source, s Scope) ([]string, error) {
	s = s.whole()
	names, err := redactor(ctx, src, s)
	if err != nil {
		return nil, err
	}
	var all []string
	for r, err := range src.Rows(ctx, queries.Question("stories"), s.spanned()) {
		if err != nil {
			return nil, fmt.Errorf("stories: %w", err)
		}
		if one, doubt := names.story(storyOf(r, s.Audience), text(r[8]), text(r[9])); doubt {
			all = append(all, one.ID)
		}
	}
	slices.Sort(all)
	return all, nil
}

// cyclesOf puts cycles into the order in which value flows.
func cyclesOf(list string) []vocabulary.Cycle {
	given := strings.Split(list, ";")
	var all []vocabulary.Cycle
	for _, c := range []vocabulary.Cycle{"strategic", "enabling", "orienting", "immediate", "potential", "applied", "realized", "reframing", "transformative"} {
		if slices.Contains(given, string(c)) {
			all = append(all, c)
		}
	}
	return all
}
