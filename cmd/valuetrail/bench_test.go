package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// The benchmarks run the program as a process of its own, on the sample years,
// as a convenor waits for it: start, work, end. The bars are 4 s for the demo,
// 400 ms for a month and 700 ms for a report.

// waits runs the program in a folder and fails on an exit code that is neither
// done nor kept.
func waits(b *testing.B, folder string, args ...string) {
	b.Helper()
	path, err := exec.LookPath("valuetrail") // testscript.Main put it there
	if err != nil {
		b.Fatal(err)
	}
	c := exec.Command(path, append([]string{"--now", "2026-07-03"}, args...)...)
	c.Dir = folder
	out, err := c.CombinedOutput()
	if code := exitOf(err); code != exitDone && code != exitKept {
		b.Fatalf("%v: exit code %d\n%s", args, code, out)
	}
}

// yearsOf puts the sample exports and settings into a new folder and names the
// folders of their months, oldest first.
func yearsOf(b *testing.B) (folder string, months []string) {
	b.Helper()
	folder = b.TempDir()
	if _, err := copySamples(folder); err != nil {
		b.Fatal(err)
	}
	months, err := filepath.Glob(filepath.Join(folder, "exports", "*", "*"))
	if err != nil || len(months) < 10 {
		b.Fatalf("%d months: %v", len(months), err)
	}
	slices.Sort(months)
	return folder, months
}

func BenchmarkDemo(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		folder := b.TempDir()
		b.StartTimer()
		waits(b, folder, "demo")
	}
}

// The last month but one, of 6 files or so, into a data file that holds all the
// months before.
func BenchmarkMonthsIngest(b *testing.B) {
	folder, months := yearsOf(b)
	next := months[len(months)-2]
	waits(b, folder, append([]string{"ingest"}, months[:len(months)-2]...)...)
	before, err := os.ReadFile(filepath.Join(folder, "valuetrail.duckdb"))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		b.StopTimer()
		if err := os.WriteFile(filepath.Join(folder, "valuetrail.duckdb"), before, 0o600); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		waits(b, folder, "ingest", next)
	}
	b.StopTimer()
	b.ReportMetric(float64(filesIn(b, next)), "files")
}

func filesIn(b *testing.B, folder string) int {
	b.Helper()
	n := 0
	err := filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return n
}

func BenchmarkSponsorsReport(b *testing.B) {
	folder, _ := yearsOf(b)
	waits(b, folder, "ingest", "exports")
	for b.Loop() {
		waits(b, folder, "report")
	}
}
