package ingest

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/vocabulary"
)

// drawnFile is a file before any key has touched it.
type drawnFile struct {
	id   string
	kind vocabulary.Kind
	rows []told
}

var (
	drawnNames  = []string{"Ann Lee", "Bo Skov", "Ann  LEE", "A. Lee", "Cy Ng", "Bo Skow", ""}
	drawnEmails = []string{"", "", "ann@firm.org", "bo@firm.org", "cy@firm.org", "office@firm.org"}
	drawnIDs    = []string{"", "", "m1", "m2", "m3"}
	drawnUsers  = []string{"", "", "U1", "ann@firm.org", "bo@tenant.org"}
	drawnDays   = []string{"", "2025-09-10", "2026-02-10", "2026-05-10"}
)

func pick(t *rapid.T, from []string, what string) string {
	return rapid.SampledFrom(from).Draw(t, what)
}

func drawRoster(t *rapid.T, id string) drawnFile {
	f := drawnFile{id: id, kind: vocabulary.Roster}
	for n := rapid.IntRange(0, 4).Draw(t, "members"); n > 0; n-- {
		name := pick(t, drawnNames[:6], "name")
		f.rows = append(f.rows, told{"member_id", pick(t, drawnIDs, "id"), "display_name", name, "email", pick(t, drawnEmails, "email"),
			"aliases", pick(t, []string{"", "", "Annie Lee", "ann@home.org;Al"}, "aliases"), "join_date", pick(t, drawnDays[:2], "joined"), "leave_date", pick(t, drawnDays[:3:3], "left")})
	}
	return f
}

func drawAttendance(t *rapid.T, id string) drawnFile {
	f := drawnFile{id: id, kind: vocabulary.Attendance}
	for n := rapid.IntRange(0, 6).Draw(t, "rows"); n > 0; n-- {
		f.rows = append(f.rows, told{"session_date", pick(t, drawnDays, "day"), "member_id", pick(t, drawnIDs[:3], "id"), "name", pick(t, drawnNames, "name"),
			"email", pick(t, drawnEmails, "email"), "platform_id", pick(t, drawnUsers, "user")})
	}
	return f
}

func drawFiles(t *rapid.T) []drawnFile {
	var all []drawnFile
	for n := rapid.IntRange(1, 2).Draw(t, "lists"); n > 0; n-- {
		all = append(all, drawRoster(t, fmt.Sprintf("list%d", n)))
	}
	for n := rapid.IntRange(0, 3).Draw(t, "files"); n > 0; n-- {
		all = append(all, drawAttendance(t, fmt.Sprintf("zoom%d", n)))
	}
	return all
}

func worldOf(key string, files []drawnFile) *world {
	w := newWorld(key)
	for _, f := range files {
		w.file(f.id, f.kind, f.rows...)
	}
	return w
}

func TestWhoSomebodyIsDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := worldOf("k", drawFiles(t))
		want := w.identify()
		shuffled := &world{aliases: rapid.Permutation(w.aliases).Draw(t, "aliases"), members: rapid.Permutation(w.members).Draw(t, "members")}
		got := shuffled.identify()
		if !slices.Equal(got.Identities, want.Identities) || !slices.Equal(got.Members, want.Members) || fmt.Sprint(got.Questions) != fmt.Sprint(want.Questions) {
			t.Fatalf("got %+v\nwant %+v", got, want)
		}
	})
}

func TestAnUnrelatedFileChangesNobody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := drawFiles(t)
		before := worldOf("k", files)
		after := worldOf("k", append(slices.Clone(files), drawnFile{"other", vocabulary.Attendance, []told{
			came("2025-09-10", "Zoe Quist", "zoe@else.org"), came("2025-09-10", "Ulf", ""), {"session_date", "2025-09-10", "name", "Zoe Q", "platform_id", "U99"}}}))
		want, got := before.who(before.identify()), after.who(after.identify())
		for row, who := range want {
			if got[row] != who {
				t.Fatalf("%s was %q and is %q", row, who, got[row])
			}
		}
		sameAsked := fmt.Sprint(asked(before.identify())) == fmt.Sprint(asked(after.identify()))
		if !sameAsked {
			t.Fatalf("other questions: %v, %v", asked(before.identify()), asked(after.identify()))
		}
	})
}

