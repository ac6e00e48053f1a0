package sheet

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestCellsHaveOneCanonicalText(t *testing.T) {
	cases := map[string]struct{ cell, want string }{
		"shared text":                     {`<c t="s"><v>0</v></c>`, "name"},
		"rich text without its guide":     {`<c t="s"><v>1</v></c>`, "bold and plain"},
		"escaped characters":              {`<c t="s"><v>3</v></c>`, "a\nb & A é _xyz_"},
		"inline text":                     {`<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r><rPh><t>x</t></rPh></is></c>`, "inline"},
		"inline text in two stretches":    {`<c t="inlineStr"><is><t>a<![CDATA[<b>]]>&#x263A;<!-- no --></t></is></c>`, "a<b>☺"},
		"text of a formula":               {`<c t="str"><f>A1&amp;"x"</f><v>namex</v></c>`, "namex"},
		"an integer":                      {`<c><v>42</v></c>`, "42"},
		"a negative integer":              {`<c><v>-7</v></c>`, "-7"},
		"an integer written as decimal":   {`<c><v>42.0</v></c>`, "42"},
		"a long identifier":               {`<c><v>10712345678901</v></c>`, "10712345678901"},
		"an identifier with exponent":     {`<c><v>1.07E+10</v></c>`, "10700000000"},
		"a decimal with binary dust":      {`<c><v>4.0999999999999996</v></c>`, "4.1"},
		"a small decimal":                 {`<c><v>1.5E-3</v></c>`, "0.0015"},
		"minus nothing":                   {`<c><v>-0</v></c>`, "0"},
		"a number with custom words":      {`<c s="4"><v>3.5</v></c>`, "3.5"},
		"true":                            {`<c t="b"><v>1</v></c>`, "TRUE"},
		"false":                           {`<c t="b"><v>0</v></c>`, "FALSE"},
		"an error":                        {`<c t="e"><v>#DIV/0!</v></c>`, "#DIV/0!"},
		"a date":                          {`<c s="1"><v>46085</v></c>`, "2026-03-04"},
		"a date and time":                 {`<c s="2"><v>44197.423726851855</v></c>`, "2021-01-01 10:10:10"},
		"a date and time format, no time": {`<c s="2"><v>44197</v></c>`, "2021-01-01"},
		"a second before midnight":        {`<c s="2"><v>44196.99999999</v></c>`, "2021-01-01"},
		"a time":                          {`<c s="5"><v>0.75</v></c>`, "18:00:00"},
		"midnight":                        {`<c s="5"><v>0</v></c>`, "00:00:00"},
		"a duration":                      {`<c s="3"><v>1.0625</v></c>`, "25:30:00"},
		"a negative duration":             {`<c s="3"><v>-0.5</v></c>`, "-12:00:00"},
		"the first of March 1900":         {`<c s="1"><v>61</v></c>`, "1900-03-01"},
		"the day that never was":          {`<c s="1"><v>60</v></c>`, "1900-02-29"},
		"the last of February 1900":       {`<c s="1"><v>59</v></c>`, "1900-02-28"},
		"the last day":                    {`<c s="1"><v>2958465</v></c>`, "9999-12-31"},
		"a negative date":                 {`<c s="1"><v>-3</v></c>`, "-3"},
		"a date beyond the calendar":      {`<c s="1"><v>2958466</v></c>`, "2958466"},
		"an ISO date":                     {`<c t="d"><v>2021-01-01</v></c>`, "2021-01-01"},
		"an ISO date and time":            {`<c t="d"><v>2021-01-01T10:10:10.000Z</v></c>`, "2021-01-01 10:10:10"},
		"an ISO time":                     {`<c t="d"><v>10:10:10</v></c>`, "10:10:10"},
		"blanks are kept":                 {`<c t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>`, " x "},
		"an unknown style":                {`<c s="99"><v>46085</v></c>`, "46085"},
		"prefixes":                        {`<x:c t="s" xmlns:x="y"><x:v>0</x:v></x:c>`, "name"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := readParts(t, parts(`<row>`+c.cell+`</row>`))
			if got := table(t, b); !reflect.DeepEqual(got, []string{"1: " + c.want}) {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if len(b.Notes) > 0 {
				t.Errorf("notes %v", b.Notes)
			}
		})
	}
}

func TestDatesFollowTheWorkbooksCalendar(t *testing.T) {
	p := parts(`<row><c s="1"><v>43101</v></c><c s="5"><v>0.5</v></c></row>`)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "</sheets>", `</sheets><extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>`, 1)
	if got := table(t, readParts(t, p)); !reflect.DeepEqual(got, []string{"1: 2022-01-02¦12:00:00"}) {
		t.Errorf("got %q", got)
	}
}

