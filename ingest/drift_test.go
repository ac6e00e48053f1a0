package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/ingest"
)

// zoomOf is a report of a day with other headings in place of some.
func zoomOf(day int, rename ...string) string {
	text := strings.NewReplacer(rename...).Replace("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n")
	for n := range 4 {
		text += fmt.Sprintf("Person %[2]c,p%[2]c@x.org,10/%[1]d/2025 05:00:00 PM,10/%[1]d/2025 06:00:00 PM,60,No\n", day, 'a'+n)
	}
	return text
}

const perPerson = "Name (Original Name),User Email,Total Duration (Minutes),Guest\nPerson a,pa@x.org,60,No\nPerson b,pb@x.org,50,No\n"

// A report that lacks what others tell, and has a heading that they do not, is asked
// about: without the addresses everybody would be two.
func TestAReportThatLacksAColumnUnderItsOldNameIsAskedAbout(t *testing.T) {
	for name, c := range map[string]struct{ before, now, want string }{
		"addresses":              {zoomOf(14), zoomOf(21, "User Email", "Account mail"), "Account mail: User Email -"},
		"a length that is known": {zoomOf(14), zoomOf(21, "Duration (Minutes)", "Time there"), ""},
		"one more column":        {zoomOf(14), zoomOf(21, "Guest", "Guest,Consent"), ""},
		"another of its reports": {zoomOf(14), perPerson, ""},
		"the same headings":      {zoomOf(14), strings.ReplaceAll(zoomOf(21), "@x.org", ""), ""},
		"a register's addresses": {"Name,Email,Team,2026-03-14\nAna Lee,ana@x.org,N,x\nBen Oak,ben@x.org,S,x\n", "Name,Box,Team,2026-03-28\nAna Lee,ana@x.org,N,x\nBen Oak,ben@x.org,S,x\n", "Box: Email -"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, order := range [][]string{{"a.csv", c.before, "b 2025-10-21.csv", c.now}, {"b 2025-10-21.csv", c.now, "a.csv", c.before}} {
				h := newHouse(t, twoCohorts).take(order[:2]...).take(order[2:]...)
				same(t, "asked", strings.TrimPrefix(h.questions(), "heading "), c.want)
			}
		})
	}
}

func TestAColumnUnderItsNewNameIsReadAndNotAskedAboutAgain(t *testing.T) {
	const people, answer = "SELECT count(DISTINCT member_id) FROM main.identity", "zoom/attendance|account mail"
	h := newHouse(t, twoCohorts).take("14.csv", zoomOf(14)).take("21.csv", zoomOf(21, "User Email", "Account mail"))
	same(t, "told", h.told("heading_drift"), "heading_drift Account mail heading_drift")
	h.want("nobody knows that they are the same", people, "8")
	before := h.dump()
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskHeading, answer, "User Email")}})
	h.want("with their addresses", people, "4")
	h.take("28.csv", zoomOf(28, "User Email", "Account mail"))
	same(t, "asked again", h.questions()+h.told("heading_drift"), "")
	h.want("the next month", people, "4")
	sameDump(t, h.again([]ingest.Decision{{ID: ingest.AskHeading + " " + answer}}, "28.csv").dump(), before)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskHeading, answer, "-")}})
	same(t, "a column of its own", h.questions(), "")
}
