package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"valuetrail/ingest"
	"valuetrail/internal/warehouse"
	"valuetrail/samples"
)

// truthSeeds are the delivered community and others that nobody looked at while
// writing the program.
var truthSeeds = []uint64{samples.DeliveredSeed, 3, 4242}

// world is one made-up community, read by the program, beside what really
// happened in it.
type world struct {
	*testing.T
	truth   samples.Truth
	folder  string
	receipt ingest.Receipt
	w       *warehouse.Warehouse
	who     map[string]string // pseudonym of a person to the id in the truth
	decided bool              // people have said who the names are that wait
}

// grown is a community once ingested: its data file, and the questions that were
// asked, are copied for every test.
type grown struct {
	community *samples.Community
	data, ask []byte
	receipt   ingest.Receipt
	err       error
}

var (
	grownMutex sync.Mutex
	grownOnce  = map[uint64]*grown{}
)

// inWorlds runs a check in the world of every seed.
func inWorlds(t *testing.T, check func(w *world)) {
	for _, seed := range truthSeeds[:often(len(truthSeeds), 1)] {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { check(worldOf(t, seed)) })
	}
}

func worldOf(t *testing.T, seed uint64) *world {
	t.Helper()
	folder := t.TempDir()
	g := grownIn(t, folder, seed)
	w := &world{T: t, truth: g.community.Truth, folder: folder, receipt: g.receipt}
	w.learn()
	return w
}

// grownIn puts the community of a seed into a folder, with its exports ingested.
func grownIn(t *testing.T, folder string, seed uint64) *grown {
	t.Helper()
	grownMutex.Lock()
	defer grownMutex.Unlock()
	g := grownOnce[seed]
	if g == nil {
		g = grow(t, seed)
		grownOnce[seed] = g
	}
	if g.err != nil {
		t.Fatal(g.err)
	}
	writeCommunity(t, folder, g.community)
	for name, data := range map[string][]byte{"valuetrail.duckdb": g.data, ingest.ToDecideFile: g.ask} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return g
}

// grow invents the community and reads all its exports in one run.
func grow(t *testing.T, seed uint64) *grown {
	t.Helper()
	g := &grown{}
	if g.community, g.err = samples.Generate(seed); g.err != nil {
		return g
	}
	folder := t.TempDir()
	writeCommunity(t, folder, g.community)
	out := valuetrail(t, folder, exitDone, "ingest", filepath.Join(folder, "exports"), "--json")
	if g.err = json.Unmarshal(out, &g.receipt); g.err != nil {
		return g
	}
	if g.data, g.err = os.ReadFile(filepath.Join(folder, "valuetrail.duckdb")); g.err == nil {
		g.ask, g.err = os.ReadFile(filepath.Join(folder, ingest.ToDecideFile))
	}
	return g
}