func TestFormatCodesTellDates(t *testing.T) {
	for code, want := range map[string]numberKind{
		"General": plain, "0.00": plain, "#,##0 \"day\"": plain, `0\d`: plain, "[Red]0": plain, "[$-409]0": plain, "@": plain,
		"0.00E+00": plain, `0_d`: plain, "*d0": plain, "0;yyyy": plain, "#,##0 [$zł-415]": plain, "": plain, "General\" h\"": plain,
		"yyyy-mm-dd": date, "d/m/yy": date, "[$-F800]dddd, mmmm dd": date, "h:mm AM/PM": date, "mm:ss.0": date, "YYYY": date, "mmm-yy;@": date,
		"[h]:mm": elapsed, "[mm]:ss": elapsed, "[SS]": elapsed, "dd.mm.yyyy hh:mm": date, `"on" d`: date, `\s`: plain, `"open`: plain, "[h": plain,
	} {
		if got := formatKind(code); got != want {
			t.Errorf("formatKind(%q) = %d, want %d", code, got, want)
		}
	}
}

func TestRowsKeepTheirNumbersAndColumns(t *testing.T) {
	rows := `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c><c r="E2" s="1"/></row><row r="3"/>` +
		`<row><c><v>3</v></c><c/><c><v>4</v></c></row><row r="9"><c r="C9" t="inlineStr"><is><t>  </t></is></c></row><row><c r="D12"><v>5</v></c></row>`
	b := readParts(t, parts(rows))
	if got := table(t, b); !reflect.DeepEqual(got, []string{"2: 2¦1", "4: 3¦¦4", "12: ¦¦¦5"}) {
		t.Errorf("got %q", got)
	}
	if n := b.Sheets[0].BlankRows(); n != 9 {
		t.Errorf("%d blank rows", n)
	}
}

func TestRowsOutOfOrderAreGivenAndNoted(t *testing.T) {
	b := readParts(t, parts(`<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`))
	if got := table(t, b); !reflect.DeepEqual(got, []string{"3: 3", "1: 1"}) {
		t.Errorf("got %q", got)
	}
	if !reflect.DeepEqual(b.Notes, []Note{{1, 1, 0, NoteOrder}}) {
		t.Errorf("notes %v", b.Notes)
	}
}

func TestHorizontalMergesAreFilledWithinTheirRow(t *testing.T) {
	p := with(parts(""), "xl/worksheets/sheet1.xml", sheetXML(
		`<row r="1"><c r="B1" t="s"><v>0</v></c><c r="E1"><v>5</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>4</v></c></row>`,
		`<mergeCells><mergeCell ref="E1:F1"/><mergeCell ref="B1:D2"/><mergeCell ref="A1:A2"/></mergeCells>`))
	b := readParts(t, p)
	if got := table(t, b); !reflect.DeepEqual(got, []string{"1: ¦name¦name¦name¦5¦5", "2: 1¦¦¦4"}) {
		t.Errorf("got %q", got)
	}
	for row := range b.Sheets[0].Rows() {
		if want := map[int][]Merge{1: {{2, 4}, {5, 6}}}[row.No]; !reflect.DeepEqual(row.Merged, want) {
			t.Errorf("row %d: merged %v", row.No, row.Merged)
		}
	}
}

