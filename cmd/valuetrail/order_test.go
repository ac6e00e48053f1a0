package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
	"valuetrail/samples"
)

// when are columns that say when something was done, not what is so.
var when = []string{"landed_at", "applied_at"}

// outcome is everything that a folder's data file holds and says.
type outcome struct {
	tables map[string][]string
	said   map[string][]byte // indicators as JSON, pages and workbooks, by name
}

// The order of files, runs, repeats and a file taken out and brought back leave
// nothing behind: the same facts, the same figures, the same reports.
func TestFilesInAnyOrderGiveTheSameFactsFiguresAndReports(t *testing.T) {
	c, err := samples.Generate(samples.DeliveredSeed)
	if err != nil {
		t.Fatal(err)
	}
	straight := t.TempDir()
	grownIn(t, straight, samples.DeliveredSeed)
	accept(t, straight, decided(c))
	want := outcomeOf(t, straight)
	for order := range uint64(often(5, 1)) {
		t.Run(fmt.Sprint("order ", order+1), func(t *testing.T) {
			folder := t.TempDir()
			writeCommunity(t, folder, c)
			wander(t, folder, c, rand.New(rand.NewPCG(order, 20260703)))
			want.hold(t, outcomeOf(t, folder))
		})
	}
}

// decided is a name of the delivered community that only people can tell.
func decided(c *samples.Community) string {
	for _, n := range c.Truth.Names {
		if n.Rule == "proposal" && n.Email == "" && strings.HasPrefix(n.Why, "nearly") {
			return n.Name
		}
	}
	return ""
}

// accept says that a name is the member proposed, if anybody asks; it tells
// whether somebody did.
func accept(t *testing.T, folder, name string) bool {
	t.Helper()
	var open []matchLine
	if err := json.Unmarshal(valuetrail(t, folder, exitDone, "people", "matches", "--json"), &open); err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(open, func(l matchLine) bool { return l.Shown == name }) {
		return false
	}
	valuetrail(t, folder, exitDone, "people", "accept", name)
	return true
}

// wander reads the exports in a random order over three runs, some of them
// twice, takes one out, brings it back, and decides a name as soon as it is asked.
func wander(t *testing.T, folder string, c *samples.Community, rng *rand.Rand) {
	t.Helper()
	var left, done []string
	for _, at := range rng.Perm(len(c.Files)) {
		left = append(left, filepath.Join(folder, "exports", filepath.FromSlash(c.Files[at].Path)))
	}
	name, answered := decided(c), false
	for runs := 3; runs > 0; runs-- {
		n := len(left)
		if runs > 1 {
			n = 1 + rng.IntN(len(left)-runs)
		}
		some := slices.Clone(left[:n])
		for range min(3, len(done)) { // again what is there
			some = append(some, done[rng.IntN(len(done))])
		}
		takesIn(t, folder, some...)
		done, left = append(done, left[:n]...), left[n:]
		if runs == 2 {
			out := done[rng.IntN(len(done))]
			valuetrail(t, folder, exitDone, "sources", "undo", filepath.Base(out))
			left = append(left, out)
		}
		if runs == 1 || rng.IntN(2) == 0 { // before others are in, or with everything there
			answered = answered || accept(t, folder, name)
		}
	}
	if !answered {
		t.Errorf("nobody asked who %q is", name)
	}
}

func outcomeOf(t *testing.T, folder string) outcome {
	t.Helper()
	o := outcome{tables: map[string][]string{}, said: map[string][]byte{}}
	for _, audience := range []string{"convenor", "sponsor"} {
		o.said["indicators for the "+audience] = valuetrail(t, folder, exitDone, "indicators", "run", "--json", "--audience", audience)
		name := filepath.Join(folder, "drawn-"+audience)
		valuetrail(t, folder, exitDone, "report", "--audience", audience, "--out", name)
		for _, ext := range []string{".html", ".xlsx"} {
			data, err := os.ReadFile(name + ext)
			if err != nil {
				t.Fatal(err)
			}
			o.said["report for the "+audience+ext] = data
		}
	}
	w := &world{T: t, folder: folder}
	for _, table := range vocabulary.Tables() {
		var columns []string
		for _, column := range table.Columns {
			if !slices.Contains(when, column.Name) {
				columns = append(columns, column.Name)
			}
		}
		o.tables[table.Qualified()] = w.lines("SELECT " + strings.Join(columns, ", ") + " FROM " + table.Qualified())
		slices.Sort(o.tables[table.Qualified()])
	}
	w.close()
	return o
}

// hold says where another outcome differs.
func (o outcome) hold(t *testing.T, other outcome) {
	t.Helper()
	o.holdSaid(t, other)
	w, filled := &world{T: t}, 0
	for name, lines := range o.tables {
		if len(lines) > 0 {
			filled++
			w.same(name, other.tables[name], lines)
		} else if n := len(other.tables[name]); n > 0 {
			t.Errorf("%s has %d rows too many", name, n)
		}
	}
	if filled < 40 {
		t.Errorf("only %d tables hold anything", filled)
	}
}

func (o outcome) holdSaid(t *testing.T, other outcome) {
	t.Helper()
	for name, data := range o.said {
		if !bytes.Equal(data, other.said[name]) {
			t.Errorf("%s: %d bytes, not the same %d", name, len(other.said[name]), len(data))
		}
	}
}

// Another warehouse has another key, and so other pseudonyms. Nothing that
// people read, and no order in it, depends on them.
func TestAnotherKeyGivesTheSameFiguresAndReports(t *testing.T) {
	c, err := samples.Generate(samples.DeliveredSeed)
	if err != nil {
		t.Fatal(err)
	}
	var want outcome
	for i, key := range [][]byte{demoKey(), bytes.Repeat([]byte{7}, 32)} {
		folder := t.TempDir()
		if i == 0 {
			grownIn(t, folder, samples.DeliveredSeed)
		} else {
			writeCommunity(t, folder, c)
			runWithKey(t, key, folder, exitDone, "ingest", filepath.Join(folder, "exports"))
		}
		got := outcomeOf(t, folder)
		for _, words := range [][]string{{"people", "list"}, {"people", "matches"}, {"explain", "attendance_rate"}, {"indicators", "run", "--by", "sector"}} {
			said := string(valuetrail(t, folder, exitDone, append(words, "--json")...))
			got.said[strings.Join(words, " ")] = []byte(decisionMark.ReplaceAllString(said, ""))
		}
		if i == 0 {
			want = got
			continue
		}
		want.holdSaid(t, got)
		if slices.Equal(want.tables["main.identity"], got.tables["main.identity"]) {
			t.Error("the key changes no pseudonym")
		}
	}
}

// decisionMark is the one thing about a question that is a pseudonym: what
// people type to answer it.
var decisionMark = regexp.MustCompile(`"id": "[a-z2-7]*"`)