func writeCommunity(t *testing.T, folder string, c *samples.Community) {
	t.Helper()
	files := map[string][]byte{"valuetrail.yaml": c.Settings}
	for _, f := range c.Files {
		files["exports/"+f.Path] = f.Data
	}
	for name, data := range files {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// valuetrail runs the program in a folder, on the day after the samples end,
// and gives what it printed. Another exit code than want fails the test.
func valuetrail(t *testing.T, folder string, want int, words ...string) []byte {
	t.Helper()
	return runWithKey(t, demoKey(), folder, want, words...)
}

// takesIn ingests files; some of them may wait for a list that is not there yet.
func takesIn(t *testing.T, folder string, files ...string) {
	t.Helper()
	if code, out := runs(demoKey(), folder, append([]string{"ingest"}, files...)...); code != exitDone && code != exitKept {
		t.Fatalf("ingest: exit code %d\n%s", code, out)
	}
}

func runWithKey(t *testing.T, key []byte, folder string, want int, words ...string) []byte {
	t.Helper()
	code, out := runs(key, folder, words...)
	if code != want {
		t.Fatalf("valuetrail %s: exit code %d, want %d\n%s", strings.Join(words, " "), code, want, out)
	}
	return out
}

// runs gives the exit code of a command and its result; where it fails, what it
// says.
func runs(key []byte, folder string, words ...string) (int, []byte) {
	var out, errs bytes.Buffer
	day := time.Date(2026, 7, 3, 9, 0, 0, 0, time.UTC)
	e := env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Clock: func() time.Time { return day }, Key: key}
	args := append([]string{"valuetrail", "--db", filepath.Join(folder, "valuetrail.duckdb"), "--settings", filepath.Join(folder, "valuetrail.yaml")}, words...)
	code := run(context.Background(), e, args)
	if code == exitFailed || code == exitUsage {
		return code, errs.Bytes()
	}
	return code, out.Bytes()
}

// open opens the data file for reading, unless it is.
func (w *world) open() {
	w.Helper()
	if w.w != nil {
		return
	}
	var err error
	w.w, err = warehouse.Open(context.Background(), filepath.Join(w.folder, "valuetrail.duckdb"), warehouse.Options{ReadOnly: true, Now: time.Now})
	if err != nil {
		w.Fatal(err)
	}
	w.Cleanup(w.close)
}

// close lets go of the data file, so that the program may have it.
func (w *world) close() {
	w.Helper()
	if w.w == nil {
		return
	}
	if err := w.w.Close(); err != nil {
		w.Error(err)
	}
	w.w = nil
}

// program runs the program in the world's folder.
func (w *world) program(words ...string) []byte {
	w.Helper()
	w.close()
	return valuetrail(w.T, w.folder, exitDone, words...)
}

// learn finds out who the pseudonyms are.
func (w *world) learn() {
	w.who = map[string]string{}
	for _, r := range w.rows(`SELECT member_id, coalesce(member_list_id, ''), coalesce(email, ''), coalesce(display_name, '') FROM private.person`) {
		w.who[r[0].(string)] = w.identityOf(r[1].(string), r[2].(string), r[3].(string))
	}
	for _, r := range w.rows(`SELECT s.story_id, f.name, s.row_no FROM main.story AS s JOIN private.file AS f USING (community_id, file_id)
			WHERE starts_with(s.story_id, 'story-')`) { // a form gives its stories no number: the program does
		for _, s := range w.truth.Stories {
			if baseOf(s.Final.File) == r[1] && fmt.Sprint(s.Final.Row) == fmt.Sprint(r[2]) {
				w.who[r[0].(string)] = s.StoryID
			}
		}
	}
}

// identityOf is the id of a person in the truth: a member's, an outsider's, else
// a question mark and how the person is written.
func (w *world) identityOf(list, email, name string) string {
	if list != "" {
		return list
	}
	for _, o := range w.truth.Outsiders {
		if o.Being == "visitor" && (o.Email != "" && strings.EqualFold(o.Email, email) || email == "" && bareName(o.Name) == bareName(name)) {
			return o.ID
		}
	}
	if email != "" {
		return "?" + strings.ToLower(email)
	}
	return "?" + bareName(name)
}

var notTheName = regexp.MustCompile(`\s*\([^)]*\)|\s+-\s.*$|^(dr|mr|mrs|ms|prof)\.?\s`)

// bareName is a name without case, title, brackets and firm, first name first.
func bareName(name string) string {
	s := notTheName.ReplaceAllString(strings.ToLower(name), "")
	if last, first, ok := strings.Cut(s, ","); ok {
		s = first + " " + last
	}
	return strings.NewReplacer("ë", "e", "é", "e", "ö", "o", "ü", "u", "ï", "i").Replace(strings.Join(strings.Fields(s), " "))
}

// rows asks the warehouse.
func (w *world) rows(sql string) [][]any {
	w.Helper()
	w.open()
	var all [][]any
	for r, err := range w.w.Rows(context.Background(), sql, nil) {
		if err != nil {
			w.Fatalf("%v in:\n%s", err, sql)
		}
		all = append(all, r)
	}
	return all
}

// lines asks the warehouse and joins the values of each row.
func (w *world) lines(sql string) []string {
	w.Helper()
	var all []string
	for _, r := range w.rows(sql) {
		all = append(all, w.join(r...))
	}
	return all
}

// join writes values as one line; pseudonyms of people become their ids.
func (w *world) join(values ...any) string {
	parts := make([]string, len(values))
	for i, v := range values {
		switch x := v.(type) {
		case nil:
		case string:
			parts[i] = x
			if who, ok := w.who[x]; ok {
				parts[i] = who
			}
		case float64:
			parts[i] = fmt.Sprintf("%.6g", x)
		default:
			parts[i] = fmt.Sprint(x)
		}
	}
	return strings.Join(parts, " | ")
}

// same holds what the warehouse says to what is true, as sets of lines.
func (w *world) same(about string, got, want []string) {
	w.Helper()
	if len(want) == 0 {
		w.Errorf("%s: the truth says nothing", about)
	}
	slices.Sort(got)
	slices.Sort(want)
	count := map[string]int{}
	for _, line := range want {
		count[line]++
	}
	for _, line := range got {
		count[line]--
	}
	shown := 0
	for _, line := range slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(got), want...)))) {
		if n := count[line]; n != 0 && shown < 12 {
			shown++
			w.Errorf("%s: %s: %s", about, map[bool]string{true: "missing", false: "too much"}[n > 0], line)
		}
	}
}

// file is the end of a path in the truth: what the warehouse knows of it.
func baseOf(of string) string { return path.Base(of) }

// session is a session of the truth.
func (w *world) session(id string) *samples.Session {
	for _, s := range w.truth.Sessions {
		if s.SessionID == id {
			return s
		}
	}
	w.Fatalf("no session %s", id)
	return nil
}

// table is what the sheets of a kind say in the end.
func (w *world) table(kind string) samples.Table {
	for _, t := range w.truth.Tables {
		if t.Kind == kind {
			return t
		}
	}
	w.Fatalf("no table %s", kind)
	return samples.Table{}
}
