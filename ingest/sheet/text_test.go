package sheet

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// table is a book's first sheet as "row number: cell|cell" lines.
func table(t *testing.T, b *Book) []string {
	t.Helper()
	var lines []string
	for row, err := range b.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, fmt.Sprintf("%d: %s", row.No, strings.Join(row.Cells, "¦")))
	}
	return lines
}

func readText(t *testing.T, text string) *Book {
	t.Helper()
	b, err := Read("t.csv", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTextBecomesRows(t *testing.T) {
	cases := map[string]struct {
		text, delimiter string
		want            []string
	}{
		"line feeds":                       {"a,b\n1,2\n", ",", []string{"1: a¦b", "2: 1¦2"}},
		"carriage returns and line feeds":  {"a,b\r\n1,2\r\n", ",", []string{"1: a¦b", "2: 1¦2"}},
		"carriage returns only":            {"a,b\r1,2\r", ",", []string{"1: a¦b", "2: 1¦2"}},
		"mixed line ends":                  {"a,b\r\n1,2\n3,4\r5,6", ",", []string{"1: a¦b", "2: 1¦2", "3: 3¦4", "4: 5¦6"}},
		"semicolons with decimal commas":   {"a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";", []string{"1: a¦b¦c", "2: 1,5¦2,5¦3,5", "3: 4,5¦5,5¦6,5"}},
		"tabs with commas in names":        {"Name\tJoin\nDoe, Ann\t9/3/25, 9:00\nRoe, Bo\t9/3/25, 9:01\n", "tab", []string{"1: Name¦Join", "2: Doe, Ann¦9/3/25, 9:00", "3: Roe, Bo¦9/3/25, 9:01"}},
		"pipes":                            {"a|b\n1|2\n", "|", []string{"1: a¦b", "2: 1¦2"}},
		"commas with semicolon lists":      {"id,likes\n1,tea;milk\n2,tea\n3,milk;salt;tea\n", ",", []string{"1: id¦likes", "2: 1¦tea;milk", "3: 2¦tea", "4: 3¦milk;salt;tea"}},
		"a title line with a comma":        {"Survey, spring\na;b;c\n1;2;3\n", ";", []string{"1: Survey, spring", "2: a¦b¦c", "3: 1¦2¦3"}},
		"one column":                       {"name\nAnn\nBo\n", ",", []string{"1: name", "2: Ann", "3: Bo"}},
		"quoted delimiters":                {"a,b\n\"x,y\",2\n", ",", []string{"1: a¦b", "2: x,y¦2"}},
		"doubled quotes":                   {"a,b\n\"say \"\"hi\"\"\",2\n", ",", []string{"1: a¦b", `2: say "hi"¦2`}},
		"empty quoted cells":               {"a,b\n\"\",2\n", ",", []string{"1: a¦b", "2: ¦2"}},
		"line breaks inside quotes":        {"a,b\r\n\"x\r\ny\",2\r\n3,4\r\n", ",", []string{"1: a¦b", "2: x\ny¦2", "3: 3¦4"}},
		"blanks after a closing quote":     {"a,b\n\"x\" ,2\n", ",", []string{"1: a¦b", "2: x¦2"}},
		"quotes inside plain cells":        {"a,b\nthe \"x\" one,2\n", ",", []string{"1: a¦b", `2: the "x" one¦2`}},
		"quotes not doubled":               {"a,b\n\"the \"x, y\" one\",2\n", ",", []string{"1: a¦b", `2: the "x, y" one¦2`}},
		"backslashes before quotes":        {"a,b\n1,\"say \\\"hi\\\"\"\n", ",", []string{"1: a¦b", `2: 1¦say \"hi\"`}},
		"short and long rows":              {"a,b,c\n1\n1,2\n1,2,3,4\n", ",", []string{"1: a¦b¦c", "2: 1", "3: 1¦2", "4: 1¦2¦3¦4"}},
		"blank rows are counted":           {"\na,b\n\n,,\n \u00a0\n1,2\n\n", ",", []string{"2: a¦b", "6: 1¦2"}},
		"blank cells at the end are cut":   {"a,b,,\n1,2,  ,\u200b\n", ",", []string{"1: a¦b", "2: 1¦2"}},
		"a sep line is honoured":           {"sep=;\r\na,b;c\r\n1;2\r\n", ";", []string{"1: a,b¦c", "2: 1¦2"}},
		"a quoted sep line is too":         {"\"sep=|\"\na|b\n", "|", []string{"1: a¦b"}},
		"a mark before the first cell":     {"\ufeff\ufeffa,b\n1,2\n", ",", []string{"1: a¦b", "2: 1¦2"}},
		"a mark inside the first quotes":   {"\"\ufeffa\",b\n1,2\n", ",", []string{"1: a¦b", "2: 1¦2"}},
		"no line end at the end":           {"a,b\n1,2", ",", []string{"1: a¦b", "2: 1¦2"}},
		"a DOS end of file":                {"a,b\n1,2\n\x1a", ",", []string{"1: a¦b", "2: 1¦2"}},
		"formulas stay text":               {"a,b\n=1+1,@x\n", ",", []string{"1: a¦b", "2: =1+1¦@x"}},
		"leading zeros and blanks stay":    {"a,b\n001, x\n", ",", []string{"1: a¦b", "2: 001¦ x"}},
		"all quoted, semicolons":           {"\"a\";\"b, c\"\n\"1\";\"2, 3\"\n", ";", []string{"1: a¦b, c", "2: 1¦2, 3"}},
		"preamble and sections":            {"1. Summary\nTitle\tMonthly call, May\n\n2. Participants\nName\tFirst\tLast\tRole\nDoe, A\t1\t2\tO\n", "tab", []string{"1: 1. Summary", "2: Title¦Monthly call, May", "4: 2. Participants", "5: Name¦First¦Last¦Role", "6: Doe, A¦1¦2¦O"}},
		"one heading row only":             {"id;name\n", ";", []string{"1: id¦name"}},
		"a bracket does not make it JSON":  {"[code],name\n[1],Ann\n", ",", []string{"1: [code]¦name", "2: [1]¦Ann"}},
		"a heading like a magic number":    {"ID3,RIFF\n1,2\n", ",", []string{"1: ID3¦RIFF", "2: 1¦2"}},
		"an angle bracket is not web page": {"<18,a\n18-30,b\n", ",", []string{"1: <18¦a", "2: 18-30¦b"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := readText(t, c.text)
			if got := table(t, b); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
			if b.Delimiter != c.delimiter {
				t.Errorf("delimiter %q, want %q", b.Delimiter, c.delimiter)
			}
			if len(b.Notes) > 0 {
				t.Errorf("notes %v", b.Notes)
			}
		})
	}
}

func TestAQuoteThatNeverClosesIsAnErrorWithItsRow(t *testing.T) {
	b := readText(t, "a,b\n1,2\n3,\"open\n5,6\n")
	var rows int
	var last error
	for _, err := range b.Sheets[0].Rows() {
		if last = err; err == nil {
			rows++
		}
	}
	var place *CellError
	if !errors.As(last, &place) || place.Row != 3 || place.Column != 2 || place.Hint() == "" {
		t.Fatalf("error %v", last)
	}
	if rows != 2 {
		t.Errorf("%d rows before it", rows)
	}
}

func TestAStrayQuoteDoesNotSwallowTheNextRows(t *testing.T) {
	b := readText(t, "a,b,c\n1,\"open,x\n2,\"y\",z\n3,\"he said \"no\"\nand left\",z\n4,v,w\n")
	want := []string{"1: a¦b¦c", `2: 1¦"open¦x`, "3: 2¦y¦z", `4: 3¦he said "no`, `5: and left"¦z`, "6: 4¦v¦w"}
	if got := table(t, b); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
	notes := []Note{{1, 2, 2, NoteQuote}, {1, 4, 2, NoteQuote}}
	if !reflect.DeepEqual(b.Notes, notes) {
		t.Errorf("notes %v", b.Notes)
	}
}

func TestNULCharactersCostACellNotTheFile(t *testing.T) {
	b := readText(t, "a,b\n1,x\x00y\n\x00,\n3,z\n")
	want := []string{"1: a¦b", "2: 1¦xy", "4: 3¦z"}
	for pass := range 2 {
		if got := table(t, b); !reflect.DeepEqual(got, want) {
			t.Errorf("pass %d: got %q", pass, got)
		}
		if notes := []Note{{1, 2, 2, NoteNUL}, {1, 3, 1, NoteNUL}}; !reflect.DeepEqual(b.Notes, notes) {
			t.Errorf("pass %d: notes %v", pass, b.Notes)
		}
	}
}

func TestALastLineThatBreaksOffIsTold(t *testing.T) {
	for text, want := range map[string][]Note{
		"a,b,c\n1,2,3\n4,5":      {{1, 3, 2, NoteCut}},
		"a,b,c\r\n1,2,3\r\n4":    {{1, 3, 1, NoteCut}},
		"a,b,c\n1":               {{1, 2, 1, NoteCut}},
		"t\n\na,b,c\n1,2,3\n4,5": {{1, 5, 2, NoteCut}},
		"a,b,c\n1,2,3\n4,5\n":    nil, // a short line with its end
		"a,b,c\n1,2,3":           nil, // many tools write no last line end
		"a,b,c\n1,2,3\n,,":       nil,
		"a,b\n1,2\n4,5,6":        nil,
		"a,b,c\n1,2,3\n\n\n":     nil,
		"a":                      nil,
	} {
		b := readText(t, text)
		for pass := range 2 {
			table(t, b)
			if len(b.Notes) != len(want) || len(want) > 0 && b.Notes[0] != want[0] {
				t.Errorf("%q, pass %d: notes %v, want %v", text, pass, b.Notes, want)
			}
		}
	}
}

func TestBlankRowsAreCountedToTheEnd(t *testing.T) {
	b := readText(t, "a,b\n\n,,\n1,2\n\n \n")
	table(t, b)
	if n := b.Sheets[0].BlankRows(); n != 4 {
		t.Errorf("%d blank rows", n)
	}
}

func TestStoppingEarlyAndStartingAgainGivesAllRows(t *testing.T) {
	b := readText(t, "a,b\n1,2\n3,4\n")
	for range b.Sheets[0].Rows() {
		break
	}
	if got := table(t, b); len(got) != 3 {
		t.Errorf("got %q", got)
	}
}

func TestARowWiderThanASheetIsAnError(t *testing.T) {
	b := readText(t, strings.Repeat("x,", MaxColumns+5)+"\n")
	for _, err := range b.Sheets[0].Rows() {
		var place *CellError
		if !errors.As(err, &place) || place.Hint() == "" {
			t.Fatalf("error %v", err)
		}
	}
	padded := readText(t, "a,b"+strings.Repeat(",", 2*MaxColumns)+"\n1,2\n")
	if got := table(t, padded); !reflect.DeepEqual(got, []string{"1: a¦b", "2: 1¦2"}) {
		t.Errorf("padded: %q", got)
	}
}

func TestAPanicOfTheCallerIsTheCallers(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("the panic was swallowed")
		}
	}()
	for range readText(t, "a,b\n").Sheets[0].Rows() {
		panic("mine")
	}
}

func TestManyNotesEndWithOneThatSaysSo(t *testing.T) {
	b := readText(t, "a,b\n"+strings.Repeat("some longer text,x\x00y\n", 3*maxNotes))
	table(t, b)
	if len(b.Notes) != maxNotes+1 || b.Notes[maxNotes].What != NoteMore {
		t.Errorf("%d notes, last %v", len(b.Notes), b.Notes[len(b.Notes)-1])
	}
}

func TestColumnNames(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 703: "AAA", MaxColumns: "XFD"} {
		if got := ColumnName(n); got != want {
			t.Errorf("ColumnName(%d) = %q", n, got)
		}
	}
}
