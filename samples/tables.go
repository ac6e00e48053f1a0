package samples

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// table is one file by our own headings, as csv or, by its name, as xlsx.
type table struct {
	kind, name string
	folder     string // of the year and month
	sheet      string // of a workbook
	title      string // a line above the headings, or blank
	headings   []string
	rows       [][]string
	key        []int // the columns that are the native id, none: each row for itself
	dates      []int // columns that a workbook holds as real dates
	bom        bool
	sessions   []string
	renamed    map[string]string // headings that stand in the file under another name
}

// table is a new file by our own headings.
func (g *generator) table(kind string, e edition, headings []string) *table {
	return &table{kind: kind, folder: g.folder(e.day), name: e.name, headings: headings, renamed: e.renamed}
}

// written are the headings as they stand in the file.
func (t *table) written() []string {
	all := slices.Clone(t.headings)
	for i, heading := range all {
		all[i] = cmp.Or(t.renamed[heading], heading)
	}
	return all
}

func (t *table) path() string { return path.Join(t.folder, t.name) }

func (t *table) ref(i int) Ref {
	first := 2
	if t.title != "" {
		first = 4
	}
	return Ref{File: t.path(), Sheet: t.sheet, Row: first + i}
}

// own writes a table and notes what it says.
func (g *generator) own(t *table) error {
	about := FileTruth{Sheet: t.sheet, HeadingRow: 1, DataRows: len(t.rows), LastRow: len(t.rows) + 1, Sessions: t.sessions, Renamed: t.renamed}
	for i, row := range t.rows {
		switch g.note(t, i, row) {
		case "repeated":
			about.Repeated++
		case "changed":
			about.Changed++
		}
	}
	var data []byte
	if strings.HasSuffix(t.name, ".xlsx") {
		var err error
		if data, err = t.workbook(&about); err != nil {
			return err
		}
	} else {
		data = csvText(append([][]string{t.written()}, t.rows...), t.bom, t.bom)
	}
	g.add(path.Dir(t.path()), t.name, t.kind, "own", data, about)
	return nil
}

func (t *table) workbook(about *FileTruth) ([]byte, error) {
	var rows [][]any
	merged := ""
	if t.title != "" {
		rows = append(rows, []any{t.title}, nil)
		about.HeadingRow, about.LastRow, merged = 3, about.LastRow+2, "A1:E1"
		about.Notes = []Note{{1, "preamble"}, {2, "blank"}}
	}
	rows = append(rows, cells(t.written()))
	for _, row := range t.rows {
		line := cells(row)
		for _, c := range t.dates {
			line[c] = date(row[c])
		}
		rows = append(rows, line)
	}
	return workbook("Lakeside network", sheet{name: t.sheet, rows: rows, merged: merged})
}

// note files a row under its native id and tells how it relates to earlier
// files: new, repeated or changed.
func (g *generator) note(t *table, i int, row []string) string {
	values := map[string]string{}
	for c, heading := range t.headings {
		if row[c] != "" {
			values[heading] = row[c]
		}
	}
	ref, all := t.ref(i), g.tableOf(t.kind)
	id := ""
	for _, c := range t.key {
		id += "\t" + row[c]
	}
	native, content := t.kind+id, strings.Join(row, "\t")
	old, known := g.earlier[native]
	if id == "" || !known {
		if id != "" {
			g.earlier[native] = content
		}
		all.Rows = append(all.Rows, Record{Ref: ref, Versions: []Ref{ref}, Values: values})
		return "new"
	}
	for r := range all.Rows {
		if !sameID(t, all.Rows[r].Values, row) {
			continue
		}
		all.Rows[r].Ref, all.Rows[r].Values = ref, values
		all.Rows[r].Versions = append(all.Rows[r].Versions, ref)
	}
	g.earlier[native] = content
	if old == content {
		return "repeated"
	}
	return "changed"
}

func sameID(t *table, values map[string]string, row []string) bool {
	for _, c := range t.key {
		if values[t.headings[c]] != row[c] {
			return false
		}
	}
	return true
}

func (g *generator) tableOf(kind string) *Table {
	for i := range g.truth.Tables {
		if g.truth.Tables[i].Kind == kind {
			return &g.truth.Tables[i]
		}
	}
	g.truth.Tables = append(g.truth.Tables, Table{Kind: kind})
	return &g.truth.Tables[len(g.truth.Tables)-1]
}
