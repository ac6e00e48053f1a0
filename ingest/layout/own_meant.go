package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
)

// elsewhere are parts of headings that other tools write beside a name and an
// address: answers to a form, time spent in a meeting.
var elsewhere = []string{"timestamp", "zeitstempel", "submitted", "respondent", "response", "ip address", "duration", "join time", "leave time", "guest", "minutes",
	"score", "rating", "total", "attend", "#", "%"}

// likely reports that a table which has the headings of its kind only as people
// write them is of this kind: half of its columns are fields, none is another
// tool's or a question, and no other layout knows the sheet.
func (t ownTable) likely(loose []string, s *sheet.Sheet, rows []sheet.Row) bool {
	foreign := slices.ContainsFunc(t.strange, func(c int) bool {
		h := loose[c-1]
		return len(h) > 40 || dayHeadings[h] || slices.ContainsFunc(elsewhere, func(part string) bool { return strings.Contains(h, part) })
	})
	named := 0
	for _, h := range loose {
		if h != "" {
			named++
		}
	}
	if foreign || t.known()*2 < named {
		return false
	}
	if _, is := findZoom(s.No, rows); is || formOf(rows) != noTeams {
		return false
	}
	_, isGrid := findGrid(s, rows)
	_, isLong := findLong(s, rows)
	_, isCount := findHeadcount(s, rows)
	return !isGrid && !isLong && !isCount
}
