package samples

import (
	"fmt"
	"strconv"
	"strings"
)

// signature is what a row of answers says of whose it is.
type signature struct{ response, respondent, email string }

// noteResponse writes down the truth of one row of answers.
func (g *generator) noteResponse(d *draft, ref Ref, said signature) {
	r := Response{
		Ref: ref, WaveID: d.round.WaveID, ResponseID: said.response, Respondent: said.respondent, Email: said.email, MemberID: d.person.MemberID, Submitted: d.when(),
		Finished: d.what == "answer" || d.what == "late", What: d.what, Answered: len(d.answers), Answers: d.answers, Unlisted: d.unlisted,
	}
	if said.email == "" && said.respondent == "" {
		r.MemberID = ""
	}
	r.Complete = 2*r.Answered >= len(d.round.Items)
	r.Counts = r.Complete && d.what == "answer"
	g.truth.Responses = append(g.truth.Responses, r)
}

var qualtricsMeta = []struct{ name, text, id string }{
	{"StartDate", "Start Date", `{"ImportId":"startDate","timeZone":"Europe/London"}`},
	{"EndDate", "End Date", `{"ImportId":"endDate","timeZone":"Europe/London"}`},
	{"Status", "Response Type", `{"ImportId":"status"}`},
	{"IPAddress", "IP Address", `{"ImportId":"ipAddress"}`},
	{"Progress", "Progress", `{"ImportId":"progress"}`},
	{"Duration (in seconds)", "Duration (in seconds)", `{"ImportId":"duration"}`},
	{"Finished", "Finished", `{"ImportId":"finished"}`},
	{"RecordedDate", "Recorded Date", `{"ImportId":"recordedDate","timeZone":"Europe/London"}`},
	{"ResponseId", "Response ID", `{"ImportId":"_recordId"}`},
	{"RecipientLastName", "Recipient Last Name", `{"ImportId":"recipientLastName"}`},
	{"RecipientFirstName", "Recipient First Name", `{"ImportId":"recipientFirstName"}`},
	{"RecipientEmail", "Recipient Email", `{"ImportId":"recipientEmail"}`},
	{"ExternalReference", "External Data Reference", `{"ImportId":"externalDataReference"}`},
	{"LocationLatitude", "Location Latitude", `{"ImportId":"locationLatitude"}`},
	{"LocationLongitude", "Location Longitude", `{"ImportId":"locationLongitude"}`},
	{"DistributionChannel", "Distribution Channel", `{"ImportId":"distributionChannel"}`},
	{"UserLanguage", "User Language", `{"ImportId":"userLanguage"}`},
}

// qualtrics writes a round as Qualtrics exports it, three heading rows and all;
// the convenor's own try before the opening comes first.
func (g *generator) qualtrics(r *round, drafts []*draft) {
	trial := &draft{round: r, person: g.people[0], day: later(r.opened, -3), second: 17 * 3600, what: "preview"}
	trial.answers = g.answers(trial, 1)
	trial.answers["tx_comment"] = Answer{Raw: "test, please ignore"}
	drafts = append([]*draft{trial}, drafts...)
	names, texts, ids := []string{}, []string{}, []string{}
	for _, m := range qualtricsMeta {
		names, texts, ids = append(names, m.name), append(texts, m.text), append(ids, m.id)
	}
	for i, q := range g.asked {
		text := q.Text
		if q.recall != "" {
			text += " (" + q.recall + ")"
		}
		names, texts, ids = append(names, q.Header), append(texts, text), append(ids, fmt.Sprintf(`{"ImportId":"QID%d"}`, i+1))
	}
	rows := [][]string{names, texts, ids}
	folder := g.folder(r.file.day)
	about := FileTruth{HeadingRow: 1, DataRows: len(drafts), Notes: []Note{{2, "second_heading"}, {3, "second_heading"}}}
	for i, d := range drafts {
		id := "R_" + strings.ToUpper(strconv.FormatUint(g.rng.Uint64()|1<<60, 36))
		email := d.person.Email
		if i%5 == 3 {
			email = strings.ToUpper(email[:1]) + email[1:]
		}
		if d.what == "preview" {
			email = ""
		}
		rows = append(rows, g.qualtricsRow(d, id, email, i))
		g.noteResponse(d, Ref{File: folder + "/" + r.file.name, Row: len(rows)}, signature{response: id, email: email})
		about.noteForm(len(rows), d)
	}
	about.LastRow = len(rows)
	g.add(folder, r.file.name, "survey", "qualtrics", csvText(rows, true, false), about)
}

