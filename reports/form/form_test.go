package form

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func cells(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestEveryTemplateHasItsHeadingsAndSaysHowToFillThem(t *testing.T) {
	for _, kind := range Kinds() {
		s, _ := vocabulary.SheetOf(kind)
		data, err := Template(kind, Known{}, "en")
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		f := open(t, data)
		sheets := f.GetSheetList()
		if len(sheets) != 2 || sheets[1] != "How to fill this in" {
			t.Fatalf("%s: sheets %q", kind, sheets)
		}
		head := cells(t, f, sheets[0])
		if len(head) != 1 || len(head[0]) != len(Fields(s)) {
			t.Fatalf("%s: first sheet is %q", kind, head)
		}
		guide := cells(t, f, sheets[1])
		guide = guide[len(guide)-len(Fields(s)):]
		for i, field := range Fields(s) {
			if head[0][i] != field.Heading || guide[i][0] != field.Heading {
				t.Errorf("%s: column %d is headed %q, the guide says %q, want %q", kind, i+1, head[0][i], guide[i][0], field.Heading)
			}
			if want := strings.Join(field.Choice.Words, ", "); want != "" && guide[i][3] != want {
				t.Errorf("%s.%s: the guide's words are %q", kind, field.Heading, guide[i][3])
			}
		}
	}
}

func TestEveryHeadingIsExplained(t *testing.T) {
	say := message.For("en")
	for _, kind := range Kinds() {
		s, _ := vocabulary.SheetOf(kind)
		for _, f := range Fields(s) {
			meaning, holds := Meaning(say, kind, f), say.Say("form.holds."+string(f.Holds))
			if strings.Contains(meaning, "form.") {
				t.Errorf("%s.%s: %q is no sentence", kind, f.Heading, meaning)
			}
			if meaning == holds && len(f.Heading) > 0 && !plainEnough[f.Heading] {
				t.Errorf("%s.%s: the guide says only %q", kind, f.Heading, meaning)
			}
		}
	}
}

// plainEnough headings say themselves what they mean.
var plainEnough = map[string]bool{"email": true, "note": true, "name": true, "cycle": true, "kind": true, "date": true, "text": true,
	"status": true, "topic": true, "taxonomy": true, "capital_type": true}

func TestRequiredHeadingsAreBoldAndClosedListsDropDown(t *testing.T) {
	data, err := Template(vocabulary.Sessions, Known{}, "en")
	if err != nil {
		t.Fatal(err)
	}
	f, s := open(t, data), sheetOf(t, vocabulary.Sessions)
	lists, err := f.GetDataValidations(s.Title)
	if err != nil {
		t.Fatal(err)
	}
	offered := map[string]string{}
	for _, l := range lists {
		column, _, _ := strings.Cut(l.Sqref, "2:")
		offered[column] = l.Formula1
	}
	for i, field := range s.Fields {
		column, _ := excelize.ColumnNumberToName(i + 1)
		id, _ := f.GetCellStyle(s.Title, column+"1")
		style, _ := f.GetStyle(id)
		if bold := style.Font != nil && style.Font.Bold; bold != (field.Need == vocabulary.Required) {
			t.Errorf("%s: bold is %v", field.Heading, bold)
		}
		if words := strings.Join(field.Choice.Words, ","); words != strings.Trim(offered[column], `"`) {
			t.Errorf("%s offers %q, want %q", field.Heading, offered[column], words)
		}
		if field.Holds == vocabulary.Day {
			id, _ := f.GetColStyle(s.Title, column)
			if style, _ := f.GetStyle(id); style.CustomNumFmt == nil || *style.CustomNumFmt != "yyyy-mm-dd" {
				t.Errorf("%s is not formatted as a day", field.Heading)
			}
		}
	}
}

func TestTemplatesDoNotChangeByThemselves(t *testing.T) {
	for _, kind := range []vocabulary.Kind{vocabulary.Roster, vocabulary.Stories} {
		a, err := Template(kind, Known{}, "en")
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			if b, _ := Template(kind, Known{}, "en"); !bytes.Equal(a, b) {
				t.Fatalf("%s: two makings differ", kind)
			}
		}
	}
}

func TestKindsOfForeignLayoutsHaveNoTemplate(t *testing.T) {
	for _, kind := range []vocabulary.Kind{vocabulary.Meeting, "nonsense"} {
		if _, err := Template(kind, Known{}, "en"); err == nil {
			t.Errorf("%s has a template", kind)
		}
	}
	if slices.Contains(Kinds(), vocabulary.Meeting) {
		t.Error("meeting is listed")
	}
}

func TestWhatOnlyToolsWriteIsNoFieldToFill(t *testing.T) {
	for kind, headings := range writtenByTools {
		for _, heading := range headings {
			if i := sheetOf(t, kind).Index(heading); i < 0 {
				t.Errorf("%s has no heading %s to leave out", kind, heading)
			} else if sheetOf(t, kind).Fields[i].Need != vocabulary.Optional {
				t.Errorf("%s.%s is left out and needed", kind, heading)
			}
		}
	}
}

func sheetOf(t *testing.T, k vocabulary.Kind) vocabulary.Sheet {
	t.Helper()
	s, ok := vocabulary.SheetOf(k)
	if !ok {
		t.Fatalf("no sheet %s", k)
	}
	return s
}

func rowsOf(t interface{ Fatal(...any) }, data []byte) [][]string {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// A construct with an indicator of its own is of no use to who does not know its word.
func TestQuestionListSaysWhichConstructsAnIndicatorLooksFor(t *testing.T) {
	data, err := Template(vocabulary.Codebook, Known{}, "en")
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, data)
	var said []string
	for _, row := range cells(t, f, f.GetSheetList()[1]) {
		said = append(said, strings.Join(row, " "))
	}
	for _, word := range vocabulary.Constructs.Words {
		if !slices.ContainsFunc(said, func(line string) bool { return strings.HasPrefix(line, word+": ") && len(line) > len(word)+20 }) {
			t.Errorf("the guide does not explain %s", word)
		}
	}
}
