package sheet

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

const officeNS = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
	`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
	`xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`

const officeStyles = `<office:automatic-styles><number:time-style style:name="N1" number:truncate-on-overflow="false"><number:hours/></number:time-style>` +
	`<number:time-style style:name="N2"><number:hours/></number:time-style>` +
	`<style:style style:name="lasts" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="clock" style:family="table-cell" style:data-style-name="N2"/>` +
	`<style:style style:name="child" style:family="table-cell" style:parent-style-name="lasts"/><style:style style:name="ring" style:family="table-cell" style:parent-style-name="ring"/>` +
	`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>` +
	`<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`

// content is that of a document with the tables given.
func content(tables string) string {
	return xmlHead + `<office:document-content ` + officeNS + `>` + officeStyles + `<office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document-content>`
}

// openParts are those of a small OpenDocument spreadsheet with one table.
func openParts(rows string) map[string]string {
	return map[string]string{"mimetype": calcType, "content.xml": content(`<table:table table:name="One">` + rows + `</table:table>`),
		"META-INF/manifest.xml": xmlHead + `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/"/></m:manifest>`,
		"styles.xml": xmlHead + `<office:document-styles ` + officeNS + `><office:styles><style:style style:name="Named" style:family="table-cell" ` +
			`style:parent-style-name="lasts"/></office:styles></office:document-styles>`}
}

const (
	tableRow = `<table:table-row>`
	rowEnd   = `</table:table-row>`
)

