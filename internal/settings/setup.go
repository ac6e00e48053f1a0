package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

// SetupFile is the name of the workbook with settings, beside valuetrail.yaml.
const SetupFile = "setup.xlsx"

// mostSetupRows caps the rows of a sheet of setup.xlsx.
const mostSetupRows = 2000

// setup is setup.xlsx as far as it has been read.
type setup struct {
	file   string
	faults []Fault
	// rows are the filled-in rows of each sheet by its key; a sheet that asks has
	// one row, whose cells are the answers.
	rows map[string][]setupRow
}

// setupRow is one row: its cells by the key of their column.
type setupRow struct {
	sheet vocabulary.SetupSheet
	name  string // of the sheet, as written
	no    int
	cells map[string]setupCell
}

type setupCell struct {
	row, column int
	text        string
}

// WithSetup are the settings with what the workbook at path says: where it says
// something it wins. Cohorts, outcomes, targets and surveys that the workbook
// does not name stay; terms and leadership groups of the workbook take the place
// of others; words are added. A file that is absent gives an error that is
// os.ErrNotExist, one with faults *Error with all that were found: where they are
// all of Words, the settings come with it.
func (s Settings) WithSetup(path string) (Settings, error) {
	book, err := sheet.Open(path, sheet.Options{})
	if err != nil {
		return Settings{}, fmt.Errorf("read settings: %w", err)
	}
	return s.withBook(path, book)
}

func (s Settings) withBook(path string, book *sheet.Book) (Settings, error) {
	if book.Format != sheet.XLSX {
		return Settings{}, &Error{File: path, Faults: []Fault{{What: "is no workbook", Hint: "save it as .xlsx, or take a new one from valuetrail init"}}}
	}
	u := &setup{file: path, rows: map[string][]setupRow{}}
	for _, one := range book.Sheets {
		if known, ok := u.known(book, one); ok {
			if err := u.read(known, one); err != nil {
				return Settings{}, fmt.Errorf("read settings: %w", err)
			}
		}
	}
	u.apply(&s)
	if len(u.faults) == 0 {
		return s, nil
	}
	faulty := &Error{File: path, Faults: u.inOrder(book)}
	if !faulty.OfWords() {
		return Settings{}, faulty
	}
	return s, faulty
}

// known is the sheet of the list that a sheet of the workbook is. A name that is
// nearly one of ours is a slip; others are people's own sheets.
func (u *setup) known(book *sheet.Book, one *sheet.Sheet) (vocabulary.SetupSheet, bool) {
	var titles []string
	for _, s := range vocabulary.SetupSheets {
		if vocabulary.Loose(s.Title) == vocabulary.Loose(one.Name) {
			return s, true
		}
		titles = append(titles, s.Title)
	}
	near := vocabulary.Nearest(one.Name, titles)
	there := slices.ContainsFunc(book.Sheets, func(o *sheet.Sheet) bool { return vocabulary.Loose(o.Name) == vocabulary.Loose(near) })
	if near != "" && !there && !one.Hidden {
		u.faults = append(u.faults, Fault{File: u.file, Sheet: one.Name, What: "no sheet of ours has this name", Hint: fmt.Sprintf("did you mean %q? rename it", near),
			OfWords: near == wordsTitle()})
	}
	return vocabulary.SetupSheet{}, false
}

