package ingest_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest"
)

// reports are tables as people see them: text, numbers, days and times.
func reports() map[string][][]any {
	at := func(day, hour, minute int) time.Time { return time.Date(2025, 10, day, hour, minute, 0, 0, time.UTC) }
	return map[string][][]any{
		"attendance": {{"session_id", "session_date", "name", "email", "joined", "left"},
			{"s1", at(6, 0, 0), "Jürgen Żak", "j@firm.org", at(6, 10, 5), at(6, 11, 0)},
			{"s1", at(6, 0, 0), "李 Wei", "", at(6, 10, 0), at(6, 10, 30)},
			nil,
			{"s2", at(13, 0, 0), `Ann "Bee" Lee, Dr`, "ann@firm.org", at(13, 9, 59), at(13, 11, 1)}},
		"register": {{"Name", at(6, 0, 0), at(13, 0, 0), at(20, 0, 0)},
			{"Ann Lee", "x", "", "x"}, {"Bo Skov", "x", "x", nil}, {"Côme Ø", nil, "x", "x"}},
		"survey": {{"Timestamp", "Email Address", "How useful was it, all in all?", "What changed?\n(a line or two)", "Hours saved"},
			{at(20, 18, 5), "ann@firm.org", 5, "I said \"no\"; they listened\nand it held", 2.5},
			{at(20, 18, 7), "bo@firm.org", 3, "–", 0.25},
			{at(21, 7, 0), "", 4, "  two  blanks", 12}},
	}
}

func shownText(cell any) string {
	switch c := cell.(type) {
	case nil:
		return ""
	case time.Time:
		if c.Hour() == 0 && c.Minute() == 0 {
			return c.Format(time.DateOnly)
		}
		return c.Format(time.DateTime)
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	}
	return fmt.Sprint(cell)
}

func asText(t *testing.T, rows [][]any, delimiter rune) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = delimiter, true
	for _, row := range rows {
		cells := make([]string, max(len(row), len(rows[0])))
		for i, c := range row {
			cells[i] = shownText(c)
		}
		if err := w.Write(cells); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.Bytes()
}

func asUTF16(text []byte, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune("\ufeff" + string(text))) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func asWorkbook(t *testing.T, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: new("d/m/yy h:mm")})
	for r, row := range rows {
		for c, cell := range row {
			at, _ := excelize.CoordinatesToCellName(c+1, r+1)
			if cell != nil && err == nil {
				err = f.SetCellValue("Sheet1", at, cell)
			}
			if _, dated := cell.(time.Time); dated && err == nil {
				err = f.SetCellStyle("Sheet1", at, at, style)
			}
		}
	}
	var b bytes.Buffer
	if err == nil {
		err = f.Write(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asOpenDocument(t *testing.T, rows [][]any) []byte {
	t.Helper()
	var x strings.Builder
	x.WriteString(`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Sheet1">`)
	for _, row := range rows {
		x.WriteString("<table:table-row>")
		for _, cell := range row {
			switch c := cell.(type) {
			case nil:
				x.WriteString("<table:table-cell/>")
			case time.Time:
				fmt.Fprintf(&x, `<table:table-cell office:value-type="date" office:date-value="%s"><text:p>%s</text:p></table:table-cell>`, c.Format("2006-01-02T15:04:05"), c.Format("2/1/06"))
			case string:
				x.WriteString(`<table:table-cell office:value-type="string">` + paragraphs(c) + "</table:table-cell>")
			default:
				fmt.Fprintf(&x, `<table:table-cell office:value-type="float" office:value="%v"><text:p>%v,00</text:p></table:table-cell>`, c, c)
			}
		}
		x.WriteString("</table:table-row>")
	}
	x.WriteString(`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, part := range [][2]string{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", x.String()}} {
		p, err := w.Create(part[0])
		if err == nil {
			_, err = p.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// paragraphs are the lines of a text, each second blank as an element.
func paragraphs(text string) string {
	var x strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		var escaped bytes.Buffer
		xml.EscapeText(&escaped, []byte(line))
		one := strings.ReplaceAll(escaped.String(), "  ", ` <text:s/>`)
		if strings.HasPrefix(one, " ") {
			one = "<text:s/>" + one[1:]
		}
		x.WriteString("<text:p>" + one + "</text:p>")
	}
	return x.String()
}

// factsOfOne are what one file gave, but for what its bytes alone say.
type factsOfOne struct {
	source, from, to string
	loaded, ignored  int
	facts            ingest.Facts
	sessions         []ingest.SessionReceipt
	lines            []string
}

func factsIn(h *house) factsOfOne {
	f := h.last.Files[0]
	one := factsOfOne{source: f.Source, from: f.From, to: f.To, loaded: f.Rows.Loaded, ignored: f.Rows.Ignored, facts: f.Facts, sessions: f.Sessions}
	for _, ask := range []string{"SELECT sheet_no, row_no, cells FROM private.raw_row", "SELECT row_no, column_no, alias_id, status, minutes, joined, left_at FROM main.attendance",
		"SELECT member_id, status, minutes FROM main.presence", "SELECT row_no, column_no, number, score FROM main.answer", "SELECT handle, same_as FROM private.alias"} {
		one.lines = append(one.lines, h.lines(ask)...)
	}
	return one
}

func TestTheSameReportGivesTheSameFactsInWhateverFormat(t *testing.T) {
	for name, rows := range reports() {
		plain := asText(t, rows, ',')
		var first factsOfOne
		for i, file := range []struct {
			name string
			data []byte
		}{
			{"utf8.csv", plain}, {"marked.csv", append([]byte("\ufeff"), plain...)}, {"little.csv", asUTF16(plain, binary.LittleEndian)},
			{"big.csv", asUTF16(plain, binary.BigEndian)}, {"semicolons.csv", asText(t, rows, ';')}, {"tabs.tsv", asText(t, rows, '\t')},
			{"little.tsv", asUTF16(asText(t, rows, '\t'), binary.LittleEndian)}, {"book.xlsx", asWorkbook(t, rows)}, {"document.ods", asOpenDocument(t, rows)},
		} {
			got := factsIn(newHouse(t, twoCohorts).take(file.name, string(file.data)))
			if i == 0 {
				first = got
				if len(got.lines) < 6 || got.loaded < 3 {
					t.Fatalf("%s gives next to nothing: %+v", name, got)
				}
			}
			if !reflect.DeepEqual(got, first) {
				t.Errorf("%s as %s:\ngot  %+v\nwant %+v", name, file.name, got, first)
			}
		}
	}
}
