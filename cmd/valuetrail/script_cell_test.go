package main

import (
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// writeCell is `cell FILE.xlsx SHEET!A1=WORDS…`: what somebody types into a
// workbook and saves.
func writeCell(ts *testscript.TestScript, not bool, args []string) {
	if not || len(args) < 2 {
		ts.Fatalf("usage: cell FILE.xlsx SHEET!A1=WORDS…")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	for _, typed := range args[1:] {
		place, words, _ := strings.Cut(typed, "=")
		sheet, at, ok := strings.Cut(place, "!")
		if !ok {
			ts.Fatalf("no sheet in %q", typed)
		}
		ts.Check(book.SetCellValue(sheet, at, words))
	}
	ts.Check(book.Save())
}

// inCells is `cells FILE.xlsx WORDS…`: some cell of the workbook holds each of the
// words, or, after a `!`, none does.
func inCells(ts *testscript.TestScript, not bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: [!] cells FILE.xlsx WORDS…")
	}
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer book.Close()
	var all strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		for _, row := range rows {
			all.WriteString(strings.Join(row, "\n") + "\n")
		}
	}
	for _, words := range args[1:] {
		if strings.Contains(all.String(), words) == not {
			ts.Fatalf("%s: %q is in a cell: %v", args[0], words, !not)
		}
	}
}
