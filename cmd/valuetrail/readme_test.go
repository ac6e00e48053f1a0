package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"valuetrail/samples"
)

// session is one line of the README's worked year: a command with the lines it
// shows, or, after "# ", what somebody does meanwhile.
type session struct {
	line    int
	command string
	aside   string
	shown   []string
}

// TestReadmeSessionIsWhatAReaderSees lives the README's worked year: every month
// of it, what people decide in between, two releases and a comparison.
func TestReadmeSessionIsWhatAReaderSees(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	sessions := sessionsIn(string(readme))
	if len(sessions) < 20 {
		t.Fatalf("the README shows %d lines", len(sessions))
	}
	t.Chdir(t.TempDir())
	writeSamples(t)
	p := convenor{t: t}
	var took time.Duration
	for _, s := range sessions {
		if s.aside != "" {
			p.does(s)
			continue
		}
		began := time.Now()
		out := p.types(s)
		took += time.Since(began)
		if err := matches(strings.Split(strings.TrimRight(out, "\n"), "\n"), s.shown); err != nil {
			t.Errorf("README line %d: %s: %v\nit prints:\n%s", s.line, s.command, err, out)
		}
	}
	t.Logf("all commands of the year together: %.1f s (bar 10 s)", took.Seconds())
	if exists("valuetrail.yaml.bak") || p.yaml() != p.first {
		t.Error("somebody had to touch the YAML")
	}
}

func sessionsIn(readme string) []session {
	var all []session
	inside := false
	for i, line := range strings.Split(readme, "\n") {
		command, typed := strings.CutPrefix(line, "$ ")
		aside, meant := strings.CutPrefix(line, "# ")
		switch {
		case line == "```console":
			inside = true
		case strings.HasPrefix(line, "```"):
			inside = false
		case inside && typed:
			all = append(all, session{line: i + 1, command: command})
		case inside && meant:
			all = append(all, session{line: i + 1, aside: aside})
		case inside && len(all) > 0:
			last := &all[len(all)-1]
			last.shown = append(last.shown, line)
		}
	}
	return all
}

// matches compares line by line; a line "…" stands for any number of lines, and
// "… rest" for a line that ends with rest.
func matches(got, want []string) error {
	i := 0
	skipping := false
	for _, w := range want {
		if w == "…" {
			skipping = true
			continue
		}
		found := false
		for ; i < len(got) && !found; i++ {
			found = sameLine(got[i], w)
			if !found && !skipping {
				return fmt.Errorf("line %q is not %q", got[i], w)
			}
		}
		if !found {
			return fmt.Errorf("no line %q", w)
		}
		skipping = false
	}
	if i < len(got) && !skipping {
		return fmt.Errorf("line %q is not in the README", got[i])
	}
	return nil
}

func sameLine(got, want string) bool {
	if rest, ok := strings.CutPrefix(want, "… "); ok {
		return strings.HasSuffix(got, rest)
	}
	return strings.TrimRight(got, " ") == strings.TrimRight(want, " ")
}

// shellWords splits a command as a shell would, double quotes kept together.
func shellWords(s string) ([]string, error) {
	var words []string
	var word strings.Builder
	quoted, started := false, false
	for _, r := range s {
		switch {
		case r == '"':
			quoted, started = !quoted, true
		case r == ' ' && !quoted:
			if started {
				words = append(words, word.String())
			}
			word.Reset()
			started = false
		default:
			word.WriteRune(r)
			started = true
		}
	}
	if quoted {
		return nil, fmt.Errorf("%q: a quotation mark is not closed", s)
	}
	if started {
		words = append(words, word.String())
	}
	return words, nil
}

// writeSamples puts the sample exports into the current folder.
func writeSamples(t *testing.T) {
	t.Helper()
	err := fs.WalkDir(samples.Exports, "exports", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(samples.Exports, path)
		if err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(filepath.FromSlash(path)), 0o755); err != nil {
			return err
		}
		return os.WriteFile(filepath.FromSlash(path), data, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestReadmeListsTheExitCodes(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range exits {
		if row := fmt.Sprintf("| %d | %s |", x.Code, x.Meaning); !strings.Contains(string(readme), row) {
			t.Errorf("the README lacks the row %s", row)
		}
	}
}
