package main

import (
	"strings"
	"testing"

	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
)

// Whoever asked not to be named is not named by a first name or surname either.
func TestAnonymousStoriesHoldNoSingleName(t *testing.T) {
	d := newDesk(t)
	d.write("in/list.csv", []byte("member_id,display_name,email,cohort,join_date\nM1,Anne-Marie Lindqvist,a@x.example,c,2025-09-01\nM2,Zoë O'Brien,z@x.example,c,2025-09-01\nM3,Mark King,m@x.example,c,2025-09-01\n"+
		"M4,Łukasz Wójcik,l@x.example,c,2025-09-01\nM5,Olena Tkachuk,o@x.example,c,2025-09-01\n"))
	d.write("in/stories.csv", []byte("story_id,collected_on,teller_id,cohort,kind,title,activity,application,consent_scope\n"+
		"T1,2026-02-01,M1,c,account,Lindqvist,We met at Lindqvist's shop with Zoe and MarkKing,Lukasz asked ostrich and king and mark,sponsor_anonymous\n"+
		"T2,2026-02-02,M3,c,account,The list,\"Mark came, I mark what Wojcik did\",used it walrus,sponsor_anonymous\n"+
		"T3,2026-02-03,M5,c,account,The badger,\"Olena Tkachuk, that is Olena, used it\",Tkachuk's plan,sponsor_named\n"+
		"T4,2026-02-04,M2,c,account,The heron,\"Mark came to us. King of the road\",used it,sponsor_anonymous\n"))
	d.gets(exitDone, "ingest", d.path("in"))
	d.gets(exitDone, "report", "--out", d.path("sponsor"))
	all := d.drawn(d.path("sponsor")).haystacks()
	for _, gone := range []string{"lindqvist", "anne-marie", "zoe ", "zoë", "o'brien", "o’brien", "markking", "lukasz", "łukasz", "wojcik", "wójcik"} {
		if where := holds(all, gone); where != "" {
			t.Errorf("%q is in the %s", gone, where)
		}
	}
	for _, there := range []string{"asked ostrich and king and mark", "[…] came, i mark what […] did", "that is olena, used it", "tkachuk's plan", "at […]'s shop with […] and […]"} {
		if holds(all, there) == "" {
			t.Errorf("%q is nowhere", there)
		}
	}
	_, _, errs := d.types("check")
	wants(t, errs, "look before a release at 1 story told without a name", ": T4")
	if strings.Contains(errs, "King") {
		t.Errorf("more than ids is told: %s", errs)
	}
}

// What is masked must leave a story that can be read: of all words of the sample's
// stories as members read them no more than one in two hundred goes, and no story
// loses more than one in ten.
func TestSampleStoriesAreNotEatenByNames(t *testing.T) {
	d := newDesk(t)
	d.like("the demo", func(d desk) { d.gets(exitDone, "demo", d.folder) })
	w, err := warehouse.Open(t.Context(), d.path("valuetrail.duckdb"), warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	read, _, err := metrics.Stories(t.Context(), w, metrics.Scope{Community: "lakeside", Audience: vocabulary.Members})
	if err != nil {
		t.Fatal(err)
	}
	masked, words := 0, 0
	for _, s := range read {
		text := s.Title + " " + strings.Join(s.Texts[:], " ")
		m, n := strings.Count(text, privacy.Redacted), len(strings.Fields(text))
		if masked, words = masked+m, words+n; 10*m > n {
			t.Errorf("story %s loses %d of %d words", s.ID, m, n)
		}
	}
	if words < 1000 || 200*masked > words {
		t.Errorf("%d of %d words are masked", masked, words)
	}
}
