package metrics

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// OwnFaultError says that the observations of a user's indicator are not what the
// gate takes them for, or could not be worked out. What they hold is not told.
// Remedy is what to do, "" where it is to mend the file.
type OwnFaultError struct{ ID, File, What, Remedy string }

func (e *OwnFaultError) Error() string {
	return fmt.Sprintf("indicator %s (%s): %s", e.ID, e.File, e.What)
}

// Hint says what to do.
func (e *OwnFaultError) Hint() string {
	return cmp.Or(e.Remedy, "mend the file; valuetrail indicators test runs its worked example")
}

// keeps holds the observations of a user's indicator to what the gate relies on:
// persons are those of the data, each once; a part is a word of the header, of the
// data or of the file; a share is of 0 and 1. Ours are held to it by tests.
func keeps(ctx context.Context, src Source, ind queries.Indicator, s Scope) error {
	if !ind.Own {
		return nil
	}
	s.By = "none"
	seen, err := observations(ctx, src, ind, s)
	if err != nil {
		return err
	}
	fault := func(format string, args ...any) error {
		return &OwnFaultError{ID: ind.ID, File: ind.File, What: fmt.Sprintf(format, args...)}
	}
	k, err := knownBy(ctx, src, ind, seen)
	if err != nil {
		return err
	}
	type key struct {
		line
		person, subject string
	}
	once := map[key]bool{}
	for _, o := range seen {
		at := key{o.line, o.person, o.subject}
		switch {
		case once[at]:
			return fault("an observation stands twice: cohort, period, part, person and subject tell each from the others")
		case o.person != "" && !k.persons[o.community][o.person]:
			return fault("person is nobody of the data: made-up persons would open what protects people")
		case o.person == "" && o.x != nil && ind.Protects != "event":
			return fault("x without a person: what protects %s counts the people behind a figure", ind.Protects)
		case !k.part(ind, o.line):
			return fault("part is neither a word of the data nor one of the file")
		case o.x != nil && isShare(ind) && *o.x != 0 && *o.x != 1:
			return fault("x of a share is 1 for yes and 0 for no, and nothing else")
		}
		once[at] = true
	}
	return nil
}

// known are the persons and the words of the data, by community, and the words of
// the file.
type known struct {
	persons, words map[string]map[string]bool
	file           map[string]bool
}

var literal = regexp.MustCompile(`'([^']*)'`)

// between is what parts a word of several from the next.
var between = regexp.MustCompile(`[>:/+|]`)

func knownBy(ctx context.Context, src Source, ind queries.Indicator, seen []observation) (known, error) {
	k := known{persons: map[string]map[string]bool{}, words: map[string]map[string]bool{}, file: map[string]bool{}}
	for _, said := range literal.FindAllStringSubmatch(ind.SQL, -1) {
		for _, word := range between.Split(said[1], -1) {
			k.file[strings.TrimSpace(word)] = true
		}
	}
	for _, o := range seen {
		if k.persons[o.community] != nil {
			continue
		}
		for into, sql := range map[*map[string]map[string]bool]string{&k.persons: queries.Question("known_persons"), &k.words: queries.KnownWords()} {
			put(*into, o.community, "", false)
			for r, err := range src.Rows(ctx, sql, map[string]any{"community": o.community}) {
				if err != nil {
					return k, failedOwn(ctx, ind, err)
				}
				put(*into, o.community, text(r[0]), true)
			}
		}
	}
	return k, nil
}

// mostWords is how many words a part may join: more could spell.
const mostWords = 3

// part reports whether the part of a line is one that may be told.
func (k known) part(ind queries.Indicator, l line) bool {
	switch {
	case l.part == "":
		return true
	case !ind.PartData:
		return slices.Contains(partsOf(ind), l.part)
	}
	words := between.Split(l.part, -1)
	for _, word := range words {
		if !k.word(l.community, word) && !k.words[l.community][l.part] {
			return false
		}
	}
	return len(words) <= mostWords || k.words[l.community][l.part]
}

// word reports whether a word is one of the data or of the file, or one of the data
// that ends as the file says.
func (k known) word(community, word string) bool {
	if trimmed := strings.TrimSpace(word); k.words[community][trimmed] || k.file[trimmed] {
		return true
	}
	for ending := range k.file {
		if rest, ok := strings.CutSuffix(word, ending); ok && ending != "" && k.words[community][strings.TrimSpace(rest)] {
			return true
		}
	}
	return false
}

// sparse leaves out of the figures of a user's indicator the classes that came from
// the data and stand for one to four people, or fewer than the settings ask: that
// there is such a class may say who is in it. With the few go as many more as it
// takes, so that the rest does not give them back. Of stories consent decides.
func sparse(ind queries.Indicator, all []figure, g *ground) []figure {
	if !ind.Own || !ind.PartData || ind.Protects == "stories" {
		return all
	}
	lines := map[line][]int{}
	for i, f := range all {
		about := f.line()
		about.part = ""
		if f.part != "" && f.people > 0 {
			lines[about] = append(lines[about], i)
		}
	}
	gone := map[int]bool{}
	for about, members := range lines {
		slices.SortStableFunc(members, func(a, b int) int { return all[a].people - all[b].people })
		least, hidden := g.threshold(about.community).Group, 0
		for _, i := range members {
			if all[i].people >= least && (hidden == 0 || hidden >= least) {
				break
			}
			hidden += all[i].people
			gone[i] = true
		}
	}
	var kept []figure
	for i, f := range all {
		if !gone[i] {
			kept = append(kept, f)
		}
	}
	return kept
}

// hideSmallOwn hides what a user's indicator counts of members by what they are,
// where one to four people would be told of: that is a table of people by
// attribute, whatever the question. One such cell hides all of its period.
func hideSmallOwn(ind queries.Indicator, all []figure, verdicts []privacy.Verdict) {
	if !ind.Own || !ind.ByAttribute || ind.Protects != "event" {
		return
	}
	cells := map[line][]float64{}
	of := func(f figure) line { return line{community: f.community, period: f.period} }
	for _, f := range all {
		cells[of(f)] = append(cells[of(f)], float64(f.people))
		if f.numerator != nil && f.people > 0 {
			cells[of(f)] = append(cells[of(f)], *f.numerator)
		}
		if f.numerator != nil && isShare(ind) {
			cells[of(f)] = append(cells[of(f)], f.denominator-*f.numerator)
		}
	}
	for i, f := range all {
		if !privacy.CellsSafe(cells[of(f)]) {
			verdicts[i] = privacy.Protected
		}
	}
}

// tellsWords reports whether the cells of an indicator may be shown with what
// stands in them: those of events that everybody saw. A user's own may point
// anywhere, at an answer or a story's words too.
func tellsWords(ind queries.Indicator) bool {
	return !ind.Own && ind.Protects == "event" && !slices.Contains(ind.Needs, string(vocabulary.Survey))
}
