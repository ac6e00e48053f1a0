package ingest_test

import (
	"strings"
	"testing"

	"valuetrail/ingest"
)

// told is a decision of day n about what files mean.
func ruled(n, kind, subject, object string) ingest.Decision {
	return ingest.Decision{ID: kind + " " + subject, At: "2026-01-" + n + "T10:00:00Z", Who: "me", Verdict: kind, Subject: subject, Object: object}
}

// questions are the open ones as "kind shown: candidates".
func (h *house) questions() string {
	var all []string
	for _, q := range h.last.Questions {
		var objects []string
		for _, c := range q.Candidates {
			objects = append(objects, c.Object)
		}
		all = append(all, q.Kind+" "+q.Shown+": "+strings.Join(objects, " "))
	}
	return strings.Join(all, "; ")
}

const attended = "SELECT strftime(DATE '1970-01-01' + s.day_no, '%Y-%m-%d'), x.status, count(*) FROM main.presence AS x JOIN main.session AS s USING (session_id) WHERE s.counts GROUP BY ALL"

func TestRowsThatWaitForAnAnswerBecomeFactsWithoutTheirFile(t *testing.T) {
	for name, c := range map[string]struct{ file, asks, kind, subject, object, want string }{
		"which comes first, day or month": {"Name,3/4/2026,5/4/2026\nAnn,x,x\nBo,x,\n", "date_order 3/4/2026: dmy mdy",
			ingest.AskOrder, "register/attendance", "dmy", "2026-04-03 present 2; 2026-04-05 present 1"},
		"what a mark means": {"Name,2026-04-03,2026-05-03\nAnn,A,x\nBo,Q,\n", "mark Q: present late excused absent",
			ingest.AskMark, "register/attendance|q", "late", "2026-04-03 absent 1; 2026-04-03 late 1; 2026-05-03 present 1"},
		"which word is meant": {"session_date,name,status\n2026-04-03,Ann,present\n2026-04-03,Bo,presnet\n", "mark presnet: present late excused absent",
			ingest.AskMark, "own/attendance|presnet", "present", "2026-04-03 present 2"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts).take("book.csv", c.file)
			if got := h.questions(); got != c.asks {
				t.Fatalf("asks %q, want %q", got, c.asks)
			}
			before, answer := h.dump(), ruled("01", c.kind, c.subject, c.object)
			h.run(nil, ingest.Options{Decisions: []ingest.Decision{answer}})
			h.want("after the answer", attended, c.want)
			if len(h.last.Questions) != 0 || len(h.last.Anew) != 1 || h.last.Anew[0].Rows.ToCheck != 0 {
				t.Errorf("still asks %q; read again: %+v", h.questions(), h.last.Anew)
			}
			after := h.dump()
			first := newHouse(t, twoCohorts).run(nil, ingest.Options{Decisions: []ingest.Decision{answer}}).take("book.csv", c.file)
			sameDump(t, first.dump(), after)
			back := answer
			back.Verdict = ""
			sameDump(t, h.again([]ingest.Decision{back}).dump(), before)
		})
	}
}

func TestAnAnswerHoldsForEveryFileOfItsKindAndAFlagForItsOwn(t *testing.T) {
	h := newHouse(t, twoCohorts).take("a.csv", "Name,3/4/2026\nAnn,x\n", "b.csv", "Name,5/6/2026\nAnn,x\n")
	if len(h.last.Questions) != 1 {
		t.Fatalf("asks %q, want one question for both files", h.questions())
	}
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskOrder, "register/attendance", "dmy")}})
	h.take("c.csv", "Name,7/8/2026\nAnn,x\n")
	h.want("all three", attended, "2026-04-03 present 1; 2026-06-05 present 1; 2026-08-07 present 1")
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("02", ingest.AskOrder, "register/attendance", "mdy")}})
	h.want("after second thoughts", attended, "2026-03-04 present 1; 2026-05-06 present 1; 2026-07-08 present 1")
}

func TestAWordThatSomebodyExplainedIsReadSo(t *testing.T) {
	const sessions = "session_id,date,title,status\ns1,2026-04-03,Kick-off,held\ns2,2026-05-03,Second,canceld\n"
	const status = "SELECT session_id, status FROM main.session WHERE counts"
	h := newHouse(t, twoCohorts).take("sessions.csv", sessions)
	if got := h.questions(); got != "word canceld: cancelled held moved -" {
		t.Fatalf("asks %q", got)
	}
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskWord, "own/sessions|canceld", "cancelled")}})
	h.want("explained", status, "s1 held; s2 cancelled")
	if len(h.last.Questions) != 0 {
		t.Errorf("asked twice: %q", h.questions())
	}
}