func TestTabsComeInOrderAndChartsAreLeftOut(t *testing.T) {
	p := parts(`<row><c><v>1</v></c></row>`)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<sheets>",
		`<sheets><sheet name="Chart" sheetId="9" r:id="r9"/><sheet name="Old &amp; new" state="veryHidden" sheetId="2" r:id="r8"/>`, 1)
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "</Relationships>",
		`<Relationship Id="r9" Type="`+relKinds+`chartsheet" Target="chartsheets/sheet1.xml"/>`+
			`<Relationship Id="r8" Type="`+relKinds+`worksheet" Target="worksheets/other.xml"/></Relationships>`, 1)
	p["xl/worksheets/other.xml"] = sheetXML(`<row><c><v>8</v></c></row>`, "")
	b := readParts(t, p)
	if len(b.Sheets) != 2 || b.Format != XLSX {
		t.Fatalf("%d sheets of %s", len(b.Sheets), b.Format)
	}
	first, second := b.Sheets[0], b.Sheets[1]
	if first.Name != "Old & new" || !first.Hidden || first.No != 1 || second.Name != "One" || second.Hidden || second.No != 2 {
		t.Errorf("%+v, %+v", first, second)
	}
	rows, err := everyRow(b)
	if err != nil || len(rows) != 2 || rows[0].Cell(1) != "8" || rows[1].Cell(1) != "1" || rows[1].Cell(2) != "" || rows[1].Cell(0) != "" {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestAFormulaWithoutItsResultIsNoted(t *testing.T) {
	b := readParts(t, parts(`<row><c><v>1</v></c><c><f>A1+1</f></c><c t="str"><f>""</f><v></v></c><c><v>x y</v></c></row>`))
	if got := table(t, b); !reflect.DeepEqual(got, []string{"1: 1¦¦¦x y"}) {
		t.Errorf("got %q", got)
	}
	if !reflect.DeepEqual(b.Notes, []Note{{1, 1, 2, NoteFormula}, {1, 1, 4, NoteNotANumber}}) {
		t.Errorf("notes %v", b.Notes)
	}
}

func TestACellThatCannotBeReadIsNamed(t *testing.T) {
	cases := map[string]struct {
		row         string
		line, place int
	}{
		"beyond the shared texts":   {`<row r="4"><c r="C4" t="s"><v>9</v></c></row>`, 4, 3},
		"before the shared texts":   {`<row r="4"><c r="C4" t="s"><v>-1</v></c></row>`, 4, 3},
		"no number of a text":       {`<row r="4"><c r="C4" t="s"><v>x</v></c></row>`, 4, 3},
		"the same cell twice":       {`<row r="4"><c r="C4"><v>1</v></c><c r="C4"><v>2</v></c></row>`, 4, 3},
		"a cell of another row":     {`<row r="4"><c r="C5"><v>1</v></c></row>`, 4, 3},
		"an unknown type":           {`<row r="4"><c r="C4" t="z"><v>1</v></c></row>`, 4, 3},
		"too long a text":           {`<row r="4"><c r="C4" t="str"><v>` + strings.Repeat("é", MaxCellLength+1) + `</v></c></row>`, 4, 3},
		"the same row twice":        {`<row r="4"><c r="C4"><v>1</v></c></row><row r="4"/>`, 4, 0},
		"a row beyond the last":     {`<row r="1048577"><c><v>1</v></c></row>`, 1048577, 0},
		"a column beyond the last":  {`<row r="4"><c r="XFE4"><v>1</v></c></row>`, 4, 16385},
		"an address that is no one": {`<row r="4"><c r="4C"><v>1</v></c></row>`, 4, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := failure(t, zipped(t, parts(c.row)))
			var place *CellError
			if !errors.As(err, &place) || place.Row != c.line || place.Column != c.place || place.Sheet != "One" || place.SheetNo != 1 {
				t.Errorf("%#v", err)
			}
		})
	}
	fits := readParts(t, parts(`<row><c t="str"><v>`+strings.Repeat("é", MaxCellLength)+`</v></c></row>`))
	if rows, err := everyRow(fits); err != nil || len(rows) != 1 {
		t.Errorf("the longest text: %v", err)
	}
}

// Where there is no room for the rows of a workbook they are unpacked anew at each
// pass, and are the same rows, merges and notes.
func TestRowsAreTheSameWhetherTheyAreHeldOrUnpackedAnew(t *testing.T) {
	var rows strings.Builder
	for row := range 300 {
		fmt.Fprintf(&rows, `<row r="%[1]d"><c r="C%[1]d" t="s"><v>%[2]d</v></c><c r="A%[1]d"><f>1</f></c><c r="E%[1]d" t="inlineStr"><is><t>%[3]s</t></is></c></row>`,
			2*row+5, row%2, strings.Repeat("é", row*40))
	}
	p := parts(`<row r="900"><c r="A900"><v>x</v></c></row>` + rows.String() + `<row r="2000"/>`)
	p["xl/worksheets/sheet1.xml"] = strings.Replace(p["xl/worksheets/sheet1.xml"], "</sheetData>", `</sheetData><mergeCells><mergeCell ref="E7:G8"/><mergeCell ref="C7:D7"/></mergeCells>`, 1)
	told := func(room int64) (pass [2]string) {
		left := NewRoom(room)
		b, err := Read("t", zipped(t, p), Options{Room: left})
		if err != nil {
			t.Fatal(err)
		}
		if held := left.left.Load() < room; held != (room > 1<<20) {
			t.Fatalf("of %d bytes %d are left", room, left.left.Load())
		}
		for i := range pass {
			for row, err := range b.Sheets[0].Rows() {
				if err != nil {
					t.Fatal(err)
				}
				pass[i] += fmt.Sprintf("%d %q %v\n", row.No, row.Cells, row.Merged)
			}
			pass[i] += fmt.Sprint(b.Sheets[0].BlankRows(), b.Notes)
		}
		return pass
	}
	held, anew := told(8<<20), told(100_000)
	if held[0] != anew[0] || held[1] != anew[0] || anew[1] != anew[0] {
		t.Errorf("held %.2000s\nanew %.2000s", held[0], anew[0])
	}
	if n := strings.Count(held[0], "\n"); n != 301 || !strings.Contains(held[0], "[{3 4} {5 7}]") || !strings.Contains(held[0], NoteFormula) || !strings.Contains(held[0], NoteOrder) {
		t.Errorf("%d rows: %.2000s", n, held[0])
	}
}
