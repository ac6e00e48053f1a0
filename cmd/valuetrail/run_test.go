package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// desk is a folder with a program in it: what a person who types commands has.
type desk struct {
	t      *testing.T
	folder string
}

// newDesk has an empty folder.
func newDesk(t *testing.T) desk { return desk{t, t.TempDir()} }

// path is a file in the folder.
func (d desk) path(name string) string { return filepath.Join(d.folder, name) }

// write puts a file into the folder and gives its path.
func (d desk) write(name string, data []byte) string {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(d.path(name)), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(d.path(name), data, 0o644); err != nil {
		d.t.Fatal(err)
	}
	return d.path(name)
}

// types runs a command on the folder's data and settings.
func (d desk) types(args ...string) (code int, stdout, stderr string) {
	var out, complaints bytes.Buffer
	day := time.Date(2026, 7, 3, 9, 0, 0, 0, time.UTC)
	e := env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &complaints, Clock: func() time.Time { return day }, Key: demoKey()}
	words := append([]string{"valuetrail", "--db", d.path("valuetrail.duckdb")}, args...)
	if s := d.path("valuetrail.yaml"); exists(s) {
		words = append(words, "--settings", s)
	}
	return run(context.Background(), e, words), out.String(), complaints.String()
}

// gets runs a command that must end with the code, and gives what it printed.
func (d desk) gets(code int, args ...string) string {
	d.t.Helper()
	got, out, complaints := d.types(args...)
	if got != code {
		d.t.Fatalf("valuetrail %s: exit code %d, want %d\n%s%s", strings.Join(args, " "), got, code, out, complaints)
	}
	return out
}

// parsed is JSON as the program printed it.
func (d desk) parsed(text string) any {
	d.t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		d.t.Fatalf("not JSON: %v\n%s", err, text)
	}
	return v
}

// receipts are the files of `ingest --json`, in their order.
func (d desk) receipts(args ...string) (code int, files []receipt) {
	d.t.Helper()
	code, out, complaints := d.types(append([]string{"ingest", "--json"}, args...)...)
	if out == "" {
		d.t.Fatalf("ingest %s: exit code %d\n%s", strings.Join(args, " "), code, complaints)
	}
	for _, f := range d.parsed(out).(map[string]any)["files"].([]any) {
		files = append(files, receipt(f.(map[string]any)))
	}
	return code, files
}
