package metrics

import (
	"slices"
	"testing"

	"valuetrail/queries"
)

// said are people who answered twice: so many yes both times, only then, only now,
// and never.
func said(yes, lost, gained, no int) twice {
	var p twice
	add := func(n int, now, then float64) {
		p.now, p.then = append(p.now, slices.Repeat([]float64{now}, n)...), append(p.then, slices.Repeat([]float64{then}, n)...)
	}
	add(yes, 1, 1)
	add(lost, 0, 1)
	add(gained, 1, 0)
	add(no, 0, 0)
	p.who = make([]string, len(p.now))
	return p
}

func TestWhatMatchedPeopleSaidIsToldOnlyWhereItTellsOfNobody(t *testing.T) {
	c := comparer{s: CompareScope{Community: "c"}, scope: Scope{Community: "c"}.whole(), g: &ground{}}
	for name, want := range map[string]struct {
		people             twice
		answers, sensitive bool
	}{
		"many of each":                {said(6, 5, 8, 7), true, true},
		"two who stopped":             {said(6, 2, 8, 7), true, false},
		"nobody who stopped":          {said(6, 0, 8, 7), true, true},
		"three who said it twice":     {said(3, 6, 8, 9), true, false},
		"everybody now":               {said(6, 0, 8, 0), false, false},
		"all but one now":             {said(6, 1, 8, 0), false, false},
		"nobody changed":              {said(8, 0, 0, 8), false, false},
		"one changed":                 {said(8, 1, 0, 8), false, false},
		"all but one changed":         {said(0, 8, 8, 1), false, false},
		"nine people, too few by far": {said(0, 4, 5, 0), false, false},
	} {
		for protects, told := range map[string]bool{"answers": want.answers, "sensitive": want.sensitive} {
			l := compared{ind: queries.Indicator{ID: "x", Kind: "share", Evidence: "answers", Protects: protects, Unit: "percent"}}
			if got := c.tellable(l, want.people); got != told {
				t.Errorf("%s, %s: told is %v", name, protects, got)
			}
		}
	}
}

// Nobody came more or less often: there is a range, and nothing to test.
func TestWhereNobodyChangedThereIsNoPValueAndItSaysWhy(t *testing.T) {
	c := comparer{s: CompareScope{Community: "c"}, scope: Scope{Community: "c"}.whole(), g: &ground{}}
	l := compared{ind: queries.Indicator{ID: "reach", Kind: "share", Evidence: "census", Protects: "event", Unit: "percent"}}
	l.take(c.matchedChange(&l, said(20, 0, 0, 5), terms{ind: l.ind}))
	lines := []compared{l}
	judgeAll(lines)
	if l := lines[0]; l.P != nil || l.Holm != nil || l.Untested != "no_data" || l.Low == nil || *l.Difference != 0 || l.Verdict == Clear || l.Verdict == Likely {
		t.Errorf("%+v", lines[0].Comparison)
	}
}
