package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"valuetrail/internal/warehouse"
	"valuetrail/samples"
)

// kills is how often ingest is killed, seedOfKills when.
const (
	kills       = 50
	seedOfKills = 20260703
)

// TestKilledIngestLeavesAllOfAFileOrNothing kills ingest at random moments,
// again and again on one data file. Whatever the moment: the file opens, what
// is in it is whole, and the next command needs no help.
func TestKilledIngestLeavesAllOfAFileOrNothing(t *testing.T) {
	t.Parallel() // with the scripts of the manual: all these are processes of their own
	batches := sampleBatches(t)
	undisturbed := newDesk(t)
	lasts, gives := map[string]time.Duration{}, map[string]int{}
	for _, b := range batches {
		start, before := time.Now(), len(undisturbed.stored(t))
		undisturbed.runs(t, b)
		lasts[b], gives[b] = time.Since(start), len(undisturbed.stored(t))-before
	}
	d, chance := newDesk(t), rand.New(rand.NewPCG(seedOfKills, 0))
	at, killed, landed := 0, 0, 0
	var before []string
	kills := often(kills, 12)
	for range kills {
		if at == len(batches) { // all is in: begin again
			d, at, before = newDesk(t), 0, nil
		}
		died := d.dies(t, batches[at], time.Duration(chance.Int64N(int64(lasts[batches[at]]*5/4))))
		after := d.stored(t)
		if died {
			killed++
		}
		switch grown := len(after) - len(before); {
		case grown == gives[batches[at]]:
			at++
			landed++
		case grown != 0:
			t.Fatalf("killed in %s: %d of its %d files are in", batches[at], grown, gives[batches[at]])
		case !died:
			t.Fatalf("%s ended by itself and stored nothing", batches[at])
		}
		before = after
	}
	t.Logf("%d of %d runs died, %d folders were in", killed, kills, landed)
	if killed < kills/4 {
		t.Errorf("only %d of %d runs died before their end: the moments are chosen badly", killed, kills)
	}
	for _, b := range batches {
		d.runs(t, b)
	}
	if have, want := d.everything(t), undisturbed.everything(t); have != want {
		t.Errorf("after %d kills the data differ from those of an undisturbed run\n%s", killed, firstDifference(have, want))
	}
	if left, _ := filepath.Glob(d.path("*.spill")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// sampleBatches are the folders of the sample exports' first year, a month each,
// written out: enough to be killed in, and soon all in, so that most kills come
// where there is little to make up for.
func sampleBatches(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	if _, err := copySamples(folder); err != nil {
		t.Fatal(err)
	}
	months, err := filepath.Glob(filepath.Join(folder, "exports", "2023-24", "*"))
	if err != nil || len(months) < 5 {
		t.Fatalf("%d months of samples: %v", len(months), err)
	}
	slices.Sort(months)
	return months
}

// program is the program itself as a process of its own: testscript.Main put it
// on the path.
func (d desk) program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := exec.LookPath("valuetrail")
	if err != nil {
		t.Fatal(err)
	}
	if !exists(d.path("valuetrail.yaml")) {
		text, err := samples.Exports.ReadFile("valuetrail.yaml")
		if err != nil {
			t.Fatal(err)
		}
		d.write("valuetrail.yaml", text)
	}
	return exec.Command(path, append([]string{"--now", "2026-07-03", "--db", d.path("valuetrail.duckdb"), "--settings", d.path("valuetrail.yaml")}, args...)...)
}

// runs ingests a folder undisturbed.
func (d desk) runs(t *testing.T, folder string) {
	t.Helper()
	out, err := d.program(t, "ingest", folder).CombinedOutput()
	if code := exitOf(err); code != exitDone && code != exitKept {
		t.Fatalf("ingest %s: %v\n%s", folder, err, out)
	}
}

// dies ingests a folder and kills the process after a while; false when it was
// done before.
func (d desk) dies(t *testing.T, folder string, after time.Duration) bool {
	t.Helper()
	c := d.program(t, "ingest", folder)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = c.Process.Kill() })
	err := c.Wait()
	timer.Stop()
	return exitOf(err) == -1
}

// exitOf is the exit code of a finished process, -1 when a signal ended it.
func exitOf(err error) int {
	if err == nil {
		return 0
	}
	if e, ok := err.(*exec.ExitError); ok {
		return e.ExitCode()
	}
	return -2
}

