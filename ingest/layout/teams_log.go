package layout

import (
	"slices"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
)

// What a line of the older list says.
const (
	cameIn  = "joined"
	wasIn   = "joined before"
	wentOut = "left"
)

// Beginnings of the words for joining, leaving and before, without accents, in
// English, German, French, Spanish, Italian, Dutch, Polish and Portuguese.
var (
	leaveStems = []string{"left", "leave", "saiu", "sali", "quitt", "verlass", "uscit", "abbandon", "verlat", "vertrok", "opusc", "opuszcz", "wysz"}
	joinStems  = []string{"join", "ingress", "entr", "unio", "unid", "si e unit", "rejoint", "beigetret", "teilgenomm", "partecip", "aderit", "deelgenom", "toegetred", "dolacz"}
	priorStems = []string{"before", "antes", "avant", "vorher", "bereits", "zuvor", "prima", "eerder", "voor", "wczesniej", "przed"}
)

// action is what a word in the second column says, "" when it says nothing.
func action(s string) string {
	s = fold(tidy(s))
	has := func(stems []string) bool {
		return slices.ContainsFunc(stems, func(stem string) bool {
			return strings.HasPrefix(s, stem) || strings.Contains(s, " "+stem) || strings.Contains(s, "'"+stem)
		})
	}
	switch {
	case len(s) > 40:
		return ""
	case has(leaveStems):
		return wentOut
	case has(joinStems) && has(priorStems):
		return wasIn
	case has(joinStems):
		return cameIn
	}
	return ""
}

// isLogged reports a row: name, action, time.
func isLogged(row sheet.Row) bool {
	return filled(row.Cells) == 3 && isTime(cell(row, 3)) && action(cell(row, 2)) != ""
}

// logColumns say where a list has what. A town hall's list has more columns
// than others, and its times are UTC.
type logColumns struct {
	name, action, when, upn int
	utc                     bool
}

var logHeadings = map[string]string{"fullname": "name", "useraction": "action", "action": "action", "timestamp": "when", "utceventtimestamp": "when", "participantid": "upn"}

// logHeader finds the English headings; without them a list has name, action
// and time in this order.
func logHeader(rows []sheet.Row) (logColumns, bool) {
	c := logColumns{name: 1, action: 2, when: 3}
	if len(rows) == 0 {
		return c, false
	}
	found := columnsOf(rows[0], logHeadings)
	if found["name"] == 0 || found["action"] == 0 || found["when"] == 0 {
		return c, false
	}
	utc := strings.HasPrefix(tight(rows[0].Cell(found["when"])), "utc")
	return logColumns{name: found["name"], action: found["action"], when: found["when"], upn: found["upn"], utc: utc}, true
}

// event is one line of the list.
type event struct {
	who    participant
	action string
	when   Moment
	at     place
}

// apartMinutes between two lines part two meetings in one list.
const apartMinutes = 12 * 60

func (r *reading) readLog(no int, rows []sheet.Row) error {
	clock := r.teamsDates(no, rows)
	c, headed := logHeader(rows)
	if headed || len(rows) > 0 && !isTime(cell(rows[0], 3)) {
		r.headings(rows[0], 0)
		r.tellBeyond(no, rows[0], rows[1:])
		rows = rows[1:]
	}
	m := newMeeting(teams, place{sheet: no, row: 1})
	var events []event
	for _, row := range rows {
		if e, ok := r.logRow(no, row, c, clock); ok {
			events = append(events, e)
		}
	}
	if len(events) == 0 {
		r.empty(m.at)
		return nil
	}
	for _, group := range inOrder(events) {
		one := m
		one.at.row = group[0].at.row
		one.starts, one.ends = group[0].when, group[len(group)-1].when
		stays := r.pair(group)
		for i := range stays {
			r.acrossChange(&stays[i])
		}
		if err := r.emitTeams(one, stays); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) logRow(no int, row sheet.Row, c logColumns, clock dates) (event, bool) {
	r.sum.Read++
	at := place{sheet: no, row: row.No}
	e := event{who: participant{name: cell(row, c.name), upn: cell(row, c.upn)}, action: action(cell(row, c.action)), at: at}
	if e.action != "" {
		r.count("User Action", cell(row, c.action))
	}
	text := cell(row, c.when)
	when, ok, open := clock.read(text)
	if c.utc {
		when.at = time.UTC
	}
	at.column = c.when
	switch {
	case e.who.name == "":
		r.keep(place{no, row.No, c.name}, "required_blank", "", "name")
	case r.seenAs(e.who.name, "") == aBot:
		r.ignore("bot")
	case e.action == "":
		r.keep(place{no, row.No, c.action}, "word_unknown", cell(row, c.action), "")
	case open:
		r.keep(at, "date_order_unknown", text, "")
	case !ok || when.known != toClock:
		r.keep(at, "instant_unreadable", text, "")
	default:
		e.when = when
		return e, true
	}
	return e, false
}

// inOrder gives the lines of each meeting, oldest first, whichever way round
// the file has them.
func inOrder(events []event) [][]event {
	falls := 0
	for i := 1; i < len(events); i++ {
		falls += events[i-1].when.wall.Compare(events[i].when.wall)
	}
	if falls > 0 {
		slices.Reverse(events)
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.when.wall.Compare(b.when.wall) })
	var groups [][]event
	for i, e := range events {
		if i == 0 || events[i-1].when.minutesUntil(e.when) > apartMinutes {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], e)
	}
	return groups
}

// pair makes stays of the lines of one meeting. Who left without having joined
// came at a time that is not known; who did not leave is still there at the end.
func (r *reading) pair(events []event) []stay {
	var stays []stay
	there := map[participant][]int{} // the stays that are not over
	for _, e := range events {
		now := there[e.who]
		switch {
		case e.action == wasIn && len(now) > 0:
			s := &stays[now[len(now)-1]]
			s.also = append(s.also, e.at.row)
		case e.action != wentOut:
			there[e.who] = append(now, len(stays))
			stays = append(stays, stay{who: e.who, joined: e.when, open: true, at: e.at})
		case len(now) == 0:
			r.note(e.at, "left_without_join", e.who.name, "")
			stays = append(stays, stay{who: e.who, left: e.when, at: e.at})
		default:
			s := &stays[now[len(now)-1]]
			s.left, s.open, s.also = e.when, false, append(s.also, e.at.row)
			there[e.who] = now[:len(now)-1]
		}
	}
	return stays
}
