package layout

import (
	"slices"
	"strings"

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
	leaveStems = []string{"left", "leave", "saiu", "sali", "quitt", "verlass", "uscit", "abbandon", "verlat", "vertrok", "opusc", "wysz"}
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

// hasLogHeader finds the English headings, so that a list with strange words
// for its actions is still told as one.
func hasLogHeader(rows []sheet.Row) bool {
	return len(rows) > 0 && tight(rows[0].Cell(1)) == "fullname" && tight(rows[0].Cell(2)) == "useraction" && tight(rows[0].Cell(3)) == "timestamp"
}

// event is one line of the list.
type event struct {
	name, action string
	when         Moment
	at           place
}

// apartMinutes between two lines part two meetings in one list.
const apartMinutes = 12 * 60

func (r *reading) readLog(no int, rows []sheet.Row) error {
	clock := r.teamsDates(rows)
	if len(rows) > 0 && !isTime(cell(rows[0], 3)) {
		r.sum.Skipped["heading"]++
		r.sum.Columns = max(r.sum.Columns, len(rows[0].Cells))
		rows = rows[1:]
	}
	m := newMeeting("teams", place{sheet: no, row: 1})
	var events []event
	for _, row := range rows {
		if e, ok := r.logRow(no, row, clock); ok {
			events = append(events, e)
		}
	}
	if len(events) == 0 {
		r.note(m.at, "empty_table", "", "")
		return nil
	}
	for _, group := range inOrder(events) {
		one := m
		one.at.row = group[0].at.row
		one.starts, one.ends = group[0].when, group[len(group)-1].when
		if err := r.emitTeams(one, r.pair(group)); err != nil {
			return err
		}
	}
	return nil
}

func (r *reading) logRow(no int, row sheet.Row, clock dates) (event, bool) {
	r.sum.Read++
	at := place{sheet: no, row: row.No}
	e := event{name: cell(row, 1), action: action(cell(row, 2)), at: at}
	when, ok, open := clock.read(cell(row, 3))
	at.column = 3
	switch {
	case e.name == "":
		r.keep(place{no, row.No, 1}, "required_blank", "", "name")
	case r.seenAs(e.name, "") == aBot:
		r.ignore("bot")
	case e.action == "":
		r.keep(place{no, row.No, 2}, "word_unknown", cell(row, 2), "")
	case open:
		r.keep(at, "date_order_unknown", cell(row, 3), "")
	case !ok || when.known != toClock:
		r.keep(at, "instant_unreadable", cell(row, 3), "")
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
	there := map[string][]int{} // the stays that are not over, by name
	for _, e := range events {
		now := there[e.name]
		switch {
		case e.action == wasIn && len(now) > 0:
			s := &stays[now[len(now)-1]]
			s.also = append(s.also, e.at.row)
		case e.action != wentOut:
			there[e.name] = append(now, len(stays))
			stays = append(stays, stay{who: participant{name: e.name}, joined: e.when, open: true, at: e.at})
		case len(now) == 0:
			r.note(e.at, "left_without_join", e.name, "")
			stays = append(stays, stay{who: participant{name: e.name}, left: e.when, at: e.at})
		default:
			s := &stays[now[len(now)-1]]
			s.left, s.open, s.also = e.when, false, append(s.also, e.at.row)
			there[e.name] = now[:len(now)-1]
		}
	}
	return stays
}
