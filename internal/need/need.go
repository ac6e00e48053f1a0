// Package need lets a test ask for what not every machine has: the reference
// data beside the checkout, a browser, an office program. What is absent skips
// the test, so that a newcomer's `go test ./...` is green; where CI is "true" it
// fails it instead, so that nothing skips unseen where all is to be installed.
//
// Only test files import it. It installs nothing and starts no program.
package need

import (
	"os"
	"os/exec"
	"path/filepath"
)

// The things a test can need.
const (
	shared      = "shared"
	chromium    = "chromium"
	libreOffice = "libreoffice"
	poppler     = "poppler"
)

// T is what need uses of a *testing.T, *testing.B or *testing.F.
type T interface {
	Helper()
	Skipf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Shared returns the folder of the reference data, ../shared/data seen from
// the module's root, wherever in the module the test runs.
func Shared(t T) string {
	t.Helper()
	folder := ""
	if root := moduleRoot(); root != "" {
		candidate := filepath.Join(filepath.Dir(root), "shared", "data")
		if info, err := os.Stat(candidate); err == nil && info.IsDir() {
			folder = candidate
		}
	}
	return found(t, shared, folder)
}

// Chromium returns the path of a Chromium or Chrome to run headless. Run as
// root it needs --no-sandbox.
func Chromium(t T) string {
	t.Helper()
	return found(t, chromium, program("chromium", "chromium-browser", "google-chrome"))
}

// LibreOffice returns the path of soffice. Give each run a profile of its own
// (-env:UserInstallation=file://DIR): two runs in one profile block each other.
func LibreOffice(t T) string {
	t.Helper()
	return found(t, libreOffice, program("soffice", "libreoffice"))
}

// Pdftoppm returns the path of poppler's pdftoppm, which turns the pages of a
// PDF into pictures.
func Pdftoppm(t T) string {
	t.Helper()
	return found(t, poppler, program("pdftoppm"))
}

// Pdftotext returns the path of poppler's pdftotext, which reads the words of a
// PDF.
func Pdftotext(t T) string {
	t.Helper()
	return found(t, poppler, program("pdftotext"))
}

// found hands on path, or ends the test where there is none.
func found(t T, what, path string) string {
	t.Helper()
	switch {
	case path == "" && os.Getenv("CI") == "true":
		t.Fatalf("%s is absent, and nothing may skip where CI is true", what)
	case path == "":
		t.Skipf("%s is absent", what)
	}
	return path
}

// program returns the path of the first of names that can be run, or "".
func program(names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// moduleRoot returns the nearest folder above the working one that holds a
// go.mod: `go test` starts each test in its package's folder.
func moduleRoot() string {
	folder, err := os.Getwd()
	if err != nil {
		return ""
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		above := filepath.Dir(folder)
		if above == folder {
			return ""
		}
		folder = above
	}
}
