package samples

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// grid reads any of the files again, by means of its own; row 1 is grid[1],
// blank rows are nil.
func grid(t *testing.T, f File, sheet string) [][]string {
	t.Helper()
	switch {
	case strings.HasSuffix(f.Path, ".xlsx"):
		book, err := excelize.OpenReader(bytes.NewReader(f.Data), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		return append([][]string{nil}, rows...)
	case bytes.HasPrefix(f.Data, []byte{0xff, 0xfe}):
		var units []uint16
		for i := 2; i < len(f.Data); i += 2 {
			units = append(units, uint16(f.Data[i])|uint16(f.Data[i+1])<<8)
		}
		rows := [][]string{nil}
		for line := range strings.Lines(string(utf16.Decode(units))) {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\r\n"), "\t"))
		}
		return rows
	}
	return csvGrid(t, f)
}

func csvGrid(t *testing.T, f File) [][]string {
	t.Helper()
	data := bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	rows, end := [][]string{nil}, int64(0)
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		for rest := data[end:]; len(rest) > 0 && (rest[0] == '\n' || rest[0] == '\r'); { // blank lines are skipped by the reader
			rows = append(rows, nil)
			_, rest, _ = bytes.Cut(rest, []byte("\n"))
		}
		end = r.InputOffset()
		rows = append(rows, record)
	}
}

func byPath(t *testing.T, c *Community, path string) File {
	t.Helper()
	for _, f := range c.Files {
		if f.Path == path {
			return f
		}
	}
	t.Fatalf("no file %s", path)
	return File{}
}

func TestEveryRowOfEveryFileIsAccountedFor(t *testing.T) {
	c := generated(t)
	for _, about := range c.Truth.Files {
		rows := grid(t, byPath(t, c, about.Path), about.Sheet)
		aside := map[string]bool{"preamble": true, "second_heading": true, "blank": true, "total": true, "summary": true}
		ignored := 0
		for _, n := range about.Notes {
			if aside[n.Reason] {
				ignored++
			}
			if n.Reason == "blank" && strings.Join(rows[n.Row], "") != "" {
				t.Errorf("%s: row %d is not blank", about.Path, n.Row)
			}
		}
		if len(rows)-1 != about.LastRow || about.DataRows+ignored+1 != about.LastRow {
			t.Errorf("%s: %d rows in the file, %d by the truth: %d data, %d ignored, 1 heading", about.Path, len(rows)-1, about.LastRow, about.DataRows, ignored)
		}
		if about.Repeated+about.Changed > about.DataRows {
			t.Errorf("%s: more repeated than read", about.Path)
		}
	}
}

func TestAttendanceFilesSayWhatTheTruthSays(t *testing.T) {
	c := generated(t)
	grids := map[string][][]string{}
	for _, r := range c.Truth.AttendanceRows {
		f := byPath(t, c, r.Ref.File)
		if grids[f.Path] == nil {
			grids[f.Path] = grid(t, f, r.Ref.Sheet)
		}
		row := grids[f.Path][r.Ref.Row]
		date := sessionOf(c, r.Session).Date
		switch {
		case f.Source == "register":
			if row[0] != r.Name || !strings.EqualFold(row[r.Column-1], "x") {
				t.Errorf("%s row %d: %v", f.Path, r.Ref.Row, row)
			}
		case f.Source == "own":
			if row[0] != r.Session || row[1] != r.MemberID || row[2] != r.Status {
				t.Errorf("%s row %d: %v", f.Path, r.Ref.Row, row)
			}
		case strings.Contains(f.Path, "meetingAttendanceList"):
			same(t, row, r.Name, "Joined", written(t, "02/01/2006, 15:04:05", r.Joined))
			if r.EndRow > 0 {
				same(t, grids[f.Path][r.EndRow], r.Name, "Left", written(t, "02/01/2006, 15:04:05", r.Left))
			}
		case f.Source == "teams":
			same(t, row, r.Name, written(t, "02/01/2006, 15:04:05", r.Joined), written(t, "02/01/2006, 15:04:05", r.Left))
		case r.Joined == "":
			same(t, row, r.Name, r.Email)
			if !strings.Contains(grids[f.Path][2][2], written(t, "01/02/2006", date+"T00:00:00")) {
				t.Errorf("%s: no date above", f.Path)
			}
		default:
			same(t, row, r.Name, r.Email, written(t, "01/02/2006 03:04:05 PM", r.Joined), written(t, "01/02/2006 03:04:05 PM", r.Left))
			if last := row[len(row)-1]; r.Waiting != (last == "Yes" && len(row) > 6) {
				t.Errorf("%s row %d: waiting %v, %v", f.Path, r.Ref.Row, r.Waiting, row)
			}
		}
	}
}