// look opens the data file as a reader does; nil when there is none yet, or none
// with a table in it.
func (d desk) look(t *testing.T) *warehouse.Warehouse {
	t.Helper()
	w, err := warehouse.Open(context.Background(), d.path("valuetrail.duckdb"), warehouse.Options{ReadOnly: true})
	var older *warehouse.OlderError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &older):
		return nil
	case err != nil:
		t.Fatalf("the data file does not open: %v", err)
	}
	return w
}

// stored opens the data file as a reader, holds every stored file whole, and
// gives their ids. A data file that is not there holds nothing; neither does
// one that was killed before its first table was in.
func (d desk) stored(t *testing.T) []string {
	t.Helper()
	w := d.look(t)
	if w == nil {
		return nil
	}
	defer w.Close()
	ids := map[string]bool{}
	for _, table := range []string{"main.source_file", "private.file", "private.raw_row", "private.canonical_row"} {
		seen := map[string]bool{}
		for row, err := range w.Rows(context.Background(), "SELECT DISTINCT file_id FROM "+table, nil) {
			if err != nil {
				t.Fatal(err)
			}
			seen[row[0].(string)] = true
		}
		if table == "main.source_file" {
			ids = seen
		}
		if len(seen) != len(ids) {
			t.Fatalf("%s tells of %d files, main.source_file of %d", table, len(seen), len(ids))
		}
	}
	var all []string
	for id := range ids {
		all = append(all, id)
	}
	d.holdsWhole(t, w)
	return all
}

// halves are questions whose answer is 0 where every file is whole: its receipt
// balances, its rows are all there, and no fact comes from a file or a row that
// is not stored.
var halves = map[string]string{
	"receipts that do not balance": `SELECT count(*) FROM main.source_file WHERE rows_read <> rows_loaded + rows_repeated + rows_to_check + rows_ignored`,
	"files not shaped":             `SELECT count(*) FROM main.source_file WHERE status = 'landed'`,
	"rows of no file":              `SELECT count(*) FROM private.raw_row WHERE file_id NOT IN (SELECT file_id FROM main.source_file)`,
	"canonical rows without their raw row": `SELECT count(*) FROM private.canonical_row AS c LEFT JOIN private.raw_row AS r
		ON r.file_id = c.file_id AND r.sheet_no = c.sheet_no AND r.row_no = c.row_no WHERE r.file_id IS NULL`,
	"attendance rows without their fact": `SELECT count(*) FROM private.canonical_row AS c LEFT JOIN main.attendance AS a
		ON a.file_id = c.file_id AND a.sheet_no = c.sheet_no AND a.row_no = c.row_no AND a.column_no = c.column_no WHERE c.kind = 'attendance' AND a.file_id IS NULL`,
	"attendance of no file": `SELECT count(*) FROM main.attendance WHERE file_id NOT IN (SELECT file_id FROM main.source_file)`,
	"answers of no file":    `SELECT count(*) FROM main.answer WHERE file_id NOT IN (SELECT file_id FROM main.source_file)`,
	"presences of nobody":   `SELECT count(*) FROM main.presence WHERE member_id NOT IN (SELECT member_id FROM main.identity)`,
}

func (d desk) holdsWhole(t *testing.T, w *warehouse.Warehouse) {
	t.Helper()
	for what, question := range halves {
		for row, err := range w.Rows(context.Background(), question, nil) {
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			if n := fmt.Sprint(row[0]); n != "0" {
				t.Fatalf("%s %s", n, what)
			}
		}
	}
}

// everything is what people see of the data: files, people, figures. Ids differ
// between data files, for their keys do.
func (d desk) everything(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for _, words := range [][]string{{"sources", "list", "--json"}, {"people", "list", "--json"}, {"indicators", "run", "--json"}} {
		out, err := d.program(t, words...).Output()
		if err != nil {
			t.Fatalf("%v: %v", words, err)
		}
		b.Write(out)
	}
	return b.String()
}

func firstDifference(a, b string) string {
	left, right := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range left {
		if i >= len(right) || left[i] != right[i] {
			return fmt.Sprintf("line %d: %s", i+1, left[i])
		}
	}
	return "one is longer"
}
