package ingest

import (
	"testing"
	"time"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

func factsOfRows(kind vocabulary.Kind, rows ...told) Facts {
	w := newWorld("k").file("f", kind, rows...)
	told := newTally(layout.Summary{Kind: kind, Stated: -1, Columns: 4}, time.UTC)
	for _, r := range w.rows {
		told.take(r)
	}
	f, _ := told.facts()
	return f
}

func TestMinutesAreSummedAsWrittenAndUnitedWhereStaysOverlap(t *testing.T) {
	stay := func(email, minutes, from, to, open string) told {
		at := func(clock string) string {
			if clock == "" {
				return ""
			}
			return "2025-10-06T" + clock + ":00Z"
		}
		return told{"meeting_id", "m", "email", email, "minutes", minutes, "joined", at(from), "left", at(to), "open", open}
	}
	cases := map[string]struct {
		rows                []told
		sum, union          float64
		people, open, stays int
	}{
		"one stay":                      {[]told{stay("a@x.org", "30", "10:00", "10:30", "")}, 30, 30, 1, 0, 1},
		"two that overlap":              {[]told{stay("a@x.org", "30", "10:00", "10:30", ""), stay("a@x.org", "30", "10:20", "10:50", "")}, 60, 50, 1, 0, 2},
		"one inside another":            {[]told{stay("a@x.org", "60", "10:00", "11:00", ""), stay("a@x.org", "10", "10:20", "10:30", ""), stay("a@x.org", "20", "10:50", "11:10", "")}, 90, 70, 1, 0, 3},
		"two people at once":            {[]told{stay("a@x.org", "30", "10:00", "10:30", ""), stay("b@x.org", "30", "10:00", "10:30", "")}, 60, 60, 2, 0, 2},
		"minutes without a clock":       {[]told{stay("a@x.org", "30", "", "", "")}, 30, 30, 1, 0, 1},
		"a stay whose end nobody wrote": {[]told{stay("a@x.org", "30", "10:00", "10:30", "yes")}, 30, 30, 1, 1, 1},
		"neither clock nor minutes":     {[]told{stay("a@x.org", "", "", "", "")}, 0, 0, 1, 0, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			f := factsOfRows("attendance", c.rows...)
			same(t, "sum", f.MinutesSum, c.sum)
			same(t, "union", f.MinutesUnion, c.union)
			same(t, "people", f.People, c.people)
			same(t, "open", f.OpenIntervals, c.open)
			same(t, "stays", f.Intervals, c.stays)
		})
	}
}

func TestAFileCountsItsPeopleByWhatItTells(t *testing.T) {
	f := factsOfRows("attendance", told{"meeting_id", "m", "name", "Ann Lee", "email", "ann@x.org"}, told{"meeting_id", "m", "name", "Ann Lee"},
		told{"meeting_id", "m", "name", "Ann Q", "email", "ann@x.org"}, told{"meeting_id", "m", "name", "Bo Skov"}, told{"meeting_id", "m", "name", "Bo's iPhone", "seen_as", "device"})
	same(t, "people", f.People, 2)
	same(t, "names", f.DistinctNames, 4)
	same(t, "e-mails", f.DistinctEmails, 1)
	same(t, "not people", f.NotPeople, 1)
	if f.StatedParticipants != nil {
		t.Errorf("the file states %d participants, but says nothing", *f.StatedParticipants)
	}
}

func TestRowsAreKeyedWithoutTellingWhoTheyName(t *testing.T) {
	keys := func(secret string, rows ...told) []string {
		w := newWorld(secret).file("f", "attendance", rows...)
		keyer := &rowKeyer{key: []byte(secret), said: func(Canonical) (string, bool) { return "", false }, seen: map[[16]byte]int{}}
		for i := range w.rows {
			w.rows[i].Key = ""
			keyer.give(&w.rows[i])
		}
		var all []string
		for _, r := range w.rows {
			all = append(all, r.Key)
		}
		return all
	}
	ann, bo := told{"session_id", "s1", "email", "ann@x.org"}, told{"session_id", "s1", "email", "bo@x.org"}
	one, again, other := keys("k", ann, bo), keys("k", bo, ann), keys("another", ann, bo)
	if one[0] != again[1] || one[1] != again[0] || one[0] == one[1] {
		t.Errorf("the order of rows decides: %v, %v", one, again)
	}
	if one[0] == other[0] {
		t.Error("whoever has no key can try names")
	}
}
