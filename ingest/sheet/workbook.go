package sheet

import (
	"path"
	"strings"
)

// workbook is what the sheets of one file share.
type workbook struct {
	book     *Book
	archive  *archive
	date1904 bool
	styles   []numberKind // by cell style
	strings  sharedStrings
	room     *Room // for rows taken apart
}

// relation is one line of a .rels part.
type relation struct{ id, kind, target string }

// openWorkbook fills b from a zip.
func openWorkbook(b *Book, data []byte, o Options) error {
	a, err := openArchive(b.Name, data)
	if err != nil {
		return err
	}
	if reason := a.foreign(); reason != "" {
		return refuse(b.Name, reason, "", nil)
	}
	if a.isDocument() {
		return openDocument(b, a)
	}
	b.Format = XLSX
	w := &workbook{book: b, archive: a, room: o.Room}
	if w.room == nil {
		w.room = NewRoom(ownRoom)
	}
	main, err := w.mainPart()
	if err != nil {
		return err
	}
	related, err := a.relations(main)
	if err != nil {
		return err
	}
	if err := w.readShared(related); err != nil {
		return err
	}
	if err := w.readMain(main, related); err != nil {
		return err
	}
	if len(b.Sheets) == 0 {
		return refuse(b.Name, NoWorksheet, "", nil)
	}
	return nil
}

func (w *workbook) mainPart() (string, error) {
	if w.archive.parts["_rels/.rels"] != nil {
		related, err := w.archive.relations("")
		if err != nil {
			return "", err
		}
		for _, r := range related {
			if r.kind == "officeDocument" {
				return r.target, nil
			}
		}
	}
	if w.archive.parts["xl/workbook.xml"] != nil {
		return "xl/workbook.xml", nil
	}
	return "", refuse(w.book.Name, NoWorksheet, "no workbook part", nil)
}

// relations reads what a part refers to; of the package itself for "".
func (a *archive) relations(part string) ([]relation, error) {
	dir, file := path.Split(part)
	rels := dir + "_rels/" + file + ".rels"
	var all []relation
	err := a.each(rels, func(m *markup) error {
		if string(m.name) != "Relationship" {
			return nil
		}
		var r relation
		var mode string
		for local, into := range map[string]*string{"Id": &r.id, "Type": &r.kind, "Target": &r.target, "TargetMode": &mode} {
			var err error
			if *into, err = m.attr(local); err != nil {
				return err
			}
		}
		if mode == "External" {
			return nil // nothing outside the file is ever looked at
		}
		r.kind = path.Base(r.kind)
		r.target = strings.ReplaceAll(r.target, `\`, "/")
		if !strings.HasPrefix(r.target, "/") {
			r.target = dir + r.target
		}
		r.target = strings.TrimPrefix(path.Clean("/"+r.target), "/")
		all = append(all, r)
		return nil
	})
	return all, err
}

// each reads a whole part and calls start at every element's start.
func (a *archive) each(part string, start func(*markup) error) error {
	m, err := a.part(part)
	if err != nil {
		return err
	}
	for {
		t, err := m.next()
		if err == nil && t == tokenStart {
			err = start(m)
		}
		if err != nil {
			return a.wrong(part, err)
		}
		if t == tokenEOF {
			return nil
		}
	}
}

// readShared reads the styles and shared strings, where there are any.
func (w *workbook) readShared(related []relation) error {
	for _, r := range related {
		var err error
		switch r.kind {
		case "styles":
			if w.archive.parts[partKey(r.target)] != nil {
				w.styles, err = w.archive.readStyles(r.target)
			}
		case "sharedStrings":
			if w.archive.parts[partKey(r.target)] != nil {
				w.strings, err = w.archive.readStrings(r.target)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readMain reads the list of sheets.
func (w *workbook) readMain(part string, related []relation) error {
	targets := map[string]relation{}
	for _, r := range related {
		targets[r.id] = r
	}
	var parts []string
	err := w.archive.each(part, func(m *markup) error {
		switch name := string(m.name); {
		case name == "workbookPr" && m.depth == 2: // extensions hold another
			flag, err := m.attr("date1904")
			w.date1904 = flag == "1" || flag == "true" || flag == "on"
			return err
		case name == "sheet" && m.depth == 3:
			target, err := w.addSheet(m, targets)
			if target != "" {
				parts = append(parts, target)
			}
			return err
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i, s := range w.book.Sheets {
		if err := w.hold(s, parts[i]); err != nil {
			return err
		}
	}
	return nil
}

// addSheet takes a tab of the workbook if it is a worksheet; charts and
// dialogs are not.
func (w *workbook) addSheet(m *markup, targets map[string]relation) (string, error) {
	name, err := m.attr("name")
	if err != nil {
		return "", err
	}
	state, err := m.attr("state")
	if err != nil {
		return "", err
	}
	id, err := relationID(m.attrs)
	if err != nil {
		return "", err
	}
	target, known := targets[id]
	if !known {
		return "", refuse(w.book.Name, Broken, "no part for sheet "+name, nil)
	}
	if target.kind != "worksheet" {
		return "", nil
	}
	s := &Sheet{No: len(w.book.Sheets) + 1, Name: name, Hidden: strings.EqualFold(state, "hidden") || strings.EqualFold(state, "veryHidden"), book: w.book}
	w.book.Sheets = append(w.book.Sheets, s)
	return target.target, nil
}

// relationID is the attribute "id" that carries a prefix (r:id), not sheetId.
func relationID(attrs []byte) (string, error) {
	for rest := attrs; ; {
		name, value, after, err := nextAttr(rest)
		if err != nil || len(name) == 0 {
			return "", err
		}
		if strings.HasSuffix(string(name), ":id") {
			return string(value), nil
		}
		rest = after
	}
}