func TestAnswersAndTablesAreWhereTheTruthSays(t *testing.T) {
	c := generated(t)
	for _, table := range c.Truth.Tables {
		for _, record := range table.Rows {
			for _, ref := range record.Versions {
				if byPath(t, c, ref.File).Source != "own" {
					continue
				}
				rows := grid(t, byPath(t, c, ref.File), ref.Sheet)
				first := strings.TrimSpace(rows[ref.Row][0])
				if heading := headingOf(c, rows, ref.File)[0]; first != record.Values[heading] {
					t.Errorf("%s row %d starts with %q, not %q", ref.File, ref.Row, first, record.Values[heading])
				}
			}
		}
	}
	texts := map[string]string{}
	for _, item := range c.Truth.Items {
		texts[item.ItemID], texts[item.Header], texts[item.Text] = item.ItemID, item.ItemID, item.ItemID
	}
	for _, r := range c.Truth.Responses {
		rows := grid(t, byPath(t, c, r.Ref.File), r.Ref.Sheet)
		found := 0
		for i, heading := range rows[1] {
			id := texts[strings.ReplaceAll(heading, "\u00a0", " ")]
			if id == "" && i < len(rows[2]) { // under a question that several columns answer
				id = texts[rows[2][i]]
			}
			if id == "" || i >= len(rows[r.Ref.Row]) || rows[r.Ref.Row][i] == "" {
				continue
			}
			if found++; rows[r.Ref.Row][i] != r.Answers[id].Raw {
				t.Errorf("%s row %d: %s is %q, not %q", r.Ref.File, r.Ref.Row, id, rows[r.Ref.Row][i], r.Answers[id].Raw)
			}
		}
		if found != r.Answered || found != len(r.Answers) {
			t.Errorf("%s row %d: %d answers, %d by the truth", r.Ref.File, r.Ref.Row, found, r.Answered)
		}
	}
}

func headingOf(c *Community, rows [][]string, path string) []string {
	for _, about := range c.Truth.Files {
		if about.Path == path {
			return rows[about.HeadingRow]
		}
	}
	return nil
}

func TestHostileTextIsPlanted(t *testing.T) {
	c := generated(t)
	for where, payload := range map[string]string{
		"2025-26/2025-10/zoom attendance october.csv":   `<svg/onload=alert(1)>`,
		"2025-26/2026-06/spring survey answers.csv":     `=HYPERLINK(`,
		"2025-26/2026-06/value stories - all, June.csv": `</script><script>alert(1)</script>`,
		"2025-26/2026-01/value stories January.csv":     `{{7*7}}`,
	} {
		if !bytes.Contains(byPath(t, c, where).Data, []byte(payload)) {
			t.Errorf("%s lacks %s", where, payload)
		}
	}
}

func TestTruthSurvivesJSON(t *testing.T) {
	c := generated(t)
	text, err := c.TruthJSON()
	if err != nil {
		t.Fatal(err)
	}
	var back Community
	if err := json.Unmarshal(text, &back.Truth); err != nil {
		t.Fatal(err)
	}
	again, err := back.TruthJSON()
	if err != nil || !bytes.Equal(text, again) {
		t.Errorf("truth read back differs (%v)", err)
	}
}

// generated is the delivered community.
func generated(t *testing.T) *Community {
	t.Helper()
	all, err := communities()
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func same(t *testing.T, row []string, want ...string) {
	t.Helper()
	for i, w := range want {
		if row[i] != w {
			t.Errorf("cell %d is %q, not %q, in %v", i+1, row[i], w, row)
		}
	}
}

func written(t *testing.T, layout, instant string) string {
	t.Helper()
	at, err := time.Parse("2006-01-02T15:04:05", instant)
	if err != nil {
		t.Fatal(err)
	}
	return at.Format(layout)
}
