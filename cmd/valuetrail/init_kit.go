package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
	"valuetrail/reports"
	"valuetrail/reports/form"
)

// The files to print.
const (
	cardsFile = "cards.html"
	storyFile = "story-sheet.html"
)

// piece is one file that init makes: part of what, where, and its bytes.
type piece struct {
	part, path string
	data       []byte
}

// kit makes everything that a community begins with, but for what is there.
func (e *env) kit(o initOptions, s settings.Settings, members []form.Member) ([]piece, error) {
	var all []piece
	add := func(part, path string, make func() ([]byte, error)) error {
		path = filepath.Join(o.Folder, path)
		if exists(path) {
			return nil
		}
		data, err := make()
		all = append(all, piece{part, path, data})
		return err
	}
	known := knownOf(s, members)
	language := s.Report.Language
	err := add(settings.SetupFile, settings.SetupFile, func() ([]byte, error) {
		if o.Setup != "" {
			return os.ReadFile(o.Setup)
		}
		s.Words = settings.Words{} // those there are stand in commentary.md
		return form.Setup(s.Setup(), known, language)
	})
	err = errors.Join(err, add(defaultSettings, defaultSettings, func() ([]byte, error) { return settings.Starter(s), nil }))
	for _, k := range form.Kinds() {
		err = errors.Join(err, add("templates", filepath.Join("templates", string(k)+".xlsx"), func() ([]byte, error) { return form.Template(k, known, language) }))
	}
	err = errors.Join(err,
		add(cardsFile, cardsFile, func() ([]byte, error) { return form.Cards(groupsOf(s), s.Community.Name, language) }),
		add(storyFile, storyFile, func() ([]byte, error) { return form.StorySheet(s.Community.Name, language) }))
	return all, err
}

// knownOf is what drop-downs offer.
func knownOf(s settings.Settings, members []form.Member) form.Known {
	known := form.Known{Members: members}
	for _, c := range s.Cohorts {
		known.Cohorts = append(known.Cohorts, c.ID)
	}
	for _, g := range s.LeadershipGroups {
		known.Groups = append(known.Groups, g.ID)
	}
	if all, err := queries.Catalogue(); err == nil { // its own tests hold it
		for _, ind := range all {
			known.Indicators = append(known.Indicators, ind.ID)
		}
	}
	slices.Sort(known.Indicators)
	return known
}

// groupsOf are the leadership groups to print cards for.
func groupsOf(s settings.Settings) []form.Group {
	if len(s.LeadershipGroups) == 0 {
		s = settings.Answers{}.Settings()
	}
	var all []form.Group
	for _, g := range s.LeadershipGroups {
		all = append(all, form.Group{ID: g.ID, Title: otherwise(g.Title, g.ID), Stewards: g.Stewards})
	}
	return all
}

// placeAll writes the files, all or none, and counts them by what they are part of.
func placeAll(all []piece) (map[string]int, error) {
	made := map[string]int{}
	var staged []*reports.Staged
	var folders []string
	undo := func() error {
		var errs []error
		for _, s := range staged {
			errs = append(errs, s.Discard())
		}
		for _, f := range slices.Backward(folders) {
			errs = append(errs, os.Remove(f))
		}
		return errors.Join(errs...)
	}
	for _, p := range all {
		made[p.part]++
		fresh, err := makeFolder(filepath.Dir(p.path))
		folders = append(folders, fresh...)
		if err == nil {
			var s *reports.Staged
			if s, err = reports.Stage(p.path, p.data); err == nil {
				staged = append(staged, s)
			}
		}
		if err != nil {
			_ = undo() // what stopped us is what people need to read
			return nil, writable(err, p.path, "another folder: valuetrail init FOLDER")
		}
	}
	for _, s := range staged {
		if err := s.Place(); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// makeFolder makes a folder and those above it, and lists the ones it made.
func makeFolder(folder string) ([]string, error) {
	var fresh []string
	for f := folder; ; f = filepath.Dir(f) {
		if _, err := os.Stat(f); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		fresh = append(fresh, f)
	}
	slices.Reverse(fresh)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, fmt.Errorf("init: %w", err)
	}
	return fresh, nil
}

// memberRows keeps the rows of a member list.
type memberRows struct{ rows []layout.Row }

func (m *memberRows) Row(r layout.Row) error {
	if r.Kind == vocabulary.Roster {
		m.rows = append(m.rows, r)
	}
	return nil
}

func (m *memberRows) Problem(layout.Problem) {}

// memberList reads the ids and names of a member list; "" gives nobody.
func (e *env) memberList(path string) ([]form.Member, error) {
	if path == "" {
		return nil, nil
	}
	if !exists(path) {
		return nil, &hinted{fmt.Errorf("there is no file %s", path), "check the name; leave it out to give the list later"}
	}
	book, err := sheet.Open(path, sheet.Options{})
	if err != nil {
		return nil, err
	}
	var found memberRows
	l, err := layout.Recognise(book)
	if err == nil {
		_, err = l.Read(book, layout.Said{Zone: settings.Default().Zone()}, &found)
	}
	if err != nil || len(found.rows) == 0 {
		return nil, &hinted{fmt.Errorf("%s is no member list that we can read", filepath.Base(path)), "its first row needs display_name and one of email, cohort, org_unit; templates/roster.xlsx shows how"}
	}
	roster, _ := vocabulary.SheetOf(vocabulary.Roster)
	id, name := roster.Index("member_id"), roster.Index("display_name")
	names := map[string]string{}
	for _, r := range found.rows {
		if r.Fields[id] != "" && names[r.Fields[id]] == "" {
			names[r.Fields[id]] = r.Fields[name]
		}
	}
	var all []form.Member
	for who, called := range names {
		all = append(all, form.Member{ID: who, Name: called})
	}
	slices.SortFunc(all, func(a, b form.Member) int { return cmp.Compare(a.ID, b.ID) })
	return all, nil
}
