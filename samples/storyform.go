package samples

import (
	"encoding/csv"
	"fmt"
	"time"
)

// storyQuestions are the columns of the form for stories, a question a field;
// the last one is a list of boxes to tick, whose labels hold commas.
var storyQuestions = []struct{ field, text string }{
	{"activity", "Describe one activity of the network that you took part in, and how you experienced it."},
	{"output", "What did you gain from it: an insight, a skill, a contact, a tool?"},
	{"application", "How did you put this into practice, and what did that make possible?"},
	{"outcome_personal", "What difference did it make to you personally?"},
	{"outcome_organizational", "What difference did it make to your firm, in the measures that you use?"},
	{"new_definition_of_success", "Has this changed how you think about what success means?"},
	{"activity_ref", "Which session was it about?"},
	{"consent", "May we share this story, and with whom?"},
	{"kinds", "Which kinds of value were in it? (tick as many as you like)"},
}

// allowed is how far each answer lets a story go, and whether without the name.
var allowed = map[string][2]string{
	"Within the network only": {"community", ""}, "With our sponsor, without my name": {"sponsor_anonymous", "y"},
	"With our sponsor, with my name": {"sponsor_named", ""}, "With nobody": {"private", ""},
}

// storyForm writes the stories that members typed into a form of Google's: the
// time, an address and long questions, no number of a story.
func (g *generator) storyForm() error {
	form := g.plan.tales.form
	if form.name == "" {
		return nil
	}
	file, err := material.Open("material/" + g.plan.cohort + "/story_form.csv")
	if err != nil {
		return err
	}
	defer file.Close()
	told, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return err
	}
	heading := []string{"Timestamp", "Email Address"}
	for _, q := range storyQuestions {
		heading = append(heading, q.text)
	}
	rows, folder := [][]string{heading}, g.folder(form.day)
	about := FileTruth{HeadingRow: 1, DataRows: len(told) - 1, LastRow: len(told)}
	used := map[*Person]bool{}
	for _, line := range told[1:] {
		said := map[string]string{}
		for i, field := range told[0] {
			said[field] = line[i]
		}
		sent, err := time.Parse(time.DateTime, said["sent"])
		if err != nil {
			return fmt.Errorf("a story's time: %w", err)
		}
		m := g.meeting(said["session"])
		if m == nil {
			return fmt.Errorf("%s: the story of %s: there is no session %q", form.name, said["sent"], said["session"])
		}
		said["activity_ref"] = m.Title
		teller, err := g.typing(m, sent.Format(time.DateOnly), used)
		if err != nil {
			return fmt.Errorf("%s: the story of %s: %w", form.name, said["sent"], err)
		}
		row := []string{sent.Format("1/2/2006 15:04:05"), teller.Email}
		for _, q := range storyQuestions {
			row = append(row, said[q.field])
		}
		rows = append(rows, row)
		g.noteFormStory(Ref{File: folder + "/" + form.name, Row: len(rows)}, teller, sent.Format(time.DateOnly), said)
	}
	g.add(folder, form.name, "stories", "googleforms", csvText(rows, false, false), about)
	return nil
}

// typing is somebody who was there, has an address and tells for the first time
// in this form.
func (g *generator) typing(m *meeting, day string, used map[*Person]bool) (*Person, error) {
	for _, p := range shuffled(g, g.people) {
		if !used[p] && g.stayedAt(m, p.MemberID) && p.Email != "" && !p.twin && p.EnrolledOn(day) && p.EnrolledOn(m.Date) {
			used[p] = true
			return p, nil
		}
	}
	return nil, fmt.Errorf("nobody with an address was at %s and has told none yet", m.SessionID)
}

// noteFormStory writes down the truth of a story typed into a form: its number
// here is nobody else's, for a form gives none.
func (g *generator) noteFormStory(ref Ref, teller *Person, day string, said map[string]string) {
	fields := map[string]string{
		"story_id": fmt.Sprintf("form %d", ref.Row), "collected_on": day, "teller_id": teller.MemberID, "kind": "account", "consent_scope": allowed[said["consent"]][0],
	}
	if nameless := allowed[said["consent"]][1]; nameless != "" {
		fields["anonymize"] = nameless
	}
	for _, q := range storyQuestions[:7] {
		if said[q.field] != "" {
			fields[q.field] = said[q.field]
		}
	}
	t := g.tableOf("stories")
	t.Rows = append(t.Rows, Record{Ref: ref, Versions: []Ref{ref}, Values: fields})
	g.truth.Stories = append(g.truth.Stories, Story{StoryID: fields["story_id"], Cohort: g.plan.cohort, Teller: teller.MemberID, Final: ref, Versions: []Ref{ref}, Fields: fields})
}
