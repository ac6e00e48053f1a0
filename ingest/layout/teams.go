package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
)

// Teams reads attendance files of Microsoft Teams in any of the platform's
// languages: the report in sections (2022 on), the summary with one table
// (2021), and the older list of who joined and left.
type Teams struct{}

const teams = "teams"

// Source implements Layout.
func (Teams) Source() string { return teams }

// teamsForm is one of the ways Teams has written attendance.
type teamsForm int

const (
	noTeams teamsForm = iota
	teamsSections
	teamsSummary
	teamsLog
)

var sectionLine = regexp.MustCompile(`^([1-9])\. ?\pL`)

// section is the number of a section's heading line, 0 when the row is none.
func section(row sheet.Row) int {
	m := sectionLine.FindStringSubmatch(cell(row, 1))
	if m == nil || filled(row.Cells) != 1 {
		return 0
	}
	return number(m[1])
}

// formOf tells which form the first rows of a sheet have.
func formOf(rows []sheet.Row) teamsForm {
	numbers := map[int]bool{}
	logged, stays := 0, 0
	_, headed := logHeader(rows)
	for _, row := range rows {
		if n := section(row); n > 0 {
			numbers[n] = true
		}
		if isLogged(row) {
			logged++
		}
		if isStay(row) {
			stays++
		}
	}
	switch {
	case numbers[1] && numbers[2] || numbers[2] && stays > 0:
		return teamsSections
	case stays > 0 && len(numbers) == 0:
		return teamsSummary
	case logged > 0 && logged*2 >= len(rows) || headed:
		return teamsLog
	}
	return noTeams
}

// isStay reports a row: name, joined, left, length of time.
func isStay(row sheet.Row) bool {
	if cell(row, 1) == "" || !isTime(cell(row, 2)) || !isTime(cell(row, 3)) {
		return false
	}
	_, ok := readDuration(cell(row, 4))
	return ok
}

func isTime(s string) bool {
	w, ok := readDate(s)
	return ok && w.known == toClock
}

// Match implements Layout.
func (Teams) Match(b *sheet.Book) (float64, error) {
	return matchSheets(b, func(_ int, head []sheet.Row) float64 {
		switch formOf(head) {
		case teamsSections, teamsLog:
			return 0.97
		case teamsSummary:
			return 0.9
		}
		return 0
	})
}

// Read implements Layout.
func (Teams) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	return readSheets(teams, b, said, to, func(r *reading, no int, head, rows []sheet.Row) (bool, error) {
		switch formOf(head) {
		case teamsSections:
			return true, r.readSections(no, rows)
		case teamsSummary:
			return true, r.readTeamsSummary(no, rows)
		case teamsLog:
			return true, r.readLog(no, rows)
		}
		return false, nil
	})
}

// teamsDates decides the order of days by every date in the rows. A 12-hour
// clock goes with month first, a 24-hour clock with day first.
func (r *reading) teamsDates(no int, rows []sheet.Row) dates {
	c := r.datesNear()
	for _, row := range rows {
		for i := range row.Cells {
			if i < 5 {
				c.add(cell(row, i+1))
			}
		}
	}
	habit := dmy
	if c.twelve {
		habit = mdy
	}
	order, assumed := r.platformOrder(&c, habit)
	if assumed {
		r.tellOrder(no, rows, []int{1, 2, 3, 4, 5}, dates{order: order})
	}
	return dates{order: order}
}

// teamsColumns say where a table of stays has what; the first four columns are
// name, joined, left and length of time in every language.
// A webinar's report has the e-mail that somebody registered with as well.
type teamsColumns struct{ email, upn, registered int }

var emailHeadings = map[string]bool{"email": true, "emailaddress": true, "adresemail": true, "correoelectrónico": true, "emailadresse": true, "courriel": true, "adressedemessagerie": true, "indirizzoemail": true, "posta": true, "emailadres": true, "endereçodeemail": true}

// columnsOfStays finds e-mail and user id by their headings, else by position.
func columnsOfStays(header sheet.Row, found bool, rows []sheet.Row) teamsColumns {
	c := teamsColumns{email: 5}
	if !found {
		for _, row := range rows {
			if strings.Contains(cell(row, 6), "@") {
				c.upn = 6
			}
		}
		return c
	}
	for i, h := range header.Cells {
		t := tight(h)
		switch {
		case i < 4:
		case emailHeadings[t]:
			c.email = i + 1
		case strings.Contains(t, "regist") && strings.Contains(t, "mail"):
			c.registered = i + 1
		case c.upn == 0 && (strings.Contains(t, "upn") || strings.HasPrefix(t, "participantid") || strings.HasPrefix(t, "teilnehmerid")):
			c.upn = i + 1
		}
	}
	return c
}

// participant is who a row is about; the e-mail of a registration stands in for
// one that is missing.
func (c teamsColumns) participant(row sheet.Row) participant {
	return participant{name: cell(row, 1), email: first(cell(row, c.email), cell(row, c.registered)), upn: cell(row, c.upn)}
}

// noTime reports a length of time that is blank, dashes or nothing.
func noTime(text string) bool {
	minutes, ok := readDuration(text)
	return undashed(text) == "" || ok && minutes == 0
}

// neverCame tells a row of somebody who did not join.
func neverCame(row sheet.Row) bool { return cell(row, 2)+cell(row, 3) == "" && noTime(cell(row, 4)) }

// stayRow reads a row of stays; false when it is ignored or kept back.
func (r *reading) stayRow(no int, row sheet.Row, c teamsColumns, clock dates) (stay, bool) {
	r.sum.Read++
	s := stay{who: c.participant(row), at: place{sheet: no, row: row.No}}
	switch {
	case neverCame(row) && !s.who.blank():
		r.ignore(noShow) // of a webinar: they registered
		return s, false
	case !r.somebody(s):
		return s, false
	}
	r.stayMinutes(&s, cell(row, 4), 4)
	return s, r.stayTimes(&s, [2]string{cell(row, 2), cell(row, 3)}, [2]int{2, 3}, clock)
}
