package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/queries"
)

// Calendar is what there is of each source, by month, session and round, each by
// cohort and then oldest first. It is for the convenor alone: it counts stories
// that are nobody else's.
type Calendar struct {
	Months   []Kept        `json:"calendar"`
	Sessions []KeptSession `json:"sessions"`
	Rounds   []KeptRound   `json:"rounds"`
}

// Kept is what a cohort has of one month.
type Kept struct {
	Cohort string `json:"cohort"`
	Month  string `json:"month"`
	// Sessions took place, Registers of them say who came; Rounds closed, Stories
	// were told, Members were enrolled on the last day.
	Sessions  int `json:"sessions"`
	Registers int `json:"registers"`
	Rounds    int `json:"rounds"`
	Stories   int `json:"stories"`
	Members   int `json:"members"`
	// WithoutRegister are the sessions of which nobody wrote down who came,
	// Unlisted those that are not on the list, where there is one.
	WithoutRegister []string `json:"without_register"`
	Unlisted        []string `json:"unlisted"`
	first, last     int
}

// KeptSession is what there is of a session that has been. Day is one since 1970.
type KeptSession struct {
	Cohort string `json:"cohort"`
	// Session is its id on the list, else its title, else its day.
	Session string `json:"session"`
	Day     int    `json:"-"`
	Status  string `json:"status"`
	// Listed sessions are on the list of sessions, HasRegister says that somebody
	// wrote down who came; Answers and Stories are about it.
	Listed      bool `json:"listed"`
	HasRegister bool `json:"has_register"`
	Answers     int  `json:"answers"`
	Stories     int  `json:"stories"`
}

// KeptRound is what there is of a survey round that has opened.
type KeptRound struct {
	Cohort string `json:"cohort"`
	Round  string `json:"round"`
	// Opened and Closed are days since 1970.
	Opened int `json:"-"`
	Closed int `json:"-"`
	// Invited is Assumed where no list of rounds says it, and Guessed, those who
	// answered, where there is no member list either.
	Invited  int  `json:"invited"`
	Assumed  bool `json:"assumed"`
	Guessed  bool `json:"guessed"`
	Answered int  `json:"answered"`
	// Questions are those of its form, Unknown of them are in no question list.
	Questions int `json:"questions"`
	Unknown   int `json:"unknown"`
	// fileID, sheet and row are the place of its entry.
	fileID     string
	sheet, row int
	// breadth is 0 where nobody answered, 2 where it asks about more than one cycle,
	// else 1.
	breadth int
}

// took reports whether a session took place.
func (s KeptSession) took() bool { return s.Status == "held" || s.Status == "moved" }

// CalendarOf is the Calendar of a community up to a day.
func CalendarOf(ctx context.Context, src Source, community string, today int) (Calendar, error) {
	c := Calendar{Months: []Kept{}, Sessions: []KeptSession{}, Rounds: []KeptRound{}}
	titles, err := pairs(ctx, src, "session_titles", map[string]any{"community": community})
	if err != nil {
		return c, err
	}
	named := map[string]any{"community": community, "today": today}
	read := func(question string, row func(r []any)) {
		if err != nil {
			return
		}
		for r, wrong := range src.Rows(ctx, queries.Question(question), named) {
			if wrong != nil {
				err = fmt.Errorf("%s: %w", question, wrong)
				return
			}
			row(r)
		}
	}
	read("calendar", func(r []any) {
		c.Months = append(c.Months, Kept{Cohort: text(r[0]), Month: text(r[1]), first: whole(r[2]), last: whole(r[3]), Sessions: whole(r[4]), Registers: whole(r[5]),
			Rounds: whole(r[6]), Stories: whole(r[7]), Members: whole(r[8]), WithoutRegister: []string{}, Unlisted: []string{}})
	})
	read("calendar_sessions", func(r []any) {
		listed, _ := r[4].(bool)
		register, _ := r[5].(bool)
		s := KeptSession{Cohort: text(r[0]), Session: text(r[1]), Day: whole(r[2]), Status: text(r[3]), Listed: listed, HasRegister: register, Answers: whole(r[6]), Stories: whole(r[7])}
		if title, unlisted := titles[s.Session]; unlisted {
			s.Session = cmp.Or(title, time.Unix(int64(s.Day)*24*60*60, 0).UTC().Format(time.DateOnly))
		}
		c.Sessions = append(c.Sessions, s)
	})
	read("calendar_rounds", func(r []any) {
		c.Rounds = append(c.Rounds, KeptRound{Cohort: text(r[0]), Round: text(r[1]), Opened: whole(r[2]), Closed: whole(r[3]), Invited: whole(r[4]), Assumed: whole(r[5]) > 0,
			Answered: whole(r[6]), Questions: whole(r[7]), Unknown: whole(r[8]), fileID: text(r[9]), sheet: whole(r[10]), row: whole(r[11]), breadth: whole(r[12]),
			Guessed: whole(r[5]) > 0 && whole(r[13]) == 0})
	})
	c.sort()
	c.lacks()
	return c, err
}

func (c Calendar) sort() {
	slices.SortFunc(c.Months, func(a, b Kept) int { return cmp.Or(strings.Compare(a.Cohort, b.Cohort), cmp.Compare(a.first, b.first)) })
	slices.SortFunc(c.Sessions, func(a, b KeptSession) int {
		return cmp.Or(strings.Compare(a.Cohort, b.Cohort), cmp.Compare(a.Day, b.Day), strings.Compare(a.Session, b.Session), strings.Compare(a.Status, b.Status),
			cmp.Compare(a.Answers, b.Answers), cmp.Compare(a.Stories, b.Stories))
	})
	slices.SortFunc(c.Rounds, func(a, b KeptRound) int {
		return cmp.Or(strings.Compare(a.Cohort, b.Cohort), cmp.Compare(a.Opened, b.Opened), strings.Compare(a.Round, b.Round))
	})
}

// lacks fills in by month which sessions have no register and which are not on the
// list, where there is one.
func (c Calendar) lacks() {
	list := slices.ContainsFunc(c.Sessions, func(s KeptSession) bool { return s.Listed })
	for _, s := range c.Sessions {
		for i := range c.Months {
			m := &c.Months[i]
			if m.Cohort != s.Cohort || s.Day < m.first || s.Day > m.last || !s.took() {
				continue
			}
			if !s.HasRegister {
				m.WithoutRegister = append(m.WithoutRegister, s.Session)
			}
			if list && !s.Listed {
				m.Unlisted = append(m.Unlisted, s.Session)
			}
		}
	}
}

// Of is the part of a calendar that is about some cohorts.
func (c Calendar) Of(cohorts []string) Calendar {
	has := func(cohort string) bool { return slices.Contains(cohorts, cohort) }
	return Calendar{
		Months:   slices.DeleteFunc(slices.Clone(c.Months), func(m Kept) bool { return !has(m.Cohort) }),
		Sessions: slices.DeleteFunc(slices.Clone(c.Sessions), func(s KeptSession) bool { return !has(s.Cohort) }),
		Rounds:   slices.DeleteFunc(slices.Clone(c.Rounds), func(r KeptRound) bool { return !has(r.Cohort) }),
	}
}
