package sheet

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// grown is a workbook in which one long text stands in so many cells.
func grown(t *testing.T, cells int) []byte {
	t.Helper()
	var rows strings.Builder
	for n := range cells {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>`, n+1, n+1)
	}
	text := xmlHead + `<sst ` + mainNS + `><si><t>` + strings.Repeat("a", 32_000) + `</t></si></sst>`
	return zipped(t, with(parts(rows.String()), "xl/sharedStrings.xml", text))
}

func TestAFileWhoseCellsHoldTooMuchTextIsRefused(t *testing.T) {
	most := MaxText / 32_000
	var refused *RefusedError
	if err := failure(t, grown(t, most+1)); !errors.As(err, &refused) || refused.Reason != TooMuchText {
		t.Errorf("error is %v", err)
	}
	b, err := Read("t.xlsx", grown(t, most), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for pass := range 2 { // a pass over what was read before adds nothing
		n := 0
		for _, err := range b.Sheets[0].Rows() {
			if err != nil {
				t.Fatalf("pass %d: %v", pass+1, err)
			}
			n++
		}
		if n != most {
			t.Errorf("pass %d gives %d rows, want %d", pass+1, n, most)
		}
	}
}
