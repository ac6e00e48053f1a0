package main

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"valuetrail/ingest"
	"valuetrail/internal/settings"
	"valuetrail/internal/warehouse"
	"valuetrail/reports"
	"valuetrail/reports/form"
)

// peopleOptions say whom to list: all conditions that are set must hold.
type peopleOptions struct {
	// NotSeen keeps members who missed at least so many sessions, the latest ones
	// open to them and their cohort; 0 keeps everybody.
	NotSeen int
	// New keeps who came for the first time in the last 31 days, Unmatched those
	// on no member list.
	New, Unmatched bool
	Cohort, XLSX   string
	JSON           bool
}

// newDays is how many days somebody is new.
const newDays = 31

func peopleFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "not-seen", Usage: "members who missed the last `N` sessions open to them and their cohort"},
		&cli.BoolFlag{Name: "new", Usage: "who came for the first time in the last 31 days"},
		&cli.BoolFlag{Name: "unmatched", Usage: "visitors and names that only you can tell"},
		&cli.StringFlag{Name: "cohort", Usage: "of this cohort (`ID`) alone"},
		&cli.StringFlag{Name: "xlsx", Usage: "write a workbook to `FILE` instead"},
		&cli.BoolFlag{Name: "json", Usage: "print JSON"},
	}
}

func peopleList(e *env) cli.ActionFunc {
	return only(func(c *cli.Context) error {
		return runPeopleList(c.Context, *e, peopleOptions{NotSeen: c.Int("not-seen"), New: c.Bool("new"), Unmatched: c.Bool("unmatched"),
			Cohort: c.String("cohort"), XLSX: c.String("xlsx"), JSON: c.Bool("json")})
	})
}

// personLine is one identified person as `people list` prints it.
type personLine struct {
	Name      string   `json:"name"`
	Email     string   `json:"email"`
	ListID    string   `json:"member_id"`
	Member    bool     `json:"member"`
	Cohorts   []string `json:"cohorts"`
	FirstSeen string   `json:"first_seen"`
	LastSeen  string   `json:"last_seen"`
	Sessions  int      `json:"sessions"`
	Missed    int      `json:"missed_in_a_row"`
	CouldBe   []string `json:"could_be,omitempty"`
}

func runPeopleList(ctx context.Context, e env, o peopleOptions) error {
	if o.NotSeen < 0 {
		return usage("--not-seen %d is no number of sessions", o.NotSeen).hinted("write --not-seen 2")
	}
	return e.reading(ctx, func(w *warehouse.Warehouse, b ingest.Basis) error {
		if o.Cohort != "" {
			if err := e.known(ctx, w, b, []string{o.Cohort}); err != nil {
				return err
			}
		}
		store, today := w.Store(b.Settings.Community.ID), int(settings.DayOf(e.now()))
		all, err := store.People(ctx, today)
		if err != nil {
			return err
		}
		proposals, err := e.proposals(ctx, store, b)
		if err != nil {
			return err
		}
		var lines []personLine
		for _, p := range all {
			if o.wants(p, today) {
				lines = append(lines, personLineOf(p, proposals[p.MemberID]))
			}
		}
		return e.printPeople(lines, o)
	})
}

// wants reports whether somebody is to be listed.
func (o peopleOptions) wants(p warehouse.SeenPerson, today int) bool {
	return (o.NotSeen == 0 || p.Missed >= o.NotSeen) &&
		(!o.New || p.FirstCame != 0 && p.FirstCame > today-newDays && p.FirstCame <= today) &&
		(!o.Unmatched || !p.Listed) &&
		(o.Cohort == "" || slices.Contains(p.Cohorts, o.Cohort))
}

// proposals are the members that people on no list could be, by their ids.
func (e *env) proposals(ctx context.Context, s *warehouse.Store, b ingest.Basis) (map[string][]string, error) {
	all := map[string][]string{}
	err := s.Read(ctx, func(x ingest.Batch) error {
		questions, _, err := ingest.Ask(ctx, x, b.Settings)
		for _, q := range questions {
			if q.Kind == ingest.AskName {
				for _, c := range q.Candidates {
					all[q.Subject] = append(all[q.Subject], c.Shown)
				}
			}
		}
		return err
	})
	return all, err
}

func personLineOf(p warehouse.SeenPerson, couldBe []string) personLine {
	return personLine{Name: p.Name, Email: p.Email, ListID: p.ListID, Member: p.Listed, Cohorts: listed(p.Cohorts), Sessions: p.Sessions, Missed: p.Missed, CouldBe: couldBe,
		FirstSeen: dayWords(p.FirstCame), LastSeen: dayWords(p.LastCame)}
}

// dayWords is a day as 2006-01-02, "" for none.
func dayWords(day int) string {
	if day == 0 {
		return ""
	}
	return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
}

func (e *env) printPeople(lines []personLine, o peopleOptions) error {
	if o.JSON {
		return e.json(listed(lines))
	}
	var headings []string
	for _, key := range []string{"name", "email", "id", "member", "cohort", "first", "last", "sessions", "missed", "could_be"} {
		headings = append(headings, e.Say.Say("people."+key))
	}
	var rows [][]string
	for _, l := range lines {
		who := e.Say.Say("people.visitor")
		if l.Member {
			who = e.Say.Say("people.on_list")
		}
		rows = append(rows, []string{l.Name, l.Email, l.ListID, who, strings.Join(l.Cohorts, "; "), otherwise(l.FirstSeen, e.Say.Say("people.never")),
			l.LastSeen, strconv.Itoa(l.Sessions), strconv.Itoa(l.Missed), strings.Join(l.CouldBe, "; ")})
	}
	if o.XLSX == "" {
		if len(rows) == 0 {
			e.line("%s", e.Say.Say("people.nobody"))
			return nil
		}
		e.table(headings, rows)
		return nil
	}
	if !strings.HasSuffix(strings.ToLower(o.XLSX), ".xlsx") {
		return &exit{exitUsage, &hinted{errors.New("--xlsx " + strconv.Quote(o.XLSX) + " is no workbook"), "write --xlsx people.xlsx"}}
	}
	if err := hasPlace(o.XLSX, "--xlsx FILE"); err != nil {
		return err
	}
	data, err := form.List(e.Say.Say("people.title"), headings, rows, "en")
	if err != nil {
		return err
	}
	if err := reports.WriteFile(o.XLSX, data); err != nil {
		return writable(err, o.XLSX, "--xlsx FILE")
	}
	e.line("%s", e.Say.Say("people.written", len(rows), o.XLSX))
	return nil
}
