package form

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var asked = map[Part][]Question{
	Names: {
		{ID: "q1", Found: "Anna K (she/her)", File: "zoom, October.csv", Sheet: "1", Row: 7, Proposal: "Anna Kowalska", Candidates: []Candidate{
			{"m7", "Anna Kowalska", "same first name, K"}, {"m9", "Anna Kline", "same first name"}}},
		{ID: "q2", Found: "=HYPERLINK(\"http://x\")", File: "z.csv", Row: 8, Candidates: []Candidate{{"m1", "Kim, Lee", ""}, {"m2", "Kim, Lee", ""}, {"m3", "=1+1", "x"}, {"m4", "fourth", ""}}},
		{ID: "q3", Found: "iPhone"},
	},
	Sessions: {{ID: "s1", Found: "October meeting", Proposal: "the same session"}},
}

// fill writes answers by the question's id into the rows of a sheet.
func fill(rows [][]string, answers map[string]string) [][]string {
	id, answer := slices.Index(rows[0], idHeading), slices.Index(rows[0], "Your answer")
	for _, row := range rows[1:] {
		if words, ok := answers[row[id]]; ok {
			row[answer] = words
		}
	}
	return rows
}

func TestAnswersComeBackAsWhatWasChosen(t *testing.T) {
	data, err := ToDecide(asked, "en")
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, data)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"names", "same session"}) {
		t.Fatalf("sheets %q", got)
	}
	rows := cells(t, f, "names")
	if who := slices.Index(rows[0], "Who it could be"); rows[1][who] != "1: Anna Kowalska (same first name, K)\n2: Anna Kline (same first name)" {
		t.Errorf("candidates %q", rows[1][who])
	}
	if rows[2][0] != `'=HYPERLINK("http://x")` || rows[1][2] != "7" {
		t.Errorf("row 3 is %q", rows[2])
	}
	got, unread := ReadDecisions(fill(rows, map[string]string{"q1": "anna kowalska", "q2": "'=1+1", "q3": "not a person"}))
	want := []Decision{{ID: "q1", Answer: "m7", Row: 2, Found: "Anna K (she/her)"}, {ID: "q2", Answer: "m3", Row: 3, Found: `=HYPERLINK("http://x")`}, {ID: "q3", Answer: NotAPerson, Row: 4, Found: "iPhone"}}
	if !reflect.DeepEqual(got, want) || unread != nil {
		t.Errorf("got %v and %v, want %v", got, unread, want)
	}
	if got, _ = ReadDecisions(fill(cells(t, f, "same session"), map[string]string{"s1": "two different sessions"})); len(got) != 1 || got[0].Answer != Different {
		t.Errorf("sessions: %v", got)
	}
}

func TestNamesakesCanBeToldApart(t *testing.T) {
	data, err := ToDecide(asked, "en")
	if err != nil {
		t.Fatal(err)
	}
	rows := cells(t, open(t, data), "names")
	got, unread := ReadDecisions(fill(rows, map[string]string{"q2": "Kim, Lee (m2)"}))
	if len(got) != 1 || got[0].Answer != "m2" {
		t.Errorf("got %v, %v", got, unread)
	}
	got, unread = ReadDecisions(fill(rows, map[string]string{"q2": "fourth"}))
	if len(got) != 0 || len(unread) != 1 || unread[0].Row != 3 || len(unread[0].Choices) != 5 {
		t.Errorf("a candidate that was not offered: %v, %v", got, unread)
	}
}

func TestDropDownsOfferEveryCandidateOfTheirRow(t *testing.T) {
	data, err := ToDecide(asked, "en")
	if err != nil {
		t.Fatal(err)
	}
	f := open(t, data)
	lists, err := f.GetDataValidations("names")
	if err != nil || len(lists) != 3 {
		t.Fatalf("%d drop-downs, %v", len(lists), err)
	}
	for i, want := range []struct{ at, list string }{{"F2", "$J$2:$M$2"}, {"F3", "$J$3:$N$3"}, {"F4", "$J$4:$K$4"}} {
		if lists[i].Sqref != want.at || lists[i].Formula1 != want.list {
			t.Errorf("drop-down at %s offers %s, want %+v", lists[i].Sqref, lists[i].Formula1, want)
		}
	}
	for _, column := range []string{"A", "F", "G"} {
		if shown, _ := f.GetColVisible("names", column); !shown {
			t.Errorf("column %s is hidden", column)
		}
	}
	for _, column := range []string{"H", "J", "S"} {
		if shown, _ := f.GetColVisible("names", column); shown {
			t.Errorf("column %s is not hidden", column)
		}
	}
}