// inOrder are the faults in the order of the workbook's sheets; those of a sheet
// that is, or is meant to be, Words are told apart.
func (u *setup) inOrder(book *sheet.Book) []Fault {
	at := map[string]int{}
	for i, s := range book.Sheets {
		at[s.Name] = i
	}
	slices.SortStableFunc(u.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(at[a.Sheet], at[b.Sheet]), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	for i, f := range u.faults {
		u.faults[i].OfWords = f.OfWords || vocabulary.Loose(f.Sheet) == vocabulary.Loose(wordsTitle())
	}
	return u.faults
}

// wordsTitle is the name of the sheet of Words.
func wordsTitle() string {
	s, _ := vocabulary.SetupSheetOf("words") // it is on the list
	return s.Title
}

// read keeps the filled-in rows of a sheet.
func (u *setup) read(s vocabulary.SetupSheet, from *sheet.Sheet) error {
	var head map[string]int
	answers := setupRow{sheet: s, name: from.Name, cells: map[string]setupCell{}}
	for row, err := range from.Rows() {
		switch {
		case err != nil:
			return err
		case row.No > mostSetupRows:
			u.faults = append(u.faults, Fault{File: u.file, Sheet: from.Name, Line: row.No, What: fmt.Sprintf("more than %d rows", mostSetupRows), Hint: "settings are short; was another file meant?"})
			return nil
		case head == nil:
			head = u.headings(s, from.Name, row)
		case s.Asks:
			u.answer(&answers, head, row)
		default:
			u.line(s, from.Name, head, row)
		}
	}
	if len(answers.cells) > 0 {
		u.rows[s.Key] = append(u.rows[s.Key], answers)
	}
	return nil
}

// headings are the columns by their key; those of a sheet that asks are its
// question and answer.
func (u *setup) headings(s vocabulary.SetupSheet, name string, row sheet.Row) map[string]int {
	known, needed := map[string]string{vocabulary.Loose(vocabulary.SetupNote): ""}, []string{}
	if s.Asks {
		known[vocabulary.Loose(vocabulary.SetupQuestion)], known[vocabulary.Loose(vocabulary.SetupAnswer)] = vocabulary.SetupQuestion, vocabulary.SetupAnswer
		known[vocabulary.Loose(vocabulary.SetupMeaning)], needed = "", []string{vocabulary.SetupQuestion, vocabulary.SetupAnswer}
	} else {
		for _, c := range s.Columns {
			known[vocabulary.Loose(c.Heading)] = c.Key
			if c.Needed {
				needed = append(needed, c.Heading)
			}
		}
	}
	head := map[string]int{}
	for i, text := range row.Cells {
		text = strings.TrimSpace(message.Typed(text))
		key, ok := known[vocabulary.Loose(text)]
		switch {
		case sheet.Blank(text) || ok && key == "":
		case !ok:
			u.fault(setupRow{name: name}, setupCell{row: row.No, column: i + 1}, fmt.Sprintf("unknown heading %q", shortened(text)), nearest(text, headingsOf(s))+"; for remarks of your own take the heading "+vocabulary.SetupNote)
		case head[key] > 0:
			u.fault(setupRow{name: name}, setupCell{row: row.No, column: i + 1}, fmt.Sprintf("a second column %q", shortened(text)), "keep one of the two")
		default:
			head[key] = i + 1
		}
	}
	for _, heading := range needed {
		if head[known[vocabulary.Loose(heading)]] == 0 {
			u.fault(setupRow{name: name}, setupCell{row: row.No}, fmt.Sprintf("no column %q", heading), "write this heading in the first row, or take a new setup.xlsx from valuetrail init")
		}
	}
	return head
}

func headingsOf(s vocabulary.SetupSheet) []string {
	if s.Asks {
		return []string{vocabulary.SetupQuestion, vocabulary.SetupAnswer}
	}
	var all []string
	for _, c := range s.Columns {
		all = append(all, c.Heading)
	}
	return all
}

// answer takes one question of a sheet that asks.
func (u *setup) answer(to *setupRow, head map[string]int, row sheet.Row) {
	question, at := row.Cell(head[vocabulary.SetupQuestion]), head[vocabulary.SetupAnswer]
	answer := said(row.Cell(at))
	if answer == "" {
		return
	}
	var all []string
	for _, c := range to.sheet.Columns {
		all = append(all, c.Heading)
		if vocabulary.Loose(c.Heading) != vocabulary.Loose(message.Typed(question)) {
			continue
		}
		if first, twice := to.cells[c.Key]; twice {
			u.fault(*to, setupCell{row: row.No, column: at}, fmt.Sprintf("the question of row %d is answered again", first.row), "keep one of the two")
			return
		}
		to.cells[c.Key] = setupCell{row.No, at, answer}
		return
	}
	u.fault(*to, setupCell{row: row.No, column: head[vocabulary.SetupQuestion]}, fmt.Sprintf("%q is no question of ours", shortened(question)), nearest(question, all))
}

// line takes one row of a sheet that holds a row a thing.
func (u *setup) line(s vocabulary.SetupSheet, name string, head map[string]int, row sheet.Row) {
	one := setupRow{sheet: s, name: name, no: row.No, cells: map[string]setupCell{}}
	for _, c := range s.Columns {
		if text := said(row.Cell(head[c.Key])); head[c.Key] > 0 && text != "" {
			one.cells[c.Key] = setupCell{row.No, head[c.Key], text}
		}
	}
	if len(one.cells) == 0 {
		return
	}
	for _, c := range s.Columns {
		if _, there := one.cells[c.Key]; c.Needed && !there {
			u.fault(one, setupCell{row: row.No, column: head[c.Key]}, fmt.Sprintf("%q is blank", c.Heading), "fill it in, or clear the whole row")
			return
		}
	}
	u.rows[s.Key] = append(u.rows[s.Key], one)
}

// said is what people typed, "" for nothing that can be seen.
func said(cell string) string {
	if sheet.Blank(cell) {
		return ""
	}
	return strings.TrimSpace(message.Typed(cell))
}

func (u *setup) fault(in setupRow, at setupCell, what, hint string) {
	u.faults = append(u.faults, Fault{File: u.file, Sheet: in.name, Line: cmp.Or(at.row, in.no), Column: at.column, What: what, Hint: hint})
}