func TestTableCellsHaveTheTextThatWorkbookCellsHave(t *testing.T) {
	cases := map[string]struct{ cell, want string }{
		"text":                        {`<table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell>`, "name"},
		"rich text":                   {`<table:table-cell office:value-type="string"><text:p>a<text:span>b</text:span>c <text:a>link</text:a></text:p></table:table-cell>`, "abc link"},
		"paragraphs":                  {`<table:table-cell office:value-type="string"><text:p>a</text:p><text:p/><text:p>b</text:p></table:table-cell>`, "a\n\nb"},
		"blanks, tabs and line ends":  {`<table:table-cell office:value-type="string"><text:p> a  b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e<text:s/></text:p></table:table-cell>`, "a b  c\td\ne "},
		"text without its comment":    {`<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p></office:annotation><text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p></table:table-cell>`, "ab"},
		"text without its picture":    {`<table:table-cell office:value-type="string"><draw:frame><draw:text-box><text:p>no</text:p></draw:text-box></draw:frame><text:p>a</text:p></table:table-cell>`, "a"},
		"text without its guide":      {`<table:table-cell office:value-type="string"><text:p><text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>guide</text:ruby-text></text:ruby></text:p></table:table-cell>`, "base"},
		"text of no type":             {`<table:table-cell><text:p>&lt;a&#x263A;&gt;</text:p></table:table-cell>`, "<a☺>"},
		"text of a formula":           {`<table:table-cell table:formula="of:=1" office:value-type="string" office:string-value="a&#10;b"><text:p>a b</text:p></table:table-cell>`, "a\nb"},
		"an integer":                  {`<table:table-cell office:value-type="float" office:value="42"><text:p>42.00</text:p></table:table-cell>`, "42"},
		"a long identifier":           {`<table:table-cell office:value-type="float" office:value="10712345678901"><text:p>1.07E+13</text:p></table:table-cell>`, "10712345678901"},
		"a decimal with binary dust":  {`<table:table-cell office:value-type="float" office:value="4.0999999999999996"><text:p>4,1</text:p></table:table-cell>`, "4.1"},
		"a percentage":                {`<table:table-cell office:value-type="percentage" office:value="0.25"><text:p>25%</text:p></table:table-cell>`, "0.25"},
		"money":                       {`<table:table-cell office:value-type="currency" office:currency="EUR" office:value="12.5"><text:p>12,50 €</text:p></table:table-cell>`, "12.5"},
		"true":                        {`<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>`, "TRUE"},
		"false":                       {`<table:table-cell office:value-type="boolean" office:boolean-value="false"><text:p>FAUX</text:p></table:table-cell>`, "FALSE"},
		"a date":                      {`<table:table-cell office:value-type="date" office:date-value="2026-03-04"><text:p>04/03/26</text:p></table:table-cell>`, "2026-03-04"},
		"a date at midnight":          {`<table:table-cell office:value-type="date" office:date-value="2026-03-04T00:00:00"><text:p>x</text:p></table:table-cell>`, "2026-03-04"},
		"a date and time":             {`<table:table-cell office:value-type="date" office:date-value="2021-01-01T10:10:10.4"><text:p>x</text:p></table:table-cell>`, "2021-01-01 10:10:10"},
		"a second before midnight":    {`<table:table-cell office:value-type="date" office:date-value="2020-12-31T23:59:59.999"><text:p>x</text:p></table:table-cell>`, "2021-01-01"},
		"a time with a date's format": {`<table:table-cell office:value-type="date" office:date-value="1899-12-30T18:00:00"><text:p>x</text:p></table:table-cell>`, "18:00:00"},
		"a date that is none":         {`<table:table-cell office:value-type="date" office:date-value="-0044-03-15"><text:p>x</text:p></table:table-cell>`, "-0044-03-15"},
		"a time":                      {`<table:table-cell office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell>`, "09:05:00"},
		"a time to the second":        {`<table:table-cell table:style-name="clock" office:value-type="time" office:time-value="PT10H10M10.123456S"><text:p>x</text:p></table:table-cell>`, "10:10:10"},
		"a duration":                  {`<table:table-cell table:style-name="lasts" office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell>`, "9:05:00"},
		"a duration by inheritance":   {`<table:table-cell table:style-name="child" office:value-type="time" office:time-value="PT09H05M00S"><text:p>9:05</text:p></table:table-cell>`, "9:05:00"},
		"a duration by a named style": {`<table:table-cell table:style-name="Named" office:value-type="time" office:time-value="PT1H"><text:p>x</text:p></table:table-cell>`, "1:00:00"},
		"a style in a ring":           {`<table:table-cell table:style-name="ring" office:value-type="time" office:time-value="PT1H"><text:p>x</text:p></table:table-cell>`, "01:00:00"},
		"more than a day":             {`<table:table-cell office:value-type="time" office:time-value="P1DT1H30M"><text:p>25:30</text:p></table:table-cell>`, "25:30:00"},
		"a negative duration":         {`<table:table-cell office:value-type="time" office:time-value="-PT12H0M0S"><text:p>x</text:p></table:table-cell>`, "-12:00:00"},
		"an error":                    {`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>`, "#DIV/0!"},
		"an error as older ones are":  {`<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>`, "#DIV/0!"},
		"prefixes":                    {`<t:table-cell o:value-type="float" o:value="7"><x:p>7</x:p></t:table-cell>`, "7"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := readParts(t, openParts(tableRow+c.cell+rowEnd))
			if got := table(t, b); !reflect.DeepEqual(got, []string{"1: " + c.want}) || b.Format != ODS {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if len(b.Notes) > 0 {
				t.Errorf("notes %v", b.Notes)
			}
		})
	}
}

const oneCell = `<table:table-cell office:value-type="float" office:value="1"/>`

func TestTableRowsKeepTheirNumbersAndColumns(t *testing.T) {
	b := readParts(t, openParts(`<table:table-column table:default-cell-style-name="clock"/><table:table-column table:number-columns-repeated="9" table:default-cell-style-name="lasts"/>`+
		`<table:shapes><table:table-row>`+oneCell+`</table:table-row></table:shapes>`+
		`<table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>`+oneCell+`</table:table-row></table:table-header-rows>`+
		`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`+
		`<table:table-row-group><table:table-row-group>`+tableRow+``+strings.Repeat(`<table:table-cell office:value-type="time" office:time-value="PT1H"/>`, 2)+rowEnd+`</table:table-row-group></table:table-row-group>`+
		`<table:table-row table:default-cell-style-name="lasts"><table:table-cell/><table:table-cell office:value-type="string"><text:p>x</text:p><table:table><table:table-row>`+oneCell+`</table:table-row></table:table></table:table-cell></table:table-row>`+
		`<table:table-row table:number-rows-repeated="1048569"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`))
	if got := table(t, b); !reflect.DeepEqual(got, []string{"1: ¦¦¦1", "2: ¦¦¦1", "6: 01:00:00¦1:00:00", "7: ¦x"}) {
		t.Errorf("got %q", got)
	}
	if n := b.Sheets[0].BlankRows(); n != 3 {
		t.Errorf("%d blank rows: those that only fill the sheet are none", n)
	}
}