func TestSheetsThatPeopleRearrangedAreStillRead(t *testing.T) {
	data, err := ToDecide(asked, "en")
	if err != nil {
		t.Fatal(err)
	}
	rows := fill(cells(t, open(t, data), "names"), map[string]string{"q3": "nobody on the list / a visitor"})
	var turned [][]string
	turned = append(turned, []string{"our notes"}, nil)
	for _, i := range []int{0, 3, 1} {
		row := slices.Clone(rows[i])
		for len(row) < len(rows[0]) {
			row = append(row, "")
		}
		slices.Reverse(row)
		turned = append(turned, row)
	}
	got, _ := ReadDecisions(turned)
	if want := []Decision{{ID: "q3", Answer: Nobody, Row: 4, Found: "iPhone"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if IsToDecide([][]string{{"name", "Your answer"}}) || !IsToDecide(turned) || IsToDecide(nil) {
		t.Error("a sheet is taken for what it is not")
	}
}

func TestAnyCandidateCanBeChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var q Question
		q.ID = "q"
		for i := range rapid.IntRange(0, 3).Draw(t, "candidates") {
			label := strings.TrimSpace(rapid.StringOf(rapid.RuneFrom([]rune("aAbé=+'-, (1)"))).Draw(t, "label"))
			q.Candidates = append(q.Candidates, Candidate{ID: string(rune('x' + i)), Label: label})
		}
		data, err := ToDecide(map[Part][]Question{Names: {q}}, "en")
		if err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(t, data)
		first := slices.Index(rows[0], choiceHeading+"1")
		for i, c := range q.Candidates {
			answer := slices.Index(rows[0], "Your answer")
			rows[1][answer] = rows[1][first+i]
			if got, _ := ReadDecisions(rows); len(got) != 1 || got[0].Answer != c.ID {
				t.Fatalf("choosing %q gives %v, want %s", rows[1][answer], got, c.ID)
			}
		}
	})
}

func TestToDecideIsTheSameEachTime(t *testing.T) {
	a, err := ToDecide(asked, "en")
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if b, _ := ToDecide(asked, "en"); !bytes.Equal(a, b) {
			t.Fatal("two makings differ")
		}
	}
}

// A sheet of thousands of questions is answered by nobody: it asks the first of them
// and says how many follow.
func TestASheetAsksNoMoreThanSomebodyAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		part           Part
		asked, rows, n int
	}{
		"as many as it holds": {Names, MostAsked, MostAsked + 1, 0},
		"more":                {Names, MostAsked + 12, MostAsked + 2, 12},
		"columns of a file":   {TableColumns, MostAsked + 12, MostAsked + 13, 0},
	} {
		t.Run(name, func(t *testing.T) {
			var all []Question
			for n := range c.asked {
				all = append(all, Question{ID: fmt.Sprintf("q%d", n), Found: fmt.Sprintf("Somebody %d", n), Candidates: []Candidate{{ID: "m1", Label: "Ann"}}})
			}
			data, err := ToDecide(map[Part][]Question{c.part: all}, "en")
			if err != nil {
				t.Fatal(err)
			}
			rows := rowsOf(t, data)
			if last := rows[len(rows)-1][0]; len(rows) != c.rows || strings.HasPrefix(last, "12 more are asked") != (c.n > 0) {
				t.Fatalf("%d rows, the last %q", len(rows), last)
			}
			if c.part != Names {
				return
			}
			decided, unread := ReadDecisions(fill(rows[:len(rows)-min(c.n, 1)], map[string]string{"q0": "Ann", fmt.Sprintf("q%d", MostAsked-1): "Ann"}))
			if len(decided) != 2 || len(unread) != 0 {
				t.Errorf("%d answers, %v", len(decided), unread)
			}
			if decided, unread = ReadDecisions(rows); len(decided) != 2 || len(unread) != 0 {
				t.Errorf("with the last row %d answers, %v", len(decided), unread)
			}
		})
	}
}
