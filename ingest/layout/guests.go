package layout

import "valuetrail/ingest/sheet"

// What the columns of a guest list hold, besides what Zoom's do.
const (
	guestID       = "guest_id"
	guestStatus   = "status"
	guestPaid     = "order_status"
	guestBuyer    = "buyer"
	guestIn       = "checked_in"
	guestApproval = "approval"
	guestQuantity = "quantity"
	guestOrder    = "order"
	guestOrdered  = "ordered"
	guestTicket   = "ticket"
	guestEvent    = "event"
	guestEventID  = "event_id"
	guestDay      = "event_day"
	guestClock    = "event_clock"
	guestZone     = "event_zone"
	guestCode     = "code"
)

// Why a guest who is on the list was not there.
const (
	noShow    = "no_show"
	cancelled = "cancelled"
	refunded  = "refunded"
	declined  = "declined"
	pending   = "not_approved"
)

// isEventList tells a list of guests that a layout of its own reads.
func isEventList(rows []sheet.Row) bool {
	_, isLuma := findLuma(0, rows)
	_, isEventbrite := findEventbrite(0, rows)
	return isLuma || isEventbrite
}

// guest is a row of a list of who registered for an event.
type guest struct {
	stay
	// away is why they were not there, "" for who was checked in.
	away string
	when Moment // of being checked in, where the list says it
}

// emitGuests gives an event and who was checked in. A list on which nobody was
// checked in does not say who came, and gives no event: check-in was not used,
// or the event has not been.
func (r *reading) emitGuests(m meeting, guests []guest) (came bool, err error) {
	var stays []stay
	for _, g := range guests {
		if g.away != "" {
			r.ignore(g.away)
			continue
		}
		stays = append(stays, g.stay)
	}
	if len(stays) == 0 {
		return false, nil
	}
	if m.day == "" {
		r.dayFromOutside(&m)
	}
	r.span.add(dayOf(m.day))
	m.mode = ""
	return true, r.emitStays(m, stays)
}

// nobodyCame tells of a list, or of an event on it, without anybody checked in.
func (r *reading) nobodyCame(at place, event string, all bool) {
	if all {
		r.problem(at, "nobody_checked_in", event, "")
		return
	}
	r.note(at, "nobody_checked_in", event, "")
}

// guestRow begins a guest with whom a row is about; false when it is about
// nobody.
func (r *reading) guestRow(t listTable, row sheet.Row) (guest, bool) {
	s, ok := r.stayIn(t, row)
	g := guest{stay: s}
	if !ok {
		return g, false
	}
	if isTotal(firstCell(row)) && g.who.email == "" {
		r.ignore("summary")
		return g, false
	}
	return g, true
}

// commonDay is the day on which most guests were checked in, the first of two
// with as many.
func commonDay(guests []guest, day func(Moment) string) string {
	count := map[string]int{}
	best := ""
	for _, g := range guests {
		d := day(g.when)
		if d == "" || g.away != "" {
			continue
		}
		count[d]++
		if best == "" || count[d] > count[best] || count[d] == count[best] && d < best {
			best = d
		}
	}
	return best
}
