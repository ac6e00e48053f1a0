package metrics

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"valuetrail/internal/privacy"
	"valuetrail/queries"
)

// Group is the set of answers behind a figure, as the ledger compares them.
type Group = privacy.Group

// Entry is one shown figure about answers and whose answers it rests on, for
// the ledger of releases. Words count: "nearly all" of a known number is one of
// two counts.
type Entry struct {
	Reading Reading
	// Members are the answers (or, where there are none, the people) behind the
	// figure, sorted: two rounds never share one.
	Members []string
	// Said is what each member said for the figure, "" where it is about something
	// else than what they said. It is not for keeping: whoever keeps the entry
	// works Marks out of it.
	Said map[string]string
	// Marks are as of privacy.Group.
	Marks []string
}

// MarksBy are the marks of the entry's answers: given leads each answer to when it
// was given, and its mark holds that and what it says, told apart from its equals
// by a number. Neither its round nor its file is in it. They are keyed, so that
// nobody without the key can make one, and sorted.
func (e Entry) MarksBy(key []byte, given map[string]string) []string {
	var all []string
	times := map[string]int{}
	for member, said := range e.Said {
		when, ok := given[member]
		if !ok {
			when = member
		}
		mark := strings.Join([]string{e.Reading.Indicator, e.Reading.Part, when, said}, "\x1f")
		times[mark]++
		all = append(all, privacy.Pseudonym(key, "mark", fmt.Sprintf("%s\x1f%d", mark, times[mark])))
	}
	slices.Sort(all)
	return all
}

// Group is the entry as it is compared, under a name for a sentence.
func (e Entry) Group(name string) Group {
	r := e.Reading
	g := Group{Figure: strings.TrimSpace(r.Indicator + " " + r.Part), Name: name, Members: e.Members, Cohort: r.Cohort, Period: r.Period, Marks: e.Marks}
	for _, said := range e.Said {
		if said != "" {
			g.Shows = Shown(orNil(r.Value), orNil(r.People))
			break
		}
	}
	return g
}

// Shown is what a reader sees of a figure, for telling whether it changed: its
// value and the people behind it, nil for what is not shown.
func Shown(value, people any) string { return fmt.Sprint(value, people) }

func orNil[T any](x *T) any {
	if x == nil {
		return nil
	}
	return *x
}

// Ledger lists every shown figure of the answers that is about what people
// answered. Attendance and other events are not in it.
func Ledger(ctx context.Context, src Source, answers []Answer) ([]Entry, error) {
	var all []Entry
	for _, a := range answers {
		if !guarded(a.Indicator) {
			continue
		}
		seen, err := observations(ctx, src, a.Indicator, a.Scope)
		if err != nil {
			return nil, err
		}
		by, said := answerers(a.Indicator, seen), sayings(a.Indicator, seen)
		for _, r := range a.Readings {
			if !r.Shown {
				continue
			}
			l := line{r.Community, r.Cohort, r.Period, r.Group, r.Part}
			all = append(all, Entry{Reading: r, Members: by[l], Said: said[l]})
		}
	}
	return all, nil
}

// guarded reports whether a difference between two figures of the indicator
// could give an answer away.
func guarded(i queries.Indicator) bool { return i.Protects == "answers" || i.Protects == "sensitive" }

// answerers are the answers (or people) behind each line, sorted and each once.
func answerers(ind queries.Indicator, seen []observation) map[line][]string {
	by := map[line][]string{}
	for l, said := range sayings(ind, seen) {
		by[l] = slices.Sorted(maps.Keys(said))
	}
	return by
}

// sayings are the answers (or people) behind each line with what each says there:
// nothing where the line is about coming, which changes while answers do not.
func sayings(ind queries.Indicator, seen []observation) map[line]map[string]string {
	by := map[line]map[string][]float64{}
	for _, o := range seen {
		if o.x == nil || isGap(ind) && o.open {
			continue // that the silent came, or did not, is no answer
		}
		if by[o.line] == nil {
			by[o.line] = map[string][]float64{}
		}
		id := cmp.Or(o.subject, o.person)
		by[o.line][id] = append(by[o.line][id], *o.x)
	}
	all := map[line]map[string]string{}
	for l, xs := range by {
		all[l] = map[string]string{}
		for id, said := range xs {
			slices.Sort(said) // an answer may be found twice, in any order
			if all[l][id] = fmt.Sprint(said); isGap(ind) {
				all[l][id] = ""
			}
		}
	}
	return all
}
