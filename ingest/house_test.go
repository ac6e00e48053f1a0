package ingest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/internal/warehouse"
)

// house is a small community with a warehouse of its own.
type house struct {
	t     testing.TB
	w     *warehouse.Warehouse
	basis ingest.Basis
	dir   string
	ids   map[string]string
	last  ingest.Receipt
	say   ingest.Sayer // wordless by itself
}

const twoCohorts = "cohorts: [{id: a, starts: 2025-09-01, ends: 2026-06-30}, {id: b, starts: 2026-09-01, ends: 2027-06-30}]\n"

func newHouse(t testing.TB, yaml string) *house {
	return newHouseWithKey(t, yaml, "a key of thirty-two bytes, said..")
}

func newHouseWithKey(t testing.TB, yaml, key string) *house {
	t.Helper()
	dir := t.TempDir()
	w, err := warehouse.Open(context.Background(), filepath.Join(dir, "x.duckdb"), warehouse.Options{Key: []byte(key), Threads: 1, Now: func() time.Time { return time.Unix(1_800_000_000, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	h := &house{t: t, w: w, dir: dir, ids: map[string]string{}, say: wordless{}}
	h.settle(yaml)
	return h
}

type wordless struct{}

func (wordless) Problem(code, value, detail string) (string, string) { return code, "" }

func (wordless) Say(key string, _ ...any) string { return key }

// settle gives the community other settings, without deriving anything.
func (h *house) settle(yaml string) {
	h.t.Helper()
	s, err := settings.Parse("valuetrail.yaml", []byte("community: {id: c}\n"+yaml))
	if err != nil {
		h.t.Fatal(err)
	}
	h.basis = ingest.Basis{Settings: s, Fingerprint: yaml}
}

// take ingests files, each a name and its text in turn.
func (h *house) take(files ...string) *house {
	h.t.Helper()
	var paths []string
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(h.dir, files[i])
		if err := os.WriteFile(path, []byte(files[i+1]), 0o600); err != nil {
			h.t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return h.run(paths, ingest.Options{})
}

func (h *house) run(paths []string, o ingest.Options) *house {
	h.t.Helper()
	o.Settings, o.Fingerprint, o.Say = h.basis.Settings, h.basis.Fingerprint, h.say
	r, err := ingest.Run(h.t.Context(), h.w.Store("c"), paths, o)
	if err != nil {
		h.t.Fatal(err)
	}
	for _, f := range r.Files {
		waits := f.Status == ingest.StatusUnknown && f.Rows.ToCheck > 0
		if f.Status != ingest.StatusStored && f.Status != ingest.StatusKnown && f.Status != ingest.StatusDry && !waits {
			h.t.Fatalf("%s: %s: %s", f.File, f.Status, f.Reason)
		}
		if f.Rows.Read != f.Rows.Loaded+f.Rows.Repeated+f.Rows.ToCheck+f.Rows.Ignored {
			h.t.Errorf("%s: the rows do not add up: %+v", f.File, f.Rows)
		}
		h.ids[filepath.Base(f.File)] = f.FileID
	}
	h.last = r
	return h
}

// again derives everything anew with decisions and without the files named.
func (h *house) again(decisions []ingest.Decision, without ...string) *house {
	h.t.Helper()
	err := h.w.Store("c").Write(h.t.Context(), func(b ingest.Batch) error {
		for _, name := range without {
			if err := b.Remove(h.t.Context(), h.ids[name]); err != nil {
				return err
			}
		}
		_, err := ingest.Settle(h.t.Context(), b, h.basis, decisions)
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return h
}

// ask is the answer to a SELECT: rows joined by "; " in their order as text,
// their cells by a blank, a missing cell as a dot.
func (h *house) ask(sql string) string {
	h.t.Helper()
	return strings.Join(h.lines(sql), "; ")
}

func (h *house) lines(sql string) []string {
	h.t.Helper()
	var all []string
	for row, err := range h.w.Rows(h.t.Context(), sql, nil) {
		if err != nil {
			h.t.Fatalf("%s: %v", sql, err)
		}
		var cells []string
		for _, c := range row {
			if c == nil {
				c = "."
			}
			cells = append(cells, fmt.Sprint(c))
		}
		all = append(all, strings.Join(cells, " "))
	}
	slices.Sort(all)
	return all
}

// want checks the answer to a SELECT.
func (h *house) want(what, sql, want string) {
	h.t.Helper()
	if got := h.ask(sql); got != want {
		h.t.Errorf("%s:\ngot  %s\nwant %s", what, got, want)
	}
}

// dump is all that the warehouse holds but for when it was stored.
func (h *house) dump() map[string][]string {
	h.t.Helper()
	all := map[string][]string{}
	for _, t := range vocabulary.Tables() {
		var names []string
		for _, c := range t.Columns {
			if c.Name != "landed_at" {
				names = append(names, c.Name)
			}
		}
		if t.Name != "secret" && t.Name != "schema_step" {
			all[t.Name] = h.lines("SELECT " + strings.Join(names, ", ") + " FROM " + t.Qualified())
		}
	}
	return all
}

// sameDump checks that two warehouses hold the same.
func sameDump(t testing.TB, got, want map[string][]string) {
	t.Helper()
	for name, rows := range want {
		if !slices.Equal(got[name], rows) {
			t.Errorf("%s differs:\ngot  %s\nwant %s", name, strings.Join(got[name], "\n     "), strings.Join(rows, "\n     "))
		}
	}
}