func TestTableMergesAreFilledWithinTheirRow(t *testing.T) {
	b := readParts(t, openParts(tableRow+`<table:table-cell/><table:table-cell office:value-type="string" table:number-columns-spanned="3" table:number-rows-spanned="2"><text:p>name</text:p></table:table-cell>`+
		`<table:covered-table-cell table:number-columns-repeated="2"/>`+oneCell+rowEnd+
		tableRow+oneCell+`<table:covered-table-cell table:number-columns-repeated="2"/><table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>`+rowEnd))
	if got := table(t, b); !reflect.DeepEqual(got, []string{"1: ¦name¦name¦name¦1", "2: 1¦¦¦under"}) {
		t.Errorf("got %q", got)
	}
	for row := range b.Sheets[0].Rows() {
		if want := map[int][]Merge{1: {{2, 4}}}[row.No]; !reflect.DeepEqual(row.Merged, want) {
			t.Errorf("row %d: merged %v", row.No, row.Merged)
		}
	}
}

func TestTablesComeInOrderAndHiddenOnesAreMarked(t *testing.T) {
	row := func(cell string) string {
		return tableRow + `<table:table-cell office:value-type="string"><text:p>` + cell + `</text:p></table:table-cell>` + rowEnd
	}
	p := with(openParts(""), "content.xml", content(`<table:tracked-changes><table:deletion><table:table table:name="gone">`+row("x")+`</table:table></table:deletion></table:tracked-changes>`+
		`<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>`+
		`<table:table table:name="Old &amp; new" table:style-name="ta2">`+row("1")+`</table:table><table:table table:name="'file:///a.ods'#$One">`+row("copy")+`</table:table>`+
		`<table:table table:name="Two" table:style-name="ta1">`+row("2")+tableRow+`<table:table-cell office:value-type="date" office:date-value="1904-01-01T12:00:00"/>`+rowEnd+`</table:table>`))
	flat := strings.Replace(p["content.xml"], "<office:document-content ", `<office:document office:mimetype="`+calcType+`" `, 1)
	flat = strings.Replace(flat, "</office:document-content>", "</office:document>", 1)
	for name, data := range map[string][]byte{"zipped": zipped(t, p), "flat": []byte(flat), "without its type": zipped(t, with(p, "mimetype", ""))} {
		b, err := Read(name, data, Options{})
		if err != nil || len(b.Sheets) != 2 || b.Format != ODS {
			t.Fatalf("%s: %+v, %v", name, b, err)
		}
		first, second := b.Sheets[0], b.Sheets[1]
		if first.Name != "Old & new" || !first.Hidden || first.No != 1 || second.Name != "Two" || second.Hidden || second.No != 2 {
			t.Errorf("%s: %+v, %+v", name, first, second)
		}
		rows, err := everyRow(b)
		if err != nil || len(rows) != 3 || rows[0].Cell(1) != "1" || rows[1].Cell(1) != "2" || rows[2].Cell(1) != "12:00:00" {
			t.Errorf("%s: %v, %v", name, rows, err)
		}
	}
}

func TestALongDocumentIsReadTableByTable(t *testing.T) {
	filler := `<table:table table:name="Long">` + strings.Repeat(tableRow+`<table:table-cell/>`+rowEnd+strings.Repeat(" ", 500), heldContent/500) + tableRow + oneCell + rowEnd + `</table:table>`
	b := readParts(t, with(openParts(""), "content.xml", content(filler+`<table:table table:name="After">`+tableRow+oneCell+rowEnd+`</table:table>`)))
	for range 2 {
		if got, err := everyRow(b); err != nil || len(got) != 2 || got[1].No != 1 || got[1].Cell(1) != "1" {
			t.Fatalf("got %v, %v", got, err)
		}
	}
}

