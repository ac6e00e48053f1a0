package need

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recorder is a test that only remembers how it ended.
type recorder struct{ skipped, failed string }

func (r *recorder) Helper() {}
func (r *recorder) Skipf(format string, args ...any) {
	r.skipped = fmt.Sprintf(format, args...)
}
func (r *recorder) Fatalf(format string, args ...any) {
	r.failed = fmt.Sprintf(format, args...)
}

var everyNeed = map[string]func(T) string{
	shared: Shared, chromium: Chromium, libreOffice: LibreOffice, poppler: Pdftoppm,
}

func TestWhatIsAbsentSkipsTheTest(t *testing.T) {
	bareMachine(t)
	t.Setenv("CI", "")
	for what, ask := range everyNeed {
		r := &recorder{}
		if path := ask(r); path != "" || r.skipped == "" || r.failed != "" {
			t.Errorf("%s: path %q, skipped %q, failed %q; want a skip only", what, path, r.skipped, r.failed)
		}
	}
}

func TestWhatIsAbsentInCIFailsTheTest(t *testing.T) {
	bareMachine(t)
	t.Setenv("CI", "true")
	for what, ask := range everyNeed {
		r := &recorder{}
		if ask(r); !strings.Contains(r.failed, what) || r.skipped != "" {
			t.Errorf("%s: skipped %q, failed %q; want a failure that names it", what, r.skipped, r.failed)
		}
	}
}

func TestWhatIsThereIsFoundFromAnyFolderOfTheModule(t *testing.T) {
	bareMachine(t)
	t.Setenv("CI", "true")
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(filepath.Dir(filepath.Dir(filepath.Dir(here))), "shared", "data")
	if err := os.MkdirAll(data, 0o700); err != nil {
		t.Fatal(err)
	}
	tools := t.TempDir()
	for _, name := range []string{"chromium", "soffice", "pdftoppm"} {
		if err := os.WriteFile(filepath.Join(tools, name), []byte("#!/bin/sh\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", tools)
	want := map[string]string{
		shared: data, chromium: filepath.Join(tools, "chromium"),
		libreOffice: filepath.Join(tools, "soffice"), poppler: filepath.Join(tools, "pdftoppm"),
	}
	for what, ask := range everyNeed {
		r := &recorder{}
		if path := ask(r); path != want[what] || r.failed != "" || r.skipped != "" {
			t.Errorf("%s: %q, skipped %q, failed %q; want %q", what, path, r.skipped, r.failed, want[what])
		}
	}
}

// bareMachine puts the test two folders below the root of a module that has
// nothing beside it, with no program to be found.
func bareMachine(t *testing.T) {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	deep := filepath.Join(root, "checkout", "metrics", "stat")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "checkout", "go.mod"), []byte("module m\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(deep)
	t.Setenv("PATH", t.TempDir())
}
