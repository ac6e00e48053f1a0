package samples

import (
	"fmt"
	"time"
)

// plan is an academic year as data: who belongs, what was to be held and how
// it went, how it was recorded, and when which file arrived. One generator
// makes every year from its plan; the sheets that a convenor keeps by hand are
// in material/<cohort>/.
type plan struct {
	cohort, title, folder string // "2025", "2025/26", the folder of its exports
	first, last           string // days of the cohort
	members               string // what numbers of members begin with, such as LK
	stories               string // what ids of stories begin with, such as ST-
	zoom                  string // what numbers of Zoom meetings begin with
	suffix                string // what the convenor adds to names of files, such as " 2024"

	people       peoplePlan
	guests       []Outsider
	sessions     []sessionPlan
	lists        []edition // member lists
	calendars    []edition // lists of sessions
	registers    []edition
	invited      []edition
	small        []edition // attendance lists of small sessions, each goes on from the one before
	lateNews     string    // session that the first list of sessions gives another facilitator
	groups       groupPlan
	questionList edition
	waves        edition // the list of survey rounds
	rounds       []roundPlan
	tales        talePlan
	helped       edition // peer assists
	sheets       []sheetPlan
}

// edition is a file that comes on a day; those that come again are longer each
// time. Renamed headings stand in it under another name than before.
type edition struct {
	day, name, title string
	renamed          map[string]string
}

func (e edition) month() string { return e.day[:7] }

// peoplePlan says how many belong and what is odd about some of them.
type peoplePlan struct {
	firsts, lasts  []string
	count, founded int      // in all, and on the first day
	joining        []string // days of those who come later, two on the first, the others on the second
	leaving        []leaver
	idle           int      // how many never come to anything
	apart          bool     // those who never come are an organisation by themselves
	houses         []int    // places in organisations, three of each sector in turn
	sizes          [][]int  // members of each sector; one of these is drawn
	aliases        []string // second surnames
	phone          string   // the first name of whoever's telephone joins by itself, or blank
}

type leaver struct{ day, why string }

// sessionPlan is one row of a year's calendar. Those with readers are where the
// value detectives met.
type sessionPlan struct {
	id, planned, date, status, kind, title, topics, taxonomy, scale string

	recorded, quirks, guests string
	paper                    string  // oddities of the paper register
	pull                     float64 // how attractive it was, 1 is usual
	readers                  bool
	stranger                 bool // led by somebody from outside
	hosts                    int  // facilitators, 0 is one
	series                   string
}

// groupPlan says when the lists of leadership groups came, and what befell a
// group: by session and group, the outcome and why.
type groupPlan struct {
	editions []edition
	outputs  edition
	fates    map[[2]string][2]string
}

// roundPlan is one survey round and what is planted in its answers.
type roundPlan struct {
	id, opened, closed string
	tool               string // qualtrics, surveymonkey, own, or msforms for a form after a session
	after              string // that session
	anonymous          bool   // that form asks nobody who they are
	added              string // a question of that form that no list of questions knows
	file               edition
	counted            bool    // the list of rounds says how many were invited
	late               bool    // somebody answers too late
	unsigned           bool    // two leave no name
	used, gained       float64 // shares that used something, and that saw a result
	most               int     // the most ideas that anybody tried
	comments           []string
}

// talePlan says when the story lists came and what the early one had otherwise,
// by story and heading.
type talePlan struct {
	early, all edition
	old        map[string]map[string]string
	nameless   string // the story whose sheet had a name, no number
	guest      string // the outsider who tells a story
	codes      edition
	flows      edition
	coded      int     // the first so many stories have codes
	form       edition // stories that members typed into a form, blank for none
}

// sheetPlan is a sheet that the convenor keeps by hand: its rows are in
// material/<cohort>/<kind>.csv.
type sheetPlan struct {
	kind string
	file edition
}

// check finds the days of a plan that are none: everything else is reckoned from
// them.
func (p *plan) check() error {
	days := [][3]string{{"the cohort", p.first, p.last}}
	for _, s := range p.sessions {
		days = append(days, [3]string{"session " + s.id, s.planned, s.date})
	}
	for _, r := range p.rounds {
		days = append(days, [3]string{"survey round " + r.id, r.opened, r.closed})
	}
	for _, d := range days {
		for _, day := range d[1:] {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				return fmt.Errorf("%s: %q is no day", d[0], day)
			}
		}
	}
	return nil
}