func (g *generator) qualtricsRow(d *draft, id, email string, i int) []string {
	took := g.between(140, 900)
	progress, finished, status, channel := "100", "True", "IP Address", "email"
	first, last, _ := strings.Cut(d.person.Name, " ")
	switch d.what {
	case "preview":
		status, channel, first, last = "Survey Preview", "preview", "", ""
	case "partial", "repeated":
		progress, finished = "21", "False"
	}
	stamp := func(s int) string { return at(d.day, s).Format("2006-01-02 15:04:05") }
	row := []string{stamp(d.second - took), stamp(d.second), status, fmt.Sprintf("203.0.113.%d", i+1), progress, strconv.Itoa(took), finished,
		stamp(d.second), id, last, first, email, "", "", "", channel, "EN"}
	for _, q := range g.asked {
		row = append(row, d.answers[q.ItemID].Raw)
	}
	return row
}

// ownSurvey writes a round by our own headings, some questions by id and some
// by their text. People sign with their member number, their address or both;
// two may not sign.
func (g *generator) ownSurvey(r *round, drafts []*draft) {
	t := g.table("survey", r.file, []string{"wave_id", "respondent_id", "email", "submitted_at"})
	for i, q := range g.asked {
		if i%3 == 2 {
			t.headings = append(t.headings, q.Text)
		} else {
			t.headings = append(t.headings, q.ItemID)
		}
	}
	about := FileTruth{HeadingRow: 1, DataRows: len(drafts), LastRow: len(drafts) + 1}
	shy := map[*draft]bool{}
	if r.unsigned {
		shy = unsigned(drafts)
	}
	for i, d := range drafts {
		said := signature{respondent: d.person.MemberID, email: d.person.Email}
		switch {
		case shy[d]:
			said = signature{}
		case i%3 == 0:
			said.email = ""
		case i%3 == 1 && said.email != "":
			said.respondent = ""
		}
		if a, ok := d.answers["en_support"]; ok {
			d.answers["en_support"] = inWords(a)
		}
		row := []string{r.id, said.respondent, said.email, strings.Replace(d.when(), "T", " ", 1)}
		for _, q := range g.asked {
			row = append(row, d.answers[q.ItemID].Raw)
		}
		t.rows = append(t.rows, row)
		g.noteResponse(d, t.ref(i), said)
		about.noteForm(i+2, d)
	}
	g.add(t.folder, t.name, t.kind, "own", csvText(append([][]string{t.headings}, t.rows...), true, true), about)
}

// unsigned are two who answered once and left no address.
func unsigned(drafts []*draft) map[*draft]bool {
	times := map[*Person]int{}
	for _, d := range drafts {
		times[d.person]++
	}
	shy := map[*draft]bool{}
	for _, d := range drafts[len(drafts)/2:] {
		if d.what == "answer" && times[d.person] == 1 && len(shy) < 2 {
			shy[d] = true
		}
	}
	return shy
}

// noteForm says why a row of answers does not count as one.
func (f *FileTruth) noteForm(row int, d *draft) {
	reason := d.what
	switch d.what {
	case "answer":
		return
	case "repeated":
		reason = "superseded"
	}
	f.Notes = append(f.Notes, Note{row, reason})
}
