package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// convenor is whoever lives the README's year in the current folder.
type convenor struct {
	t *testing.T
	// today is the day that the README names last.
	today time.Time
	// first is the YAML as init wrote it.
	first string
}

// types runs a command and gives what it prints as its result.
func (p *convenor) types(s session) string {
	p.t.Helper()
	var out, errs bytes.Buffer
	words, err := shellWords(s.command)
	if err != nil {
		p.t.Fatalf("README line %d: %v", s.line, err)
	}
	e := env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Key: demoKey(), Clock: func() time.Time { return p.today }}
	if code := run(p.t.Context(), e, words); code != exitDone && code != exitKept {
		p.t.Fatalf("README line %d: %s: exit code %d\n%s%s", s.line, s.command, code, out.String(), errs.String())
	}
	if p.first == "" {
		p.first = p.yaml()
	}
	return out.String()
}

func (p *convenor) yaml() string {
	p.t.Helper()
	text, err := os.ReadFile("valuetrail.yaml")
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

var rowInSetup = regexp.MustCompile(`^in setup\.xlsx, sheet (.+), a row: (.+)$`)

// does what a line between the commands says: lets time pass, adds a row to
// setup.xlsx, or answers to-decide.xlsx.
func (p *convenor) does(s session) {
	p.t.Helper()
	if day, err := time.Parse("2 January 2006", s.aside); err == nil {
		p.today = day.Add(9 * time.Hour)
		return
	}
	switch found := rowInSetup.FindStringSubmatch(s.aside); {
	case found != nil:
		p.addsRow(found[1], strings.Split(found[2], "|"))
	case s.aside == "in to-decide.xlsx, in the column Your answer: choose the first of each list, and save":
		p.decides()
	default:
		p.t.Fatalf("README line %d: nobody knows how to do %q", s.line, s.aside)
	}
}

func (p *convenor) addsRow(sheet string, cells []string) {
	p.t.Helper()
	p.edits("setup.xlsx", func(book *excelize.File) {
		rows, err := book.GetRows(sheet)
		if err != nil {
			p.t.Fatal(err)
		}
		for i, cell := range cells {
			name, err := excelize.CoordinatesToCellName(i+1, len(rows)+1)
			if err == nil {
				err = book.SetCellValue(sheet, name, strings.TrimSpace(cell))
			}
			if err != nil {
				p.t.Fatal(err)
			}
		}
	})
}

// decides takes the first choice of every row that asks something.
func (p *convenor) decides() {
	p.t.Helper()
	answered := 0
	p.edits("to-decide.xlsx", func(book *excelize.File) {
		for _, sheet := range book.GetSheetList() {
			if sheet == "decided already" { // what it offers there is to ask again
				continue
			}
			rows, err := book.GetRows(sheet)
			if err != nil {
				p.t.Fatal(err)
			}
			at := map[string]int{}
			for i, row := range rows {
				if at["decision_id"] == 0 {
					for column, heading := range row {
						at[heading] = column + 1
					}
					continue
				}
				choice := cellAt(row, at["choice_1"])
				if choice == "" || cellAt(row, at["Your answer"]) != "" {
					continue
				}
				name, err := excelize.CoordinatesToCellName(at["Your answer"], i+1)
				if err == nil {
					err = book.SetCellValue(sheet, name, choice)
				}
				if err != nil {
					p.t.Fatal(err)
				}
				answered++
			}
		}
	})
	if answered == 0 {
		p.t.Error("to-decide.xlsx asks nothing")
	}
}

func (p *convenor) edits(file string, edit func(*excelize.File)) {
	p.t.Helper()
	book, err := excelize.OpenFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	edit(book)
	if err := book.Save(); err != nil {
		p.t.Fatal(err)
	}
}
