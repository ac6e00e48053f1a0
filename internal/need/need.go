// Package need lets a test ask for what not every machine has: the reference
// data beside the checkout, a browser, an office program. What is absent skips
// the test, so that a newcomer's `go test ./...` is green; what
// VALUETRAIL_REQUIRE names (a comma-separated list of the words below) fails
// it instead, so that nothing skips unseen where everything is installed.
//
// Only test files import it. It installs nothing and starts no program.
package need

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// RequireVariable is the environment variable that lists what must not be
// absent: any of the words "shared", "chromium", "libreoffice" and "poppler",
// separated by commas. A word that is none of these fails whoever asks.
const RequireVariable = "VALUETRAIL_REQUIRE"

// The things a test can need, as RequireVariable names them.
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

// found hands on path, or ends the test where there is none.
func found(t T, what, path string) string {
	t.Helper()
	required, unknown := requirements(os.Getenv(RequireVariable))
	switch {
	case unknown != "":
		t.Fatalf("%s: unknown word %q (want any of %s)", RequireVariable, unknown, strings.Join(words(), ", "))
	case path == "" && required[what]:
		t.Fatalf("%s is absent, and %s asks for it", what, RequireVariable)
	case path == "":
		t.Skipf("%s is absent", what)
	}
	return path
}

// requirements reads the list, and names the first word it does not know.
func requirements(list string) (required map[string]bool, unknown string) {
	known := map[string]bool{}
	for _, word := range words() {
		known[word] = true
	}
	required = map[string]bool{}
	for word := range strings.SplitSeq(list, ",") {
		word = strings.TrimSpace(word)
		if word == "" {
			continue
		}
		if !known[word] {
			return nil, word
		}
		required[word] = true
	}
	return required, ""
}

func words() []string { return []string{shared, chromium, libreOffice, poppler} }

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