func TestEveryAliasIsOnePersonAndNoTwoMembersAreMerged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := worldOf("k", drawFiles(t))
		found := w.identify()
		seen, known := map[string]string{}, map[string]bool{}
		for _, p := range found.Members {
			if known[p.MemberID] {
				t.Fatalf("%s is listed twice", p.MemberID)
			}
			known[p.MemberID] = true
		}
		for _, i := range found.Identities {
			if who, ok := seen[i.AliasID]; ok {
				t.Fatalf("%s is %s and %s", i.AliasID, who, i.MemberID)
			}
			seen[i.AliasID] = i.MemberID
			if !known[i.MemberID] {
				t.Fatalf("%s is %s, who is nobody", i.AliasID, i.MemberID)
			}
		}
		shared := newDetective(w.aliases, w.members, nil).shared // the row of a list that gave one only this e-mail is nobody
		owner := map[string]string{}                             // the list's own ids tell members apart beyond doubt
		for _, m := range w.members {
			who, ok := seen[m.AliasID]
			if !ok && !shared[m.AliasID] {
				t.Fatalf("the member %s %s is nobody", m.ListID, m.Name)
			}
			if before, ok := owner[who]; ok && m.ListID != "" && before != m.ListID {
				t.Fatalf("%s and %s are one", before, m.ListID)
			}
			if m.ListID != "" {
				owner[who] = m.ListID
			}
		}
	})
}

func TestKeysDecideNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := drawFiles(t)
		a, b := worldOf("one key", files), worldOf("another key", files)
		x, y := a.identify(), b.identify()
		if p, q := a.who(x), b.who(y); !maps.Equal(p, q) {
			t.Fatalf("%v\n%v", p, q)
		}
		if p, q := asked(x), asked(y); !slices.Equal(p, q) {
			t.Fatalf("%v\n%v", p, q)
		}
		if p, q := a.partition(x), b.partition(y); p != q {
			t.Fatalf("%v\n%v", p, q)
		}
	})
}

// partition says which rows are of one person, without naming the person.
func (w *world) partition(found Identified) string {
	member := map[string]string{}
	for _, i := range found.Identities {
		member[i.AliasID] = i.MemberID
	}
	number, text := map[string]int{}, ""
	for _, c := range w.rows {
		s, _ := vocabulary.SheetOf(c.Kind)
		who := member[c.Values[len(s.Fields)]]
		if _, ok := number[who]; !ok {
			number[who] = len(number)
		}
		text += fmt.Sprintf("%s %d is %d\n", c.Key, c.Row.Row, number[who])
	}
	return text
}

// Two rows that share a second e-mail are one set of several handles: which of them
// it goes by is for what they are to say, not for what the key makes of them.
func TestRowsThatShareAnEmailGoByTheSameHandleWhateverTheKey(t *testing.T) {
	files := []drawnFile{
		{"earlier", vocabulary.Roster, []told{{"member_id", "m1", "display_name", "Bo Skow"}}},
		{"later", vocabulary.Roster, []told{
			{"display_name", "Bo Skow", "aliases", "ann@home.org;Al"},
			{"display_name", "Ann Lee", "email", "ann@firm.org", "aliases", "ann@home.org;Al"}}},
	}
	first := worldOf("key 0", files)
	want := first.who(first.identify())
	for n := range 20 {
		w := worldOf(fmt.Sprintf("key %d", n), files)
		if got := w.who(w.identify()); !maps.Equal(got, want) {
			t.Errorf("key %d: %v, key 0: %v", n, got, want)
		}
	}
}
