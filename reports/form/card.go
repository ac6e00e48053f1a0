package form

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
)

//go:embed assets/paper.gohtml
var paperFiles embed.FS

var paper = template.Must(template.ParseFS(paperFiles, "assets/paper.gohtml"))

// Group is a leadership group to print a card for. Stewards may be "".
type Group struct{ ID, Title, Stewards string }

// StandardGroups are the ids of the six groups that have a card of their own, in
// the order people know them; other groups have one card in common.
var StandardGroups = []string{"agenda_activists", "community_keepers", "critical_friends", "social_reporters", "external_messengers", "value_detectives"}

// record says what a group writes down: the template, and its headings.
type record struct {
	kind     vocabulary.Kind
	headings string
}

// everyGroup is what each group writes down after a meeting.
var everyGroup = []record{
	{"group_outputs", "session_id leadership_group output_kind outcome done_on note"},
}

// ofGroup is what single groups write down beside it.
var ofGroup = map[string][]record{
	"agenda_activists":    {{"votes", "vote_id topic count"}, {"contributions", "session_id raised_by kind text"}},
	"community_keepers":   {{vocabulary.Attendance, "session_id member_id status"}, {"leadership_groups", "session_id member_id leadership_group"}},
	"critical_friends":    {{"contributions", "session_id raised_by kind text status"}},
	"social_reporters":    {{"artefacts", "artefact_id kind title author_id session_id created_on"}},
	"external_messengers": {{"touchpoints", "planned_on held_on note"}},
	"value_detectives":    {{vocabulary.Stories, "story_id collected_on teller_id collector_id session_id activity consent_scope"}},
}

// card is one page as the template draws it.
type card struct {
	Title, Of, Stewards            string
	Parts                          []cardPart
	WriteTitle, What, Where, Notes string
	Writes                         []cardWrite
}

type cardPart struct {
	Title string
	Items []string
}

type cardWrite struct{ What, File, Headings string }

// Cards is a page to print for each group: what it looks after, what to do
// before, during and after a meeting, and what to write down where. It is one
// HTML file that needs nothing else; each card fits a page of A4 and of Letter.
// community may be "".
func Cards(groups []Group, community, lang string) ([]byte, error) {
	say := message.For(lang)
	view := struct {
		Lang, Title string
		Cards       []card
	}{Lang: say.Language(), Title: say.Say("card.title", community)}
	for _, g := range groups {
		view.Cards = append(view.Cards, cardOf(say, g, community))
	}
	return onPaper("cards", view)
}

func onPaper(name string, view any) ([]byte, error) {
	var out bytes.Buffer
	if err := paper.ExecuteTemplate(&out, name, view); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out.Bytes(), nil
}

func cardOf(say message.Printer, g Group, community string) card {
	texts := "card." + g.ID
	if _, standard := ofGroup[g.ID]; !standard {
		texts = "card.other"
	}
	c := card{Title: g.Title, Of: say.Say("card.of", community), Stewards: say.Say("card.stewards", g.Stewards),
		WriteTitle: say.Say("card.write"), What: say.Say("card.what"), Where: say.Say("card.where"), Notes: say.Say("card.notes")}
	if g.Stewards == "" {
		c.Stewards = ""
	}
	for _, part := range []string{"before", "during", "after"} {
		p := cardPart{Title: say.Say("card." + part)}
		for n := 1; say.Has(fmt.Sprintf("%s.%s.%d", texts, part, n)); n++ {
			p.Items = append(p.Items, say.Say(fmt.Sprintf("%s.%s.%d", texts, part, n)))
		}
		c.Parts = append(c.Parts, p)
	}
	for _, r := range append(append([]record(nil), ofGroup[g.ID]...), everyGroup...) {
		c.Writes = append(c.Writes, cardWrite{What: say.Say("card.record." + string(r.kind)), File: "templates/" + string(r.kind) + ".xlsx",
			Headings: strings.ReplaceAll(r.headings, " ", " · ")})
	}
	return c
}
