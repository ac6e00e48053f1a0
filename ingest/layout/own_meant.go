package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
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
	if _, is := findZoom(s.No, rows); is || formOf(rows) != noTeams || isEventList(rows) {
		return false
	}
	_, isMeet := findMeet(s.No, rows)
	_, isWebex := findWebex(s.No, rows)
	_, isSigned := findSignIn(s, rows)
	_, isGrid := findGrid(s, rows)
	_, isLong := findLong(s, rows)
	_, isCount := findHeadcount(s, rows)
	return !isGrid && !isLong && !isCount && !isMeet && !isWebex && !isSigned
}

// namesOnly reports a member list, by headings that people write anywhere, that
// says nothing of anybody but a name and an address: it may as well be an
// address book.
func (t ownTable) namesOnly() bool {
	if t.schema.Kind != vocabulary.Roster || !t.meant {
		return false
	}
	for i, f := range t.schema.Fields {
		if t.column[i] > 0 && f.Heading != "display_name" && f.Heading != "email" && f.Heading != "aliases" {
			return false
		}
	}
	return true
}
