package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// variant is another way in which the same export could have reached us: its
// text changed, and then its letters stored in another way.
type variant struct {
	change func(text string) string
	as     encoding.Encoding // nil is UTF-8
}

// same is what all variants of one export must agree on.
var same = []string{"source", "kind", "status", "rows.read", "rows.to_check", "rows.ignored", "facts.people", "facts.not_people", "facts.sessions", "facts.attendances",
	"facts.responses", "facts.distinct_ids", "facts.distinct_names", "facts.distinct_emails", "facts.minutes_sum", "facts.minutes_union", "facts.intervals",
	"facts.open_intervals", "facts.seconds_sum", "facts.headcount", "from", "to"}

var (
	utf16LE = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	utf16BE = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
)

// replace makes a change of texts by pairs of old and new.
func replace(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

// pattern makes a change by a regular expression.
func pattern(expression, by string) func(string) string {
	re := regexp.MustCompile(expression)
	return func(s string) string { return re.ReplaceAllString(s, by) }
}

// eachLine changes every line by itself.
func eachLine(change func(line string) string) func(string) string {
	return func(s string) string {
		lines := strings.Split(strings.TrimRight(strings.ReplaceAll(s, "\r\n", "\n"), "\n"), "\n")
		for i := range lines {
			lines[i] = change(lines[i])
		}
		return strings.Join(lines, "\n") + "\n"
	}
}

// newestFirst turns the rows under the first lines round.
func newestFirst(head int) func(string) string {
	return func(s string) string {
		lines := strings.Split(strings.TrimRight(strings.ReplaceAll(s, "\r\n", "\n"), "\n"), "\n")
		slices.Reverse(lines[head:])
		return strings.Join(lines, "\n") + "\n"
	}
}

// then makes two changes, one after the other.
func then(first, second func(string) string) func(string) string {
	return func(s string) string { return second(first(s)) }
}

// unmarked is a real export as UTF-8 without a mark, with plain line ends.
func unmarked(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, _, err := transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), data)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

// agree ingests an export and all its variants at once, without keeping them,
// and fails where one of them yields something else. The name of the file
// stays: it may give a day that the file lacks.
func agree(t *testing.T, file string, variants map[string]variant) {
	t.Helper()
	d := newDesk(t)
	_, all := d.receipts("--dry-run", file)
	original, text := all[0], unmarked(t, file)
	for _, name := range slices.Sorted(maps.Keys(variants)) {
		d.write(filepath.Join("in", name, filepath.Base(file)), variants[name].of(t, name, text))
	}
	_, all = d.receipts("--dry-run", d.path("in"))
	if len(all) != len(variants) {
		t.Fatalf("%d receipts for %d variants", len(all), len(variants))
	}
	for _, r := range all {
		name := filepath.Base(filepath.Dir(r["file"].(string)))
		failed := false
		for _, key := range same {
			if have, want := asJSON(r.at(key)), asJSON(original.at(key)); have != want {
				failed = true
				t.Errorf("%s: %s is %s, and %s in the original", name, key, have, want)
			}
		}
		if failed {
			t.Logf("%s: %s", name, asJSON(r["problems"]))
		}
		balances(t, r)
	}
}

// of is the file that a variant makes of a text.
func (v variant) of(t *testing.T, name, text string) []byte {
	t.Helper()
	changed := text
	if v.change != nil {
		if changed = v.change(text); changed == text {
			t.Errorf("%s: nothing was changed", name)
		}
	}
	if v.as == nil {
		return []byte(changed)
	}
	data, err := v.as.NewEncoder().Bytes([]byte(changed))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data
}
