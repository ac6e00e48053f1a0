package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/queries"
)

// Planned is the status of a session that is yet to come.
const Planned = "planned"

// Meeting is one session and who was there: headcounts only.
type Meeting struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Day   int    `json:"day"`
	// Status is held, moved, cancelled or Planned.
	Status string `json:"status"`
	Kind   string `json:"kind"`
	// PlannedOn is the day it was planned for, nil where nobody said.
	PlannedOn *int `json:"planned_on"`
	// Listed sessions are on the sessions sheet; the others are known from
	// attendance files alone.
	Listed bool `json:"listed"`
	// HasRegister: somebody wrote down who came.
	HasRegister bool `json:"has_register"`
	// People attended, Visitors of them are on no member list; InPerson and
	// Online are those whose way of coming is known.
	People   int `json:"people"`
	Visitors int `json:"visitors"`
	InPerson int `json:"in_person"`
	Online   int `json:"online"`
	// Minutes are those of all who came, as far as known, nil where none is.
	Minutes *float64 `json:"minutes"`
	// Length is how long it lasted, nil where nobody said.
	Length *float64 `json:"length"`
	// Eligible members could have come, Came of them did; 0 without a member list.
	Eligible int `json:"eligible"`
	Came     int `json:"came"`
}

// Meetings are the sessions of a scope, oldest first. Scope.Community must be
// named. There is no threshold: who meets sees who comes. Names in titles are
// for the convenor alone: a platform calls a meeting after its host.
func Meetings(ctx context.Context, src Source, s Scope) ([]Meeting, error) {
	var all []Meeting
	names, err := redactor(ctx, src, s.whole())
	if err != nil {
		return nil, err
	}
	for r, err := range src.Rows(ctx, queries.Question("meetings"), s.spanned()) {
		if err != nil {
			return nil, fmt.Errorf("meetings: %w", err)
		}
		listed, _ := r[6].(bool)
		register, _ := r[7].(bool)
		m := Meeting{
			ID: text(r[0]), Title: names.text(text(r[1]), ""), Day: whole(r[2]), Status: text(r[4]), Kind: text(r[5]), Listed: listed, HasRegister: register,
			People: whole(r[8]), Visitors: whole(r[9]), InPerson: whole(r[10]), Online: whole(r[11]),
			Minutes: rounded(maybe(r[12])), Length: rounded(maybe(r[13])), Eligible: whole(r[14]), Came: whole(r[15]),
		}
		if r[3] != nil {
			planned := whole(r[3])
			m.PlannedOn = &planned
		}
		if s.Today != 0 && m.Day > s.Today && !m.HasRegister && m.Status != "cancelled" {
			m.Status = Planned
		}
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b Meeting) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), strings.Compare(a.Title, b.Title), strings.Compare(a.ID, b.ID))
	})
	return all, nil
}

// Overview is what stands on top of a page.
type Overview struct {
	// HasRoster: there is a member list; without one Members is 0 and Seen
	// counts everybody identified.
	HasRoster     bool
	Members, Seen int
	// OrganisationsReached are those of which a member came.
	Organisations, OrganisationsReached int
	// Visitors came and are on no member list.
	Visitors int
	// Planned sessions, those to come among them, and what became of them; a
	// moved one was held.
	Planned, Held, Moved, Cancelled int
	// MemberHours are those that members gave while they were members, Hours those
	// of everybody; MinutesUnknown counts who came for an unknown time.
	MemberHours, Hours float64
	MinutesUnknown     int
	// CoreFrom is how many sessions with a register somebody needs before any
	// level but the lower ones is told, 0 where the settings do not say.
	CoreFrom int
	// CutOff is the last day any file tells of, nil for no data.
	CutOff *int
	// Round is the survey round that closed last in the scope among those that
	// anybody answered, else the last, "" for none; InvitedAssumed says that its
	// list gave no number. Unanswered is a later round that closed without
	// an answer.
	Round, Unanswered string
	Answered, Invited int
	InvitedAssumed    bool
}

// Summary is the Overview of a scope. Scope.Community must be named.
func Summary(ctx context.Context, src Source, s Scope) (Overview, error) {
	var o Overview
	for r, err := range src.Rows(ctx, queries.Question("overview"), s.spanned()) {
		if err != nil {
			return o, fmt.Errorf("overview: %w", err)
		}
		o.HasRoster = whole(r[2]) > 0
		if o.HasRoster {
			o.Members, o.Organisations, o.Visitors, o.MemberHours = whole(r[0]), whole(r[1]), whole(r[4]), *rounded(hours(r[9]))
			o.OrganisationsReached = whole(r[13])
		}
		o.Seen, o.Planned, o.Held, o.Moved, o.Cancelled = whole(r[3]), whole(r[5]), whole(r[6]), whole(r[7]), whole(r[8])
		o.Hours, o.MinutesUnknown, o.CoreFrom = *rounded(hours(r[10])), whole(r[11]), whole(r[12])
	}
	for r, err := range src.Rows(ctx, queries.Question("cut_off"), s.spanned()) {
		if err != nil {
			return o, fmt.Errorf("cut-off: %w", err)
		}
		if r[0] != nil {
			day := whole(r[0])
			o.CutOff = &day
		}
	}
	return o, o.round(ctx, src, s)
}

// round fills in the survey round of the overview, by the rule of the
// indicators.
func (o *Overview) round(ctx context.Context, src Source, s Scope) error {
	var all [][]any
	for r, err := range src.Rows(ctx, queries.Question("latest_round"), s.spanned()) {
		if err != nil {
			return fmt.Errorf("rounds: %w", err)
		}
		all = append(all, r)
	}
	if len(all) == 0 {
		return nil
	}
	later := func(a, b []any) int {
		return cmp.Or(cmp.Compare(whole(b[1]), whole(a[1])), cmp.Compare(whole(b[2]), whole(a[2])), strings.Compare(text(a[0]), text(b[0])))
	}
	slices.SortFunc(all, later)
	last := all[0]
	slices.SortStableFunc(all, func(a, b []any) int { return cmp.Compare(whole(b[3]), whole(a[3])) })
	r := all[0]
	o.Round, o.Invited, o.Answered, o.InvitedAssumed = text(r[0]), whole(r[4]), whole(r[5]), whole(r[6]) > 0
	if whole(last[3]) == 0 && text(last[0]) != o.Round {
		o.Unanswered = text(last[0])
	}
	return nil
}

func hours(v any) *float64 {
	h := number(v) / 60
	return &h
}
