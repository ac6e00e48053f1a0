package samples

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"
)

// matrices are the questions whose statements share a scale, by the part of the
// form.
var matrices = map[string]string{
	"Q1": "The sessions: how far do you agree?", "Q2": "What you gained: how far do you agree?", "Q6": "The network: how far do you agree?",
}

// surveyMonkey writes a round as SurveyMonkey exports all responses: two heading
// rows, scales as matrices with a column a statement, the newest response first,
// those broken off with a blank tail.
func (g *generator) surveyMonkey(r *round, drafts []*draft) {
	top := []string{"Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"}
	under := make([]string, len(top))
	asking, questions := "", map[string]bool{}
	for _, q := range g.asked {
		title, label := q.Text, "Response"
		switch {
		case q.Kind == "text":
			label = "Open-Ended Response"
		case q.labels == agreement:
			part, _, _ := strings.Cut(q.Header, "_")
			title, label = matrices[part], q.Text
		}
		questions[title] = true
		if title == asking {
			top = append(top, "")
		} else {
			top = append(top, title)
		}
		asking, under = title, append(under, label)
	}
	rows := [][]string{top, under}
	folder := g.folder(r.file.day)
	about := FileTruth{HeadingRow: 1, DataRows: len(drafts), LastRow: len(drafts) + 2, Notes: []Note{{2, "second_heading"}}, Questions: len(questions)}
	for i := len(drafts) - 1; i >= 0; i-- {
		d, id := drafts[i], strconv.FormatUint(118_000_000_000+g.rng.Uint64N(900_000_000), 10)
		first, last, _ := strings.Cut(d.person.Name, " ")
		began := d.second - g.between(140, 900)
		row := []string{id, "455120387", american(d.day, began), american(d.day, d.second), fmt.Sprintf("198.51.100.%d", i+1), d.person.Email, first, last, ""}
		for _, q := range g.asked {
			if a, ok := d.answers[q.ItemID]; ok && q.labels == agreement {
				d.answers[q.ItemID] = inWords(a)
			}
			row = append(row, d.answers[q.ItemID].Raw)
		}
		rows = append(rows, row)
		g.noteResponse(d, Ref{File: folder + "/" + r.file.name, Row: len(rows)}, signature{response: id, email: d.person.Email})
		about.noteForm(len(rows), d)
	}
	g.add(folder, r.file.name, "survey", "surveymonkey", csvText(rows, true, true), about)
}

// feedback is the short form after a session. The form puts no-break spaces into
// one question; the question list does not.
var feedback = []question{
	{Item: Item{ItemID: "fb_worth", Header: "How much was this session worth to you?", Text: "How much was this session worth to you?", Cycle: "immediate",
		Kind: "likert", Min: 1, Max: 5, Direction: "high_good"}, labels: "1=Nothing; 5=A great deal"},
	{Item: Item{ItemID: "fb_parts", Header: "Which parts would you keep?", Text: "Which parts would you keep?", Kind: "multi"}},
	{Item: Item{ItemID: "fb_again", Header: "Would you bring a colleague next time?", Text: "Would you bring a colleague next time?", Kind: "yesno"}},
	{Item: Item{ItemID: "fb_home", Header: "What do you take home?", Text: "What do you take home?", Kind: "text"}},
}

var takenHome = []string{"A name to ring.", "That I am not the only one.", "Nothing, but I laughed.", "One sentence for Monday.", "A sheet with boxes.", "Less fear of the bank."}

// microsoftForms writes what a form after a session gathered: a workbook with
// Excel's own times, named or with everybody anonymous.
func (g *generator) microsoftForms(r *round) error {
	rows := [][]any{{"ID", "Start time", "Completion time", "Email", "Name"}}
	formColumns := len(rows[0])
	for i, q := range feedback {
		text := q.Text
		if i == 3 {
			text = strings.ReplaceAll(text, " take ", "\u00a0take\u00a0")
		}
		rows[0] = append(rows[0], text)
	}
	if r.added != "" {
		rows[0] = append(rows[0], r.added)
	}
	about := FileTruth{Sheet: "Sheet1", HeadingRow: 1, Questions: len(rows[0]) - formColumns}
	folder := g.folder(r.file.day)
	for i, d := range g.afterwards(r) {
		email, name := d.person.Email, d.person.Name
		if r.anonymous {
			email, name = "anonymous", ""
		}
		row := []any{i + 1, moment{d.day, d.second - g.between(40, 200)}, moment{d.day, d.second}, email, name}
		for _, q := range feedback {
			switch a, ok := d.answers[q.ItemID]; {
			case !ok:
				row = append(row, nil)
			case q.Kind == "likert":
				row = append(row, int(*a.Number))
			default:
				row = append(row, a.Raw)
			}
		}
		if r.added != "" {
			d.unlisted = yes(g.chance(0.3))
			row = append(row, d.unlisted)
		}
		rows = append(rows, row)
		said := signature{response: strconv.Itoa(i + 1), email: d.person.Email}
		if r.anonymous {
			said.email = ""
		}
		g.noteResponse(d, Ref{File: folder + "/" + r.file.name, Sheet: about.Sheet, Row: len(rows)}, said)
		about.DataRows++
	}
	about.LastRow = len(rows)
	data, err := workbook("Microsoft Forms", sheet{name: about.Sheet, rows: rows})
	if err != nil {
		return err
	}
	g.add(folder, r.file.name, "survey", "msforms", data, about)
	return nil
}

// afterwards lets six of ten of those who were at the session, or all where a new
// question is to be seen, answer its form within two days, in the order of
// submission.
func (g *generator) afterwards(r *round) []*draft {
	m := g.meeting(r.after)
	var all []*draft
	for _, p := range g.people {
		if !g.stayedAt(m, p.MemberID) || p.Email == "" || !p.EnrolledOn(r.opened) || !g.chance(0.6) && r.added == "" {
			continue
		}
		d := &draft{round: r, person: p, day: later(r.opened, g.between(0, 1)), second: g.between(13*3600, 21*3600), what: "answer", answers: map[string]Answer{}}
		d.answers["fb_worth"] = asAnswer(feedback[0], strconv.Itoa(g.between(2, 5)))
		d.answers["fb_parts"] = Answer{Raw: pick(g, "The pairs;", "The pairs;The round at the end;", "The round at the end;The notes;", "The notes;")}
		d.answers["fb_again"] = asAnswer(feedback[2], yes(g.chance(0.7)))
		if g.chance(0.5) {
			d.answers["fb_home"] = Answer{Raw: pick(g, takenHome...)}
		}
		all = append(all, d)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].when() < all[j].when() })
	return all
}

// moment is a day and time that a workbook holds as Excel does: days since the
// end of 1899.
type moment struct {
	day    string
	second int
}

func (m moment) serial() float64 {
	return at(m.day, m.second).Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
}
