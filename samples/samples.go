// Package samples makes up a community of practice: its people, meetings,
// survey rounds and stories over three academic years, a cohort each, the exports
// a convenor would have received of them, and the truth behind those exports.
//
// The truth is written down by the generator as it invents, never computed by
// the program that reads the exports: this package must not import ingest,
// metrics or anything that depends on them, so that tests can hold one
// against the other.
package samples

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path"
	"reflect"
	"sort"
)

// DeliveredSeed is the seed of the committed files.
const DeliveredSeed = 2025

// Exports holds the committed community of DeliveredSeed: exports/,
// valuetrail.yaml, commentary.md (what its convenor wrote for the review) and
// truth/truth.json.
//
//go:embed exports valuetrail.yaml commentary.md truth
var Exports embed.FS

// A Community is three made-up years: settings, files as received, and the truth.
type Community struct {
	Settings []byte // valuetrail.yaml
	Files    []File // by path
	Truth    Truth
}

// A File is one export as a convenor would have received it.
type File struct {
	Path   string // relative to exports/, with slashes
	Data   []byte
	Kind   string // attendance, roster, sessions, survey, stories …
	Source string // zoom, teams, register, qualtrics or own
}

// Generate invents the community of a seed. The same seed gives the same bytes
// on every machine; every seed gives a community that keeps the promises of
// the README and every finding of [Planted].
func Generate(seed uint64) (*Community, error) {
	g := &generator{earlier: map[string]string{}}
	g.truth.Community, g.truth.Seed = communityID, seed
	g.truth.MinimumMinutes = minimumMinutes
	for n, p := range plans() {
		if err := p.check(); err != nil {
			return nil, fmt.Errorf("samples: %s: %w", p.title, err)
		}
		g.year = &year{
			plan: p, groupOf: map[string][]string{},
			from: marks{len(g.truth.AttendanceRows), len(g.truth.Names), len(g.truth.Responses), len(g.truth.Stories)},
		}
		steps := []func() error{
			g.enrol, g.calendar, g.turnout, g.rosters, g.sessionLists, g.onlineMeetings,
			g.registers, g.invitations, g.attendanceLists, g.groups, g.surveys, g.storyList, g.storyReading,
			g.practiceTables, g.storyForm, g.identities, g.presences,
		}
		for i, step := range steps {
			g.rng = rand.New(rand.NewPCG(seed, 0x6c616b6573696465+uint64(100*n+i))) // of its own: a change in one step changes no other
			if err := step(); err != nil {
				return nil, fmt.Errorf("samples: %s: %w", p.title, err)
			}
		}
	}
	sort.Slice(g.files, func(i, j int) bool { return g.files[i].Path < g.files[j].Path })
	sort.Slice(g.truth.Files, func(i, j int) bool { return g.truth.Files[i].Path < g.truth.Files[j].Path })
	return &Community{Settings: []byte(settings), Files: g.files, Truth: g.truth}, nil
}

// TruthJSON is the truth as truth/truth.json holds it: one entry a line, so
// that a changed sample shows as a few changed lines.
func (c *Community) TruthJSON() ([]byte, error) {
	var out bytes.Buffer
	truth := reflect.ValueOf(c.Truth)
	for i := range truth.NumField() {
		open := ",\n"
		if i == 0 {
			open = "{\n"
		}
		fmt.Fprintf(&out, "%s%q: ", open, truth.Type().Field(i).Tag.Get("json"))
		if err := writeLines(&out, truth.Field(i)); err != nil {
			return nil, fmt.Errorf("samples: truth: %w", err)
		}
	}
	out.WriteString("\n}\n")
	return out.Bytes(), nil
}

// writeLines writes a list with an entry a line, anything else as it is.
func writeLines(out *bytes.Buffer, value reflect.Value) error {
	if value.Kind() != reflect.Slice {
		text, err := json.Marshal(value.Interface())
		out.Write(text)
		return err
	}
	out.WriteString("[")
	for i := range value.Len() {
		text, err := json.Marshal(value.Index(i).Interface())
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n ")
		out.Write(text)
	}
	out.WriteString("]")
	return nil
}

// generator carries what later years need of earlier ones.
type generator struct {
	truth   Truth
	files   []File
	earlier map[string]string // kind and native id to the last content seen
	*year
}

// year carries what later steps of a year need of earlier ones.
type year struct {
	plan     *plan
	rng      *rand.Rand
	people   []*Person
	phone    *Person // whose telephone joins by itself, nil for nobody's
	sessions []*meeting
	came     map[string][]*visit // by session
	groupOf  map[string][]string // value detectives by session
	asked    []question
	tales    []tale
	pair     []string // the story readers
	from     marks
}

// marks are where a year begins in the lists of the truth.
type marks struct{ rows, names, responses, stories int }

func (g *generator) add(folder, name, kind, source string, data []byte, about FileTruth) {
	about.Path, about.Kind, about.Source = path.Join(folder, name), kind, source
	g.files = append(g.files, File{Path: about.Path, Data: data, Kind: kind, Source: source})
	g.truth.Files = append(g.truth.Files, about)
}

// chance is true in p of all cases.
func (g *generator) chance(p float64) bool { return g.rng.Float64() < p }

// between is a whole number from low to high, both possible.
func (g *generator) between(low, high int) int { return low + g.rng.IntN(high-low+1) }

// shuffled is a copy of items in random order.
func shuffled[T any](g *generator, items []T) []T {
	out := append([]T(nil), items...)
	g.rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
