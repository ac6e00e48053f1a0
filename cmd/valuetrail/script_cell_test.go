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
