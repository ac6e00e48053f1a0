package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest"
)

// A text with commas that a spreadsheet program of another language opened and saved
// has each of its lines in one cell.
func TestLinesThatStandInOneCellAreTakenApart(t *testing.T) {
	const came = "SELECT count(*), sum(x.minutes) FROM main.presence AS x JOIN main.session AS s USING (session_id) WHERE s.counts"
	lines := strings.Split("Topic,Meeting ID,Start Time,End Time,Duration (Minutes)\n\"Values, and more\",812 3456 7890,10/14/2025 05:00:00 PM,10/14/2025 06:00:00 PM,60\n\n"+
		"Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\"Lee, Ann\",a@x.org,10/14/2025 05:00:00 PM,10/14/2025 06:00:00 PM,60,No\nBo,b@x.org,10/14/2025 05:10:00 PM,10/14/2025 06:00:00 PM,50,No", "\n")
	f, quoted := excelize.NewFile(), ""
	for i, line := range lines {
		if err := f.SetCellStr("Sheet1", fmt.Sprintf("A%d", i+1), line); err != nil {
			t.Fatal(err)
		}
		quoted += `"` + strings.ReplaceAll(line, `"`, `""`) + "\"\n"
	}
	h := newHouse(t, twoCohorts)
	if err := f.SaveAs(h.dir + "/zoom.xlsx"); err != nil {
		t.Fatal(err)
	}
	h.run([]string{h.dir + "/zoom.xlsx"}, ingest.Options{})
	same(t, "told", h.told("cells_spread"), "cells_spread  cells_spread")
	same(t, "title", h.last.Files[0].Sessions[0].Title, "Values, and more")
	h.want("a workbook", came, "2 110")
	other := newHouse(t, twoCohorts).take("zoom.csv", quoted)
	other.want("a text", came, "2 110")
	other.take("again.csv", strings.Join(lines, "\n"))
	same(t, "as it was downloaded", fmt.Sprint(other.last.Files[0].Rows.Repeated), "2")
	other.want("after both", came, "2 110")
}