func TestATableThatCannotBeReadIsRefused(t *testing.T) {
	wide := `<table:table-cell table:number-columns-repeated="999999999" office:value-type="string"><text:p>X</text:p></table:table-cell>`
	full := `<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>X</text:p></table:table-cell>`
	whole := zipped(t, openParts(tableRow+oneCell+rowEnd))
	cases := map[string]struct {
		data []byte
		want Reason
	}{
		"more columns than there are":   {zipped(t, openParts(tableRow+wide+rowEnd)), "cell"},
		"more rows than there are":      {zipped(t, openParts(`<table:table-row table:number-rows-repeated="999999999">`+oneCell+rowEnd)), "cell"},
		"a row after the last":          {zipped(t, openParts(`<table:table-row table:number-rows-repeated="1048576"/>`+tableRow+oneCell+rowEnd)), "cell"},
		"a full sheet by repetition":    {zipped(t, openParts(`<table:table-row table:number-rows-repeated="1048576">`+full+rowEnd)), Bomb},
		"many full rows":                {zipped(t, openParts(strings.Repeat(tableRow+full+rowEnd, 1000))), Bomb},
		"long text by repetition":       {zipped(t, openParts(`<table:table-row table:number-rows-repeated="9000"><table:table-cell><text:p>`+strings.Repeat("x", 32_000)+`</text:p></table:table-cell>`+rowEnd)), Bomb},
		"too long a text":               {zipped(t, openParts(tableRow+`<table:table-cell><text:p>`+strings.Repeat("é", MaxCellLength+1)+`</text:p></table:table-cell>`+rowEnd)), "cell"},
		"an unknown type":               {zipped(t, openParts(tableRow+`<table:table-cell office:value-type="odd" office:value="1"/>`+rowEnd)), "cell"},
		"a number that is none":         {zipped(t, openParts(`<table:table-row table:number-rows-repeated="x">`+oneCell+rowEnd)), Broken},
		"a content cut short":           {zipped(t, with(openParts(""), "content.xml", content("")[:1300])), Broken},
		"a zip cut short":               {whole[:len(whole)-30], Broken},
		"a document type":               {zipped(t, with(openParts(""), "content.xml", `<!DOCTYPE a>`+content(""))), Doctype},
		"no table":                      {zipped(t, with(openParts(""), "content.xml", content(""))), NoWorksheet},
		"a password":                    {zipped(t, with(openParts(""), "META-INF/manifest.xml", `<manifest><file-entry><encryption-data/></file-entry></manifest>`)), Encrypted},
		"a password for all of it":      {zipped(t, map[string]string{"mimetype": calcType, "encrypted-package": "x"}), Encrypted},
		"a content in another encoding": {zipped(t, with(openParts(""), "content.xml", `<?xml version="1.0" encoding="ISO-8859-1"?><a/>`)), Broken},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := failure(t, c.data)
			var place *CellError
			if c.want == "cell" && errors.As(err, &place) && place.Row > 0 && place.Sheet == "One" {
				return
			}
			var refused *RefusedError
			if !errors.As(err, &refused) || refused.Reason != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestATableFormulaWithoutItsResultIsNoted(t *testing.T) {
	b := readParts(t, openParts(tableRow+oneCell+`<table:table-cell table:formula="of:=1"/><table:table-cell office:value-type="float" office:value="x y"/>`+rowEnd))
	if got := table(t, b); !reflect.DeepEqual(got, []string{"1: 1¦¦x y"}) {
		t.Errorf("got %q", got)
	}
	if !reflect.DeepEqual(b.Notes, []Note{{1, 1, 2, NoteFormula}, {1, 1, 3, NoteNotANumber}}) {
		t.Errorf("notes %v", b.Notes)
	}
}
