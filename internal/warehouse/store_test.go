package warehouse_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
)

func opened(t *testing.T, path string, o warehouse.Options) *warehouse.Warehouse {
	t.Helper()
	w, err := warehouse.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

type wordless struct{}

func (wordless) Problem(code, value, detail string) (string, string) { return code, detail }

func (wordless) Say(key string, _ ...any) string { return key }

// take ingests files for a community, each a name and its text in turn.
func take(t *testing.T, w *warehouse.Warehouse, community string, files ...string) ingest.Receipt {
	t.Helper()
	s, err := settings.Parse("valuetrail.yaml", []byte("cohorts: [{id: a, starts: 2025-09-01, ends: 2026-06-30}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var paths []string
	for i := 0; i < len(files); i += 2 {
		paths = append(paths, filepath.Join(dir, files[i]))
		if err := os.WriteFile(paths[i/2], []byte(files[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r, err := ingest.Run(t.Context(), w.Store(community), paths, ingest.Options{Settings: s, Say: wordless{}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	members = "member_id,display_name,email,cohort\nm1,Ann Lee,ann@firm.org,a\nm2,Bo Skov,bo@firm.org,a\n"
	came    = "session_id,session_date,name,email,status\ns1,2025-10-06,Ann Lee,,present\ns2,2025-10-13,,ann@firm.org,present\ns1,2025-10-06,Zoe Quist,zoe@else.org,present\n,soon,Bo Skov,,present\n"
)

func TestPeopleAreListedWithWhatTheyCameTo(t *testing.T) {
	w := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{})
	take(t, w, "c", "list.csv", members, "came.csv", came)
	all, err := w.Store("c").People(t.Context(), 20_000)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, p := range all {
		got[p.Name+" "+p.ListID] = p.Sessions
		if p.Listed != (p.ListID != "") {
			t.Errorf("%s: listed %v", p.Name, p.Listed)
		}
	}
	if len(all) != 3 || got["Ann Lee m1"] != 2 || got["Bo Skov m2"] != 0 || got["Zoe Quist "] != 1 {
		t.Errorf("people are %v", got)
	}
}

func TestSourcesTellWhatBecameOfTheirRows(t *testing.T) {
	w := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{})
	r := take(t, w, "c", "list.csv", members, "came.csv", came)
	store := w.Store("c")
	all, err := store.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 {
		t.Fatalf("%d sources", len(all))
	}
	one, err := store.Source(t.Context(), r.Files[1].FileID, wordless{})
	if err != nil {
		t.Fatal(err)
	}
	if one.Name != "came.csv" || one.Read != 4 || one.Loaded+one.ToCheck != 4 || one.From != "2025-10-06" || one.To != "2025-10-13" {
		t.Errorf("source is %+v", one)
	}
	if !slices.ContainsFunc(one.Problems, func(p ingest.ProblemReceipt) bool { return p.Row == 5 && p.Value == "soon" }) {
		t.Errorf("problems are %+v", one.Problems)
	}
}

func TestCommunitiesOfOneFileKnowNothingOfEachOther(t *testing.T) {
	w := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{})
	take(t, w, "one", "list.csv", members, "came.csv", came)
	before := countRows(t, w, "one")
	take(t, w, "two", "list.csv", members, "came.csv", came, "more.csv", "session_id,date,title\ns1,2025-10-06,Kick-off\n")
	err := w.Store("two").Write(t.Context(), func(b ingest.Batch) error {
		files, err := b.Files(t.Context())
		for _, f := range files {
			err = errors.Join(err, b.Remove(t.Context(), f.ID))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if after := countRows(t, w, "one"); !slices.Equal(before, after) {
		t.Errorf("rows were %v and are %v", before, after)
	}
}

// countRows is how many rows each table has of a community.
func countRows(t *testing.T, w *warehouse.Warehouse, community string) []string {
	t.Helper()
	var all []string
	for _, table := range vocabulary.Tables() {
		if table.Columns[0].Name != "community_id" {
			continue
		}
		for row, err := range w.Rows(t.Context(), "SELECT count(*) FROM "+table.Qualified()+" WHERE community_id = $community", map[string]any{"community": community}) {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, fmt.Sprint(table.Name, " ", row[0]))
		}
	}
	return all
}

func TestARunThatFailsLeavesNothing(t *testing.T) {
	w := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{})
	take(t, w, "c", "list.csv", members)
	before := countRows(t, w, "c")
	lost := errors.New("the disk is full")
	err := w.Store("c").Write(t.Context(), func(b ingest.Batch) error {
		if err := b.Decide(t.Context(), []ingest.Decision{{ID: "1", Subject: "x", Verdict: "visitor"}}); err != nil {
			return err
		}
		files, err := b.Files(t.Context())
		if err != nil {
			return err
		}
		return errors.Join(b.Remove(t.Context(), files[0].ID), lost)
	})
	if !errors.Is(err, lost) {
		t.Fatalf("error is %v, want %v", err, lost)
	}
	if after := countRows(t, w, "c"); !slices.Equal(before, after) {
		t.Errorf("rows were %v and are %v", before, after)
	}
}

func TestADecisionTakesThePlaceOfTheOneWithItsID(t *testing.T) {
	w := opened(t, filepath.Join(t.TempDir(), "a.duckdb"), warehouse.Options{})
	decisions := []ingest.Decision{{ID: "1", At: "2026-01-01T10:00:00Z", Who: "ann", Subject: "x", Verdict: "visitor", Why: "asked"}, {ID: "2", At: "2026-01-01T10:00:00Z", Subject: "y", Object: "z", Verdict: "same"}}
	changed := ingest.Decision{ID: "1", At: "2026-01-02T10:00:00Z", Who: "bo", Subject: "x", Object: "m", Verdict: "same"}
	var known ingest.Known
	err := w.Store("c").Write(t.Context(), func(b ingest.Batch) error {
		err := errors.Join(b.Decide(t.Context(), decisions), b.Decide(t.Context(), []ingest.Decision{changed}))
		if err == nil {
			known, err = b.Known(t.Context())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(known.Decisions) != 2 || !slices.Contains(known.Decisions, changed) || !slices.Contains(known.Decisions, decisions[1]) {
		t.Errorf("decisions are %+v", known.Decisions)
	}
}

func TestReleasesAreKeptWithTheGroupsBehindTheirFigures(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w := opened(t, path, warehouse.Options{})
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for n := 2; n > 0; n-- {
		x := warehouse.Release{ID: "r" + string(rune('0'+n)), Number: n, MadeAt: at, Audience: "sponsor", FileHash: "h", Report: `{"a":1}`, MinimumGroup: 5, MinimumExact: 10, MinimumQuotes: 10,
			Entries: []metrics.Entry{{Reading: metrics.Reading{Indicator: "applied_rate", Cohort: "a", Period: "all", Shown: true}, Members: []string{"p1", "p2"}, Marks: []string{"m1"}},
				{Reading: metrics.Reading{Indicator: "applied_rate", Period: "all", Shown: true}, Members: []string{"p1", "p2", "p3"}}}}
		if err := w.Store("c").Keep(t.Context(), x); err != nil {
			t.Fatal(err)
		}
	}
	take(t, w, "c", "list.csv", members) // what is derived anew leaves releases alone
	w.Close()
	r := opened(t, path, warehouse.Options{ReadOnly: true})
	all, err := r.Store("c").Releases(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Number != 1 || all[1].Number != 2 || !all[0].MadeAt.Equal(at) || all[0].MinimumExact != 10 {
		t.Errorf("releases are %+v", all)
	}
	if report, err := r.Store("c").ReleasedReport(context.Background(), "r2"); err != nil || report != `{"a":1}` {
		t.Errorf("the report of a release is %q, %v", report, err)
	}
	groups, err := r.Store("c").Released(context.Background(), func(n int, cohort, period string) string { return fmt.Sprintf("%d %q %s", n, cohort, period) })
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, g := range groups {
		said = append(said, fmt.Sprintf("%s: %s %v %v", g.Figure, g.Name, g.Members, g.Marks))
	}
	if want := []string{`applied_rate: 1 "a" all [p1 p2] [m1]`, `applied_rate: 1 "" all [p1 p2 p3] []`, `applied_rate: 2 "a" all [p1 p2] [m1]`, `applied_rate: 2 "" all [p1 p2 p3] []`}; !slices.Equal(said, want) {
		t.Errorf("groups are %q, want %q", said, want)
	}
	if others, err := r.Store("other").Releases(context.Background()); err != nil || len(others) > 0 {
		t.Errorf("another community has %+v, %v", others, err)
	}
}
