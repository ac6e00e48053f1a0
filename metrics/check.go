package metrics

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"valuetrail/queries"
)

// Finding is one thing that is impossible or missing in the data, for the
// convenor alone: Who is a name.
type Finding struct {
	Check    string `json:"check"`
	Severity string `json:"severity"`
	// File, Row and Column say where; "" and 0 where there is no such place.
	// Sheet counts from 1.
	File   string `json:"file"`
	FileID string `json:"file_id"`
	Sheet  int    `json:"sheet"`
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Cohort string `json:"cohort"`
	Who    string `json:"who"`
	// Thing is the id of what it is about: a session, story, round, practice.
	Thing string `json:"thing"`
	// Day and Other are days since 1970, nil where the check has none.
	Day    *int     `json:"day"`
	Other  *int     `json:"other_day"`
	Amount *float64 `json:"amount"`
	// Period and Figure are the figure that a finding about answers is read off, as
	// the gate lets the convenor see it; Beside is that of everybody where it is about
	// a group, By what the group is one of. "" for other findings.
	Period string `json:"period,omitempty"`
	Figure string `json:"figure,omitempty"`
	Beside string `json:"beside,omitempty"`
	By     string `json:"by,omitempty"`
}

// checkFacts runs every check of queries, given the ids of all indicators; those of
// one check stand by place.
func checkFacts(ctx context.Context, src Source, community string, today int, indicators []string) ([]Finding, error) {
	checks, err := queries.Checks()
	if err != nil {
		return nil, err
	}
	with := map[string]any{"community": community}
	files, err := pairs(ctx, src, "files", with)
	if err != nil {
		return nil, err
	}
	names, err := pairs(ctx, src, "people", with)
	if err != nil {
		return nil, err
	}
	titles, err := pairs(ctx, src, "session_titles", with)
	if err != nil {
		return nil, err
	}
	named := map[string]any{"community": community, "today": today, "indicators": "|" + strings.Join(indicators, "|") + "|"}
	var all []Finding
	for _, c := range checks {
		found, err := runCheck(ctx, src, c, named)
		if err != nil {
			return nil, err
		}
		for i := range found {
			f := &found[i]
			f.File, f.Who = files[f.FileID], names[f.Who]
			if title, unlisted := titles[f.Thing]; unlisted {
				f.Thing = title
			}
		}
		slices.SortFunc(found, inPlace)
		all = append(all, found...)
	}
	return all, nil
}

func runCheck(ctx context.Context, src Source, c queries.Check, named map[string]any) ([]Finding, error) {
	var found []Finding
	for r, err := range src.Rows(ctx, c.SQL, named) {
		if err != nil {
			return nil, fmt.Errorf("check %s: %w", c.ID, err)
		}
		if len(r) != len(queries.CheckColumns) {
			return nil, fmt.Errorf("check %s: %d columns, want %s", c.ID, len(r), strings.Join(queries.CheckColumns, ", "))
		}
		found = append(found, Finding{Check: c.ID, Severity: c.Severity, FileID: text(r[0]), Sheet: whole(r[1]), Row: whole(r[2]), Column: whole(r[3]),
			Cohort: text(r[4]), Who: text(r[5]), Thing: text(r[6]), Day: maybeWhole(r[7]), Other: maybeWhole(r[8]), Amount: maybe(r[9])})
	}
	return found, nil
}

// inPlace orders by what people see, never by an id of ours.
func inPlace(a, b Finding) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column),
		strings.Compare(a.Cohort, b.Cohort), cmp.Compare(orZero(a.Day), orZero(b.Day)), strings.Compare(a.Thing, b.Thing), strings.Compare(a.Who, b.Who))
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

func maybeWhole(v any) *int {
	if v == nil {
		return nil
	}
	n := whole(v)
	return &n
}

// pairs is the first two columns of a question.
func pairs(ctx context.Context, src Source, question string, named map[string]any) (map[string]string, error) {
	all := map[string]string{}
	for r, err := range src.Rows(ctx, queries.Question(question), named) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", question, err)
		}
		all[text(r[0])] = text(r[1])
	}
	return all, nil
}
