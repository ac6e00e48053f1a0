package form

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

// Setup is setup.xlsx: the settings as people fill them in, a sheet each of
// vocabulary.SetupSheets with its drop-downs and hints, and a sheet that says how
// to fill it in. values are the rows of each sheet by its key, cells in the order
// of its columns; a sheet that asks has one row, the answers. The same values
// give the same bytes.
func Setup(values map[string][][]string, known Known, lang string) ([]byte, error) {
	b, err := newBook(lang, "setup")
	if err != nil {
		return nil, fmt.Errorf("setup: %w", err)
	}
	defer b.file.Close()
	b.known = known
	for _, s := range vocabulary.SetupSheets {
		draw := b.things
		if s.Asks {
			draw = b.asks
		}
		if err := draw(s, values[s.Key]); err != nil {
			return nil, fmt.Errorf("setup: %s: %w", s.Title, err)
		}
	}
	if err := b.setupGuide(); err != nil {
		return nil, fmt.Errorf("setup: %w", err)
	}
	return b.bytes()
}

// asks draws a sheet of questions.
func (b *book) asks(s vocabulary.SetupSheet, values [][]string) error {
	sheet, err := b.sheet(s.Title)
	if err != nil {
		return err
	}
	rows := [][]string{{vocabulary.SetupQuestion, vocabulary.SetupAnswer, vocabulary.SetupMeaning}}
	for _, c := range s.Columns {
		rows = append(rows, []string{c.Heading, "", b.say.Say("setup." + s.Key + "." + c.Key)})
	}
	widths := []float64{42, 36, 70}
	err = b.first(
		b.rows(sheet, 1, rows),
		b.setWidths(sheet, widths),
		b.makeRoom(sheet, 1, rows, widths),
		b.file.SetCellStyle(sheet, "A2", fmt.Sprintf("C%d", len(rows)), b.wrapped),
		b.file.SetCellStyle(sheet, "A1", "C1", b.boldHeading),
		b.freeze(sheet),
	)
	for i, c := range s.Columns {
		at := fmt.Sprintf("B%d", i+2)
		value := ""
		if len(values) > 0 && i < len(values[0]) {
			value = values[0][i]
		}
		err = b.first(err, b.setupCell(sheet, at, c, value), b.file.SetCellStyle(sheet, at, at, b.setupStyle(c)),
			b.dropDown(sheet, at, b.setupWords(s, c), c.Heading, b.say.Say("setup."+s.Key+"."+c.Key)))
	}
	return err
}

// things draws a sheet with a row a thing.
func (b *book) things(s vocabulary.SetupSheet, values [][]string) error {
	sheet, err := b.sheet(s.Title)
	if err != nil {
		return err
	}
	for i, c := range s.Columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		heading := b.plainHeading
		if c.Needed {
			heading = b.boldHeading
		}
		err = b.first(
			b.file.SetColStyle(sheet, column, b.setupStyle(c)),
			b.file.SetColWidth(sheet, column, column, setupWidth(c)),
			b.file.SetCellStr(sheet, column+"1", c.Heading),
			b.file.SetCellStyle(sheet, column+"1", column+"1", heading),
			b.dropDown(sheet, fmt.Sprintf("%s2:%s%d", column, column, lastSetupRow), b.setupWords(s, c), c.Heading, b.say.Say("setup."+s.Key+"."+c.Key)),
		)
		if err != nil {
			return err
		}
		for j, row := range values {
			at := fmt.Sprintf("%s%d", column, j+2)
			if err := b.first(b.setupCell(sheet, at, c, row[i]), b.file.SetCellStyle(sheet, at, at, b.setupStyle(c))); err != nil {
				return err
			}
		}
	}
	return b.freeze(sheet)
}

// lastSetupRow is the last row that drop-downs of setup.xlsx reach down to.
const lastSetupRow = 500

// setupWords are what a drop-down of setup.xlsx offers.
func (b *book) setupWords(s vocabulary.SetupSheet, c vocabulary.SetupColumn) []string {
	switch {
	case c.Holds == vocabulary.Flag:
		return []string{b.say.Say("form.yes"), b.say.Say("form.no")}
	case c.Key == "indicator" || c.Key == "primary":
		return b.known.Indicators
	case s.Key == "targets" && c.Key == "cohort":
		return b.known.Cohorts
	}
	return c.Offered()
}

// setupCell writes a value as what it is: a day as a day, a number as a number,
// so that spreadsheet programs sort and show it as people expect.
func (b *book) setupCell(sheet, at string, c vocabulary.SetupColumn, value string) error {
	if value == "" {
		return nil
	}
	switch c.Holds {
	case vocabulary.Day:
		if day, err := time.Parse(time.DateOnly, value); err == nil && day.Year() >= 1901 {
			return b.file.SetCellValue(sheet, at, day)
		}
	case vocabulary.Number, vocabulary.Whole, vocabulary.Share:
		if x, err := strconv.ParseFloat(value, 64); err == nil {
			return b.file.SetCellValue(sheet, at, x)
		}
	}
	return b.file.SetCellStr(sheet, at, message.Stored(message.Cell(value)))
}

func (b *book) setupStyle(c vocabulary.SetupColumn) int {
	switch c.Holds {
	case vocabulary.Day:
		return b.day
	case vocabulary.ID, vocabulary.MonthDay, vocabulary.Label:
		return b.asText // 09-01 and 007 must stay what they are
	case vocabulary.Text:
		return b.wrapped
	}
	return b.plain
}

func setupWidth(c vocabulary.SetupColumn) float64 {
	least := map[vocabulary.Holds]float64{vocabulary.Text: 34, vocabulary.ID: 22, vocabulary.Label: 18}[c.Holds]
	return max(least, 14, float64(len(c.Heading)+2))
}

// setupGuide writes the sheet that says what each sheet and heading means.
func (b *book) setupGuide() error {
	sheet, err := b.sheet(b.say.Say("form.guide"))
	if err != nil {
		return err
	}
	rows := [][]string{{b.say.Say("setup.title")}, {b.say.Say("setup.rules")}, {b.say.Say("setup.rules.where")}, nil}
	var titles []int
	for _, s := range vocabulary.SetupSheets {
		titles = append(titles, len(rows)+1)
		rows = append(rows, []string{s.Title, b.say.Say("setup." + s.Key)})
		for _, c := range s.Columns {
			rows = append(rows, []string{c.Heading, b.say.Say("setup." + s.Key + "." + c.Key), strings.Join(c.Offered(), ", ")})
		}
		rows = append(rows, nil)
	}
	widths := []float64{42, 78, 44}
	err = b.first(
		b.rows(sheet, 1, rows),
		b.setWidths(sheet, widths),
		b.makeRoom(sheet, 5, rows[4:], widths),
		b.file.SetCellStyle(sheet, "A5", fmt.Sprintf("C%d", len(rows)), b.wrapped),
		b.file.SetCellStyle(sheet, "A1", "A1", b.title),
	)
	for _, row := range titles {
		err = b.first(err, b.file.SetCellStyle(sheet, fmt.Sprintf("A%d", row), fmt.Sprintf("B%d", row), b.boldHeading))
	}
	return err
}
