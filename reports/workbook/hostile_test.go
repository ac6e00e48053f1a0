package workbook

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"valuetrail/reports"
)

// hostile are texts that people, or their tools, have been seen to put into
// titles, names and answers, and that must come out as text.
var hostile = []string{
	`=HYPERLINK("http://x","y")`, `+1+cmd|'/C calc'!A0`, `@SUM(1)`, "\t=1", "\r=1", `＝1+1`, "\u200b=1", "-1+1", "'=1",
	`_x003D_1`, `_x0041_`, "_x202E_txt", "a\x00b", "a\x0bb", "\ufffe", "\xff\xfe", "\u202Egpj.exe", "line\u2028separator", "two\nlines",
	`</script><script>alert(1)</script>`, `javascript:alert(1)`, `file:///etc/passwd`, `]]>`, `<!--`, `&lt;b&gt;`, `"; DROP TABLE q; --`, `a""b`, `../../x`, "CON", "%00", "History", "'",
	strings.Repeat("x", 33_000), strings.Repeat("𝕊", 17_000), "e" + strings.Repeat("\u0301", 10_000), "[c]", "12", "1e5", "TRUE", "#REF!",
}

// plant puts words into every text of a report.
func plant(v reflect.Value, words func() string) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			v.SetString(words())
		}
	case reflect.Pointer:
		if !v.IsNil() {
			plant(v.Elem(), words)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Kind" && name != "Role" && name != "Mark" && name != "Unit" {
				plant(v.Field(i), words)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			plant(v.Index(i), words)
		}
	}
}

var (
	formula   = regexp.MustCompile(`<(x:)?f[ >/]`)
	external  = regexp.MustCompile(`TargetMode="External"|externalLink|vbaProject|oleObject`)
	sheetName = regexp.MustCompile(`^[\pL\pN][\pL\pN \-()]{0,30}$`)
	tableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)
)

func checkHarmless(t *testing.T, data []byte) {
	for name, text := range parts(t, data) {
		if strings.HasPrefix(name, "xl/worksheets/") && formula.MatchString(text) {
			t.Fatalf("%s holds a formula", name)
		}
		if external.MatchString(text) {
			t.Fatalf("%s leads outside", name)
		}
	}
	f, err := excelize.OpenReader(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if !sheetName.MatchString(sheet) {
			t.Fatalf("sheet %q", sheet)
		}
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			if !tableName.MatchString(table.Name) {
				t.Fatalf("table %q", table.Name)
			}
		}
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, cell := range row {
				checkCellText(t, f, sheet, j+1, i+1, cell)
			}
		}
	}
}

func checkCellText(t *testing.T, f *excelize.File, sheet string, column, row int, cell string) {
	at, _ := excelize.CoordinatesToCellName(column, row)
	kind, _ := f.GetCellType(sheet, at)
	seen := strings.TrimLeft(cell, " \t\n\r\u200b\ufeff")
	if kind == excelize.CellTypeSharedString && seen != "" && strings.ContainsAny(seen[:1], "=+-@") || strings.HasPrefix(seen, "＝") {
		t.Fatalf("%s!%s would be a formula when saved as CSV: %q", sheet, at, cell)
	}
	if len(utf16.Encode([]rune(cell))) > 32_767 {
		t.Fatalf("%s!%s is too long", sheet, at)
	}
	for _, r := range cell {
		if r < ' ' && r != '\n' && r != '\t' {
			t.Fatalf("%s!%s holds the control character %U", sheet, at, r)
		}
	}
}

func TestHostileTextsStayTexts(t *testing.T) {
	for _, words := range hostile {
		r := lakeside()
		plant(reflect.ValueOf(&r).Elem(), func() string { return words })
		checkHarmless(t, draw(t, r))
	}
}

func TestMixedHostileTextsStayTexts(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r := lakeside()
		plant(reflect.ValueOf(&r).Elem(), func() string {
			if words := hostile[dice.IntN(len(hostile))]; len(words) < 1000 {
				return words + hostile[dice.IntN(20)]
			}
			return ""
		})
		checkHarmless(t, draw(t, r))
	}
}

func TestHostileTextReadsAsItWasWritten(t *testing.T) {
	for _, words := range []string{`_x003D_1`, `_x0041_`, `</script>`, `]]>`, "two\nlines", `a""b`, "12", "TRUE", "#REF!", "_x005F_x0041_"} {
		r := lakeside()
		r.Headline = words
		r.Sections[1].Figures[0].Table.Columns[0].Heading = words
		f := open(t, draw(t, r))
		rows, _ := f.GetRows("Cover")
		if rows[2][1] != words {
			t.Errorf("%q came back as %q", words, rows[2][1])
		}
	}
}

func TestReportsWithOddShapesAreDrawn(t *testing.T) {
	for name, change := range map[string]func(*reports.Figure){
		"more cells than columns":  func(f *reports.Figure) { f.Table.Columns = f.Table.Columns[:2] },
		"fewer cells than columns": func(f *reports.Figure) { f.Table.Rows[1] = f.Table.Rows[1][:1] },
		"no rows":                  func(f *reports.Figure) { f.Table.Rows = nil },
		"chart without series":     func(f *reports.Figure) { f.Chart.Series = nil },
		"chart of another length":  func(f *reports.Figure) { f.Chart.Rows = f.Chart.Rows[:1] },
		"unknown role":             func(f *reports.Figure) { f.Chart.Series[1].Role = "maybe" },
		"two of one role":          func(f *reports.Figure) { f.Chart.Series[1].Role = "yes" },
	} {
		r := lakeside()
		change(&r.Sections[0].Figures[0])
		if got := open(t, draw(t, r)).GetSheetList(); len(got) != 10 {
			t.Errorf("%s: sheets %q", name, got)
		}
	}
}
