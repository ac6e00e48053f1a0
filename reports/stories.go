package reports

import (
	"cmp"
	"slices"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// shortCases is how many cases a reader with ten minutes gets.
const shortCases = 5

// cases are the stories that the report tells: all of them to members and those
// who work with them; to others a few, and among them what did not work.
func (c *composer) cases() []metrics.Story {
	if c.Audience != vocabulary.Sponsor && c.Audience != vocabulary.Public || len(c.Stories) <= shortCases {
		return c.Stories
	}
	chosen := slices.SortedStableFunc(slices.Values(c.accounts()), func(a, b metrics.Story) int {
		return cmp.Or(cmp.Compare(sureness[b.Confirmation], sureness[a.Confirmation]), cmp.Compare(len(b.Cycles), len(a.Cycles)), cmp.Compare(b.Day, a.Day))
	})
	few := slices.Clone(chosen[:min(shortCases, len(chosen))])
	if at := slices.IndexFunc(chosen, bad); at >= shortCases {
		few[shortCases-1] = chosen[at]
	}
	return slices.DeleteFunc(slices.Clone(c.Stories), func(s metrics.Story) bool {
		return !slices.ContainsFunc(few, func(t metrics.Story) bool { return t.ID == s.ID })
	})
}

// bad reports whether a story tells of something that did not work.
func bad(s metrics.Story) bool { return s.Valence == "negative" || s.Valence == "mixed" }
