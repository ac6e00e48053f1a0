package privacy

import (
	"testing"

	"pgregory.net/rapid"
)

// Whatever the tellers of each cohort and group, no sum or difference of what is
// shown rests on one to four of them: groups, what they leave of their cohort,
// and what the cohorts leave of all together.
func TestShownGroupsOfStoriesLeaveNoFewTellers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var entries []Entry
		totals, together := map[string]Figure{}, map[string]int{}
		one := func(n int) Figure { return Figure{Protects: "stories", People: n} }
		everybody := 0
		for _, cohort := range []string{"a", "b"} {
			people := 0
			for _, group := range []string{"u1", "u2", "u3"} {
				n := rapid.IntRange(0, 12).Draw(t, cohort+group)
				entries = append(entries, Entry{Cohort: cohort, Group: group, Figure: one(n), Verdict: Exact})
				people, together[group] = people+n, together[group]+n
			}
			totals[cohort], everybody = one(people), everybody+people
		}
		for group, n := range together {
			entries = append(entries, Entry{Group: group, Figure: one(n), Verdict: Exact})
		}
		totals[""] = one(everybody)
		StoryGroups(entries, totals, Usual)
		some := map[string]bool{}
		left := map[string]int{"a": totals["a"].People, "b": totals["b"].People, "": everybody}
		for _, e := range entries {
			if e.Verdict == Protected {
				continue
			}
			if e.Figure.People < 5 {
				t.Fatalf("%q of %q shows %d", e.Group, e.Cohort, e.Figure.People)
			}
			some[e.Cohort] = true
			left[e.Cohort] -= e.Figure.People
			if e.Cohort != "" {
				continue
			}
			rest := e.Figure.People
			for _, part := range entries {
				if part.Cohort != "" && part.Group == e.Group && part.Verdict != Protected {
					rest -= part.Figure.People
				}
			}
			if rest > 0 && rest < 5 {
				t.Fatalf("%q leaves %d of all together", e.Group, rest)
			}
		}
		for cohort, n := range left {
			if some[cohort] && n > 0 && n < 5 {
				t.Fatalf("%d of %q are left over: %+v", n, cohort, entries)
			}
		}
	})
}

func TestWholeCohortOfStoriesIsLeftToConsent(t *testing.T) {
	entries := []Entry{{Cohort: "a", Figure: Figure{Protects: "stories", People: 2}, Verdict: CountOnly}}
	StoryGroups(entries, map[string]Figure{"a": entries[0].Figure}, Usual)
	if entries[0].Verdict != CountOnly {
		t.Errorf("two tellers who consented are %s", entries[0].Verdict)
	}
}
