package ingest_test

import (
	"testing"

	"valuetrail/ingest"
)

const (
	zoomHead  = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest\n"
	openZoom  = zoomHead + "Ann,a@x.org,03/04/2026 09:58:12,03/04/2026 11:02:45,65,No\n"
	otherZoom = zoomHead + "Ann,a@x.org,05/06/2026 09:58:12,05/06/2026 11:02:45,65,No\n"
	dayFirst  = zoomHead + "Ann,a@x.org,14/03/2026 09:58:12,14/03/2026 11:02:45,65,No\n"
	monthLate = zoomHead + "Ann,a@x.org,03/14/2026 09:58:12,03/14/2026 11:02:45,65,No\n"
)

func TestAnOrderThatOtherFilesOfTheToolTellIsProposed(t *testing.T) {
	for name, c := range map[string]struct {
		files  []string
		first  string
		reason string
	}{
		"no other file":            {[]string{"a.csv", openZoom}, "mdy", "read_so"},
		"another that is open too": {[]string{"a.csv", openZoom, "b.csv", otherZoom}, "mdy", "read_so"},
		"one with the day first":   {[]string{"a.csv", openZoom, "b.csv", dayFirst}, "dmy", "other_files_tell"},
		"one with the month first": {[]string{"a.csv", openZoom, "b.csv", monthLate}, "mdy", "other_files_tell"},
		"one of each":              {[]string{"a.csv", openZoom, "b.csv", dayFirst, "c.csv", monthLate}, "mdy", "read_so"},
		"another tool's":           {[]string{"a.csv", openZoom, "b.csv", "Name,14/3/2026,15/3/2026\nAnn,x,\nBo,,x\n"}, "mdy", "read_so"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts).take(c.files...)
			var orders []ingest.Question
			for _, q := range h.last.Questions {
				if q.Kind == ingest.AskOrder {
					orders = append(orders, q)
				}
			}
			if len(orders) != 1 || orders[0].Subject != "zoom/attendance" || len(orders[0].Candidates) != 2 {
				t.Fatalf("asks %q, want the order of zoom's days once", h.questions())
			}
			if best := orders[0].Candidates[0]; best.Object != c.first || best.Reason != c.reason || orders[0].Candidates[1].Reason != "" {
				t.Errorf("proposes %+v, want %s because %s", orders[0].Candidates, c.first, c.reason)
			}
		})
	}
}

func TestADecidedOrderIsThatOfAllFilesOfTheTool(t *testing.T) {
	h := newHouse(t, twoCohorts).take("a.csv", openZoom, "b.csv", dayFirst)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskOrder, "zoom/attendance", "dmy")}})
	h.take("c.csv", otherZoom)
	h.want("all three", attended, "2026-03-14 present 1; 2026-04-03 present 1; 2026-06-05 present 1")
	if h.questions() != "" {
		t.Errorf("still asks %q", h.questions())
	}
}
