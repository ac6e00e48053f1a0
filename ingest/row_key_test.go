package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest"
)

// A sheet of answers grows from month to month, and a question that somebody words
// anew has other words above the answers of before too: they are the same responses.
func TestAResponseIsTheSameUnderAQuestionInOtherWords(t *testing.T) {
	const counted = "SELECT count(*) FROM main.response WHERE counts"
	google := "Timestamp,%s,Comment\n5/20/2026 10:11:12,4,Good\n5/21/2026 12:00:00,5,\n5/21/2026 12:00:00,5,\n"
	for name, c := range map[string]struct{ before, now, want string }{
		"a tool's":                 {google, google + "6/20/2026 10:11:12,3,Fine\n", "4"},
		"in another order":         {google, "Timestamp,Comment,%s\n6/20/2026 10:11:12,Fine,3\n5/20/2026 10:11:12,Good,4\n5/21/2026 12:00:00,,5\n5/21/2026 12:00:00,,5\n", "4"},
		"of another moment":        {google, "Timestamp,%s,Comment\n6/20/2026 10:11:12,4,Good\n", "4"},
		"typed in from paper":      {"wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20,4\n", "wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20,4\n", "2"},
		"all at the meeting's end": {"wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20 12:30,4\n", "wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20 12:30,4\n", "2"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts)
			h.take("before.csv", fmt.Sprintf(c.before, "How useful was it?"), "now.csv", fmt.Sprintf(c.now, "How valuable did you find it?"))
			h.want("responses", counted, c.want)
		})
	}
}

func TestAnswersThatStandOnTwoSheetsAreCountedOnce(t *testing.T) {
	for name, rows := range map[string][][]any{
		"with ids":    {{"ID", "Start time", "Completion time", "Email", "Name", "How useful was it?"}, {1, "2026-05-20 10:11:12", "2026-05-20 10:12:12", "a@x.org", "A", 4}, {2, "2026-05-21 10:11:12", "2026-05-21 10:12:12", "b@x.org", "B", 5}},
		"without ids": {{"Timestamp", "How useful was it?"}, {"2026-05-20 10:11:12", 4}, {"2026-05-21 10:11:12", 5}},
	} {
		t.Run(name, func(t *testing.T) {
			f := excelize.NewFile()
			if _, err := f.NewSheet("Copy"); err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				for _, sheet := range []string{"Sheet1", "Copy"} {
					if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
						t.Fatal(err)
					}
				}
			}
			h := newHouse(t, twoCohorts)
			path := h.dir + "/answers.xlsx"
			if err := f.SaveAs(path); err != nil {
				t.Fatal(err)
			}
			h.run([]string{path}, ingest.Options{})
			got := h.last.Files[0]
			same(t, "responses and answers", fmt.Sprint(got.Facts.Responses, got.Facts.Answers), "2 2")
			same(t, "rows", fmt.Sprint(got.Rows.Loaded, got.Rows.Repeated), "2 2")
		})
	}
}

// How many rows a newer file lacks is counted to the last one.
func TestAllThatANewerFileLacksIsCounted(t *testing.T) {
	answers := func(days ...int) string {
		var text strings.Builder
		text.WriteString("Timestamp,How useful was it?\n")
		for _, day := range days {
			for second := range 1100 {
				fmt.Fprintf(&text, "5/%d/2026 10:%02d:%02d,4\n", day, second/60, second%60)
			}
		}
		return text.String()
	}
	h := newHouse(t, twoCohorts).take("before.csv", answers(13, 14, 15, 16, 17))
	h.say = counting{}
	h.take("now.csv", answers(13, 16, 17, 18))
	same(t, "what is told", h.told("rows_lacking"), "rows_lacking  since.lacks.what 2200 before.csv 1102")
}

// counting says what a sentence is told, after its key.
type counting struct{ wordless }

func (counting) Say(key string, said ...any) string {
	return strings.TrimSpace(fmt.Sprintln(append([]any{key}, said...)...))
}
