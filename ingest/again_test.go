package ingest_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"valuetrail/ingest"
)

// ruled is a decision of day n about what files mean.
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

const twoQuestions = "respondent_id,submitted_at,Worth it?,Did you use it?\nm1,2026-05-01,4,yes\nm2,2026-05-01,1,no\nm3,2026-05-02,5,yes\n"

const scoredItems = "SELECT i.cycle, i.kind, a.number, a.score, count(*) FROM main.answer AS a LEFT JOIN main.item AS i ON i.item_id = a.item_id AND i.counts GROUP BY ALL"

func TestAQuestionThatSomebodyExplainedIsAnItemInEveryRound(t *testing.T) {
	h := newHouse(t, twoCohorts).take("answers.csv", twoQuestions)
	if got := h.questions(); got != "question Worth it?: immediate potential applied realized reframing; question Did you use it?: immediate potential applied realized reframing" {
		t.Fatalf("asks %q", got)
	}
	h.want("before", scoredItems, ". . . . 3; . . 1 . 1; . . 4 . 1; . . 5 . 1")
	before := h.dump()
	worth := ruled("01", ingest.AskQuestion, h.last.Questions[0].Subject, ingest.Meaning{Cycle: "immediate", Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}.String())
	used := ruled("01", ingest.AskQuestion, h.last.Questions[1].Subject, ingest.Meaning{Cycle: "applied", Kind: "yesno"}.String())
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{worth, used}})
	h.want("decided", scoredItems, "applied yesno 0 0 1; applied yesno 1 100 2; immediate likert 1 0 1; immediate likert 4 75 1; immediate likert 5 100 1")
	h.take("later.csv", "respondent_id,submitted_at,worth it,Did you use it?\nm1,2026-06-01,3,\n")
	if len(h.last.Questions) != 0 {
		t.Errorf("asked again: %s", h.questions())
	}
	h.want("the next round", "SELECT number, score FROM main.answer WHERE wave_id = '2026-06'", "3 50")
	h.again([]ingest.Decision{{ID: worth.ID}, {ID: used.ID}}, "later.csv")
	sameDump(t, h.dump(), before)
}

func TestAQuestionCanBeAnotherInOtherWordsOrLeftOut(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", "item_id,column_header,text,kind,cycle,scale_min,scale_max\nworth,w1,Was it worth your time?,likert,immediate,1,5\n", "answers.csv", twoQuestions)
	id := map[string]string{}
	for _, q := range h.last.Questions {
		id[q.Shown] = q.Subject
	}
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskQuestion, id["Worth it?"], ingest.Meaning{SameAs: "worth"}.String()),
		ruled("01", ingest.AskQuestion, id["Did you use it?"], ingest.Meaning{LeaveOut: true}.String())}})
	h.want("decided", scoredItems, "immediate likert 1 0 1; immediate likert 4 75 1; immediate likert 5 100 1")
	if len(h.last.Questions) != 0 {
		t.Errorf("asked again: %s", h.questions())
	}
	h.take("late.csv", "item_id,column_header,text,kind,cycle\nuse,w2,Did you use it?,yesno,applied\n")
	h.want("a list that knows it comes first", scoredItems, "applied yesno 0 0 1; applied yesno 1 100 2; immediate likert 1 0 1; immediate likert 4 75 1; immediate likert 5 100 1")
}

func TestAColumnWithAnotherNameIsFoundAgain(t *testing.T) {
	for name, c := range map[string]struct{ before, now, asks, subject, object, check, want string }{
		"a column that is not needed": {
			"member_id,display_name,email,org_unit\nm1,Ann,ann@x.org,North\n", "member_id,display_name,email,Part of firm\nm2,Bo,bo@x.org,South\n",
			"heading Part of firm: org_unit -", "own/roster|part of firm", "org_unit",
			"SELECT org_unit, count(*) FROM main.roster_line WHERE counts GROUP BY ALL", "North 1; South 1"},
		"a column without which nobody knows the file": {
			"session_id,date,title,minutes\ns1,2025-10-01,One,60\n", "session_id,When it was,title,minutes\ns2,2025-11-01,Two,60\n",
			"heading When it was: date -", "own/sessions|when it was", "date",
			"SELECT session_id, day_no - (DATE '2025-10-01' - DATE '1970-01-01') FROM main.session WHERE counts", "s1 0; s2 31"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts).take("before.csv", c.before).take("now.csv", c.now)
			if got := h.questions(); got != c.asks {
				t.Fatalf("asks %q, want %q", got, c.asks)
			}
			before, answer := h.dump(), ruled("01", ingest.AskHeading, c.subject, c.object)
			h.run(nil, ingest.Options{Decisions: []ingest.Decision{answer}})
			h.want("after the answer", c.check, c.want)
			if len(h.last.Questions) != 0 {
				t.Errorf("still asks %q", h.questions())
			}
			after := h.dump()
			other := newHouse(t, twoCohorts).run(nil, ingest.Options{Decisions: []ingest.Decision{answer}}).take("before.csv", c.before, "now.csv", c.now)
			sameDump(t, other.dump(), after)
			if n := len(other.take("now.csv", c.now).last.Anew); n != 0 {
				t.Errorf("the same again reads %d files anew", n)
			}
			sameDump(t, h.again([]ingest.Decision{{ID: answer.ID}}).dump(), before)
		})
	}
}

