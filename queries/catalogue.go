// Package queries holds all SQL, embedded: schema, views, shapes, kinds and one
// self-describing file an indicator. It reads their headers and splices them;
// it runs nothing.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed indicators/*.sql
var indicatorFiles embed.FS

// Indicator is one file of indicators/: its header and its observations.
type Indicator struct {
	ID, Title, Question, Group, Cycle, Kind, Evidence, Protects, Unit, Better string
	// Needs lists the sheets without which there is no answer.
	Needs []string
	// Source names the publication or practice the definition comes from.
	Source string
	// Parts are the closed classes, in order; nil with PartData false means the
	// indicator has none, PartData that classes come from the data. PartCycles
	// says that they are the cycles of the community's framework.
	Parts      []string
	PartData   bool
	PartCycles bool
	Cells      string
	Secondary  bool
	// Counted is the prose under the header: how this is counted.
	Counted string
	// SQL is the whole text of the file.
	SQL  string
	File string
	// Own says that a user wrote it; Reads and ByAttribute are what its parse tree
	// tells: the tables it reads, sorted, and whether it looks at what members are
	// (their unit, function, role, sector). Both are blank for ours.
	Own         bool
	Reads       []string
	ByAttribute bool
	// body is the line of the file on which the SQL begins; unread says that the file
	// could not be read, and that all the rest is blank.
	body   int
	unread bool
}

// Catalogue is every indicator that valuetrail brings, by id.
func Catalogue() ([]Indicator, error) {
	folder, err := fs.Sub(indicatorFiles, "indicators")
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	return Read(folder)
}

// core are the indicators that every report asks, in the order they are read in.
var core = []string{
	"members_taking_part", "reach_rate", "attendance_rate", "retention_term", "level_share", "cadence_kept", "facilitation_rotation",
	"immediate_score", "negative_answers", "negative_stories", "potential_score", "construct_score",
	"applied_rate", "time_to_application", "practice_diffusion", "realized_rate", "measure_change", "metric_backed_stories",
	"stories_told", "member_hours", "cycle_coverage", "flow_count", "value_by_activity", "substantiation", "response_rate", "response_gap",
}

// Core are the ids of the indicators that a community needs before any other,
// in the order they are read in.
func Core() []string { return slices.Clone(core) }

// IsCore reports whether an id is one of Core.
func IsCore(id string) bool { return slices.Contains(core, id) }

// Read reads every .sql file at the top of a folder as an indicator, by id. All
// faults of all files come back at once, each with its file and line; a folder
// without files gives none.
func Read(folder fs.FS) ([]Indicator, error) {
	names, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	slices.Sort(names)
	var all []Indicator
	var faults []error
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			faults = append(faults, fmt.Errorf("catalogue: %w", err))
			continue
		}
		said := strings.TrimPrefix(string(text), "\ufeff") // some editors put it before the first letter
		if f := unreadable(name, said); f != nil {
			all, faults = append(all, Indicator{File: name, unread: true}), append(faults, f)
			continue
		}
		ind, wrong := parseIndicator(name, said)
		for _, i := range all {
			if i.ID == ind.ID && ind.ID != "" {
				wrong = append(wrong, fault(name, 1, "id: %q is the id of %s already", echoed(ind.ID), i.File))
			}
		}
		all, faults = append(all, ind), append(faults, wrong...)
	}
	slices.SortFunc(all, func(a, b Indicator) int { return strings.Compare(a.ID, b.ID) })
	return all, errors.Join(faults...)
}

// IDs are the ids of indicators, in their order.
func IDs(all []Indicator) []string {
	var ids []string
	for _, i := range all {
		ids = append(ids, i.ID)
	}
	return ids
}

// Join adds a user's own indicators to ours; none may take the id of another.
func Join(ours, theirs []Indicator) ([]Indicator, error) {
	all := slices.Clone(ours)
	var faults []error
	for _, ind := range theirs {
		if at := slices.IndexFunc(ours, func(i Indicator) bool { return i.ID == ind.ID }); at >= 0 {
			faults = append(faults, fault(ind.File, 1, "id: %q is one of valuetrail's own; choose another", ind.ID))
			continue
		}
		all = append(all, ind)
	}
	slices.SortFunc(all, func(a, b Indicator) int { return strings.Compare(a.ID, b.ID) })
	return all, errors.Join(faults...)
}