func TestTwoCopiesOfAFileThatWaitsAreStoredOnce(t *testing.T) {
	const before, now = "session_id,date,title,minutes\ns1,2025-10-01,One,60\n", "session_id,When it was,title,minutes\ns2,2025-11-01,Two,60\n"
	one := newHouse(t, twoCohorts).take("before.csv", before, "now.csv", now)
	two := newHouse(t, twoCohorts).take("before.csv", before, "now.csv", now, "now (1).csv", now)
	if got := two.last.Files[2].Status; got != ingest.StatusKnown {
		t.Errorf("the copy is %s", got)
	}
	sameDump(t, two.dump(), one.dump())
	answer := ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskHeading, "own/sessions|when it was", "date")}}
	sameDump(t, two.run(nil, answer).dump(), one.run(nil, answer).dump())
	two.want("both sessions", "SELECT session_id, counts FROM main.session", "s1 true; s2 true")
}

func TestAFileThatWaitsSaysWhyWhenTheOneItWasLikeIsGone(t *testing.T) {
	h := newHouse(t, twoCohorts).take("before.csv", "session_id,date,title,minutes\ns1,2025-10-01,One,60\n").take("now.csv", "session_id,When it was,title,minutes\ns2,2025-11-01,Two,60\n")
	const why = "SELECT code, severity, count(*) FROM main.problem GROUP BY ALL"
	h.want("waiting", why, "heading_unknown to_check 1")
	h.again(nil, "before.csv").run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskHeading, "own/sessions|when it was", "title")}})
	h.want("without the other", why, "not_recognised to_check 1")
}

func TestTheOrderOfFilesAndDecisionsLeavesNothingBehind(t *testing.T) {
	files := [][2]string{{"dates.csv", "Name,3/4/2026,5/4/2026\nAnn,x,x\nBo,x,\n"}, {"marks.csv", "Name,2026-03-01\nAnn,x\nBo,Q\n"},
		{"sessions.csv", "session_id,date,title,status\ns1,2026-04-03,Kick-off,canceld\n"}, {"answers.csv", twoQuestions},
		{"before.csv", "member_id,display_name,email,org_unit\nm1,Ann,ann@x.org,North\n"}, {"now.csv", "member_id,display_name,email,Part of firm\nm2,Bo,bo@x.org,South\n"}}
	answers := []ingest.Decision{ruled("01", ingest.AskOrder, "register/attendance", "dmy"), ruled("02", ingest.AskMark, "register/attendance|q", "late"),
		ruled("03", ingest.AskWord, "own/sessions|canceld", "cancelled"), ruled("04", ingest.AskHeading, "own/roster|part of firm", "org_unit"),
		ruled("05", ingest.AskMark, "register/attendance|q", "excused")}
	first := newHouse(t, twoCohorts)
	for _, f := range files {
		first.take(f[0], f[1])
	}
	for _, q := range first.last.Questions {
		if q.Kind == ingest.AskQuestion {
			answers = append(answers, ruled("06", q.Kind, q.Subject, ingest.Meaning{Cycle: "immediate", Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}.String()))
		}
	}
	want := first.run(nil, ingest.Options{Decisions: answers}).dump()
	if len(answers) != 7 || len(first.last.Questions) != 0 {
		t.Fatalf("%d answers leave open %s", len(answers), first.questions())
	}
	for seed := range uint64(3) {
		rng, h := rand.New(rand.NewPCG(seed, 3)), newHouse(t, twoCohorts)
		for _, i := range rng.Perm(len(files) + len(answers)) {
			if i < len(files) {
				h.take(files[i][0], files[i][1])
			} else if d := answers[i-len(files)]; d.Object != "late" { // replaced by the later one, whichever is stored first
				h.run(nil, ingest.Options{Decisions: []ingest.Decision{d}})
			}
		}
		sameDump(t, h.dump(), want)
	}
}

func TestAMemberListMayGiveNamesInTwoColumns(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", "First name,Last name,E-mail,Joined\nAnn,Lee,ann@x.org,2025-09-01\n Bo ,van Skov,bo@x.org,2025-09-01\n")
	h.want("names", "SELECT display_name, email FROM private.person", "Ann Lee ann@x.org; Bo van Skov bo@x.org")
}

func TestAnswersOfNoNamedRoundAreAskedAboutWhereTwoWereOpen(t *testing.T) {
	const waves = "wave_id,opened,closed\nspring,2026-04-01,2026-05-31\nevent,2026-04-20,2026-05-10\n"
	const rounds = "SELECT wave_id, count(*) FROM main.response GROUP BY ALL"
	h := newHouse(t, twoCohorts).take("waves.csv", waves, "answers.csv", twoQuestions)
	if got := h.questions(); !strings.HasPrefix(got, "round answers.csv: wave event wave spring") {
		t.Fatalf("asks %q", got)
	}
	h.want("meanwhile", rounds, "event 3")
	before, answer := h.dump(), ruled("01", ingest.AskRound, h.ids["answers.csv"], "wave spring")
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{answer}})
	h.want("decided", rounds, "spring 3")
	if strings.Contains(h.questions(), "round") {
		t.Errorf("asked twice: %s", h.questions())
	}
	sameDump(t, h.again([]ingest.Decision{{ID: answer.ID}}).dump(), before)
}
