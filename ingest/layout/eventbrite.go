package layout

import (
	"slices"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Eventbrite reads its reports of attendees and of orders: who took a place at
// which event. Only who was checked in was there.
type Eventbrite struct{}

const eventbrite = "eventbrite"

// Source implements Layout.
func (Eventbrite) Source() string { return eventbrite }

var eventbriteWords = foreignWords(map[string]string{
	guestOrder: "order# orderid orderno ordernumber", guestOrdered: "orderdate orderdatetime orderdateutc orderedon",
	zoomGiven: "firstname attendeefirstname", zoomFamily: "lastname surname attendeelastname attendeesurname", zoomName: "attendeename name fullname",
	zoomEmail: "email emailaddress attendeeemail attendeeemailaddress", guestBuyer: "buyeremail orderemail buyeremailaddress purchaseremail",
	guestQuantity: "quantity ticketquantity qty", guestTicket: "tickettype ticketname",
	guestID:     "attendee# attendeeid attendeeno attendeenumber barcode# barcode barcodenumber barcodeno ticketbarcode ticketid",
	guestStatus: "attendeestatus ticketstatus", guestPaid: "orderstatus status",
	guestIn:    "checkedin checkin checkinstatus checkedinat checkintime checkindate datecheckedin checkedinon scanned attended",
	guestEvent: "eventname eventtitle event", guestEventID: "eventid event#",
	guestDay: "eventstartdate eventdate eventstart eventstartdatetime dateattending", guestClock: "eventstarttime eventtime", guestZone: "eventtimezone timezone",
})

// findEventbrite looks for the headings: an order, who it is for, and whether
// they come.
func findEventbrite(no int, rows []sheet.Row) (listTable, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		c := wordColumns(row, eventbriteWords)
		t := listTable{sheet: no, header: row, column: c, above: rows[:i]}
		who, says := c[zoomEmail]+c[zoomGiven]+c[zoomName], c[guestStatus]+c[guestPaid]+c[guestIn]
		switch {
		case c[guestOrder] == 0 || who == 0 || says == 0:
		case c[guestStatus] > 0 || c[guestID] > 0 && c[guestTicket] > 0:
			t.sure = 0.93
			return t, true
		case (c[guestEvent] > 0 || c[guestDay] > 0 || c[guestTicket] > 0) && c[guestOrdered]+c[guestQuantity] > 0:
			t.sure = 0.8
			return t, true
		}
	}
	return listTable{}, false
}

// Match implements Layout.
func (Eventbrite) Match(b *sheet.Book) (float64, error) { return matchLists(b, findEventbrite) }

// Read implements Layout.
func (Eventbrite) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	return readLists(eventbrite, b, said, to, findEventbrite, (*reading).readEventbrite)
}

// readEventbrite gives the events of a report and who was checked in to each.
func (r *reading) readEventbrite(t listTable, rows []sheet.Row) error {
	times := r.datesNear()
	clock := r.platformDates(t.sheet, rows, []int{t.column[guestDay], t.column[guestOrdered]}, &times)
	var events []meeting
	guests := map[string][]guest{} // by event
	before := r.sum.Read
	for _, row := range rows {
		g, ok := r.eventbriteRow(t, row)
		if !ok {
			continue
		}
		m := r.eventOf(t, row, clock)
		if _, known := guests[m.id]; !known {
			events = append(events, m)
		}
		guests[m.id] = append(guests[m.id], g)
	}
	if r.sum.Read == before {
		r.empty(t.at())
	}
	came := 0
	var empty []meeting
	for _, m := range events {
		some, err := r.emitGuests(m, guests[m.id])
		if err != nil {
			return err
		}
		if some {
			came++
		} else {
			empty = append(empty, m)
		}
	}
	for _, m := range empty {
		r.nobodyCame(t.at(), m.title, came == 0)
	}
	return nil
}

// eventOf is what a row says of its event.
func (r *reading) eventOf(t listTable, row sheet.Row, clock dates) meeting {
	c := t.column
	m := newMeeting(eventbrite, t.at())
	m.title = cell(row, c[guestEvent])
	when, ok, _ := clock.read(cell(row, c[guestDay]))
	if ok {
		m.day = when.Day()
		if start, ok, _ := clock.read(r.onDay(cell(row, c[guestClock]), m.day)); ok && when.known == toDay {
			when = start
		}
		if zone, err := time.LoadLocation(cell(row, c[guestZone])); err == nil && cell(row, c[guestZone]) != "" && when.at == nil {
			when.at = zone
		}
		if when.known == toClock {
			m.starts, m.day = when, r.dayHere(when)
		}
	}
	m.id = hash(eventbrite, first(cell(row, c[guestEventID]), vocabulary.Loose(m.title)), first(m.starts.minute(), m.day, r.dayOutside()), r.untold(m))
	return m
}

// notComing are the beginnings of words for a place that was given back.
var notComing = []string{"cancel", "delet", "void", "transfer", "notattending", "unpaid", "abandon", "declin", "reject"}

// eventbriteRow reads one row; false when it is none or is kept back.
func (r *reading) eventbriteRow(t listTable, row sheet.Row) (guest, bool) {
	c := t.column
	g, ok := r.guestRow(t, row)
	if !ok {
		return g, false
	}
	if strings.HasPrefix(plain(g.who.name), "inforequested") || strings.HasPrefix(plain(g.who.name), "informationrequested") {
		g.who.name = "" // nobody has filled in who the place is for
	}
	g.who.email = first(g.who.email, cell(row, c[guestBuyer]))
	if id := cell(row, c[guestID]); id != "" {
		g.key = eventbrite + "|" + id
	}
	in, status := cell(row, c[guestIn]), plain(first(cell(row, c[guestStatus]), cell(row, c[guestPaid])))
	here := strings.HasPrefix(status, "checkedin") || saysIn(in)
	switch {
	case !here && strings.HasPrefix(status, "refund"):
		g.away = refunded
	case !here && slices.ContainsFunc(notComing, func(stem string) bool { return strings.HasPrefix(status, stem) }):
		g.away = cancelled
	case !here:
		g.away = noShow
	case !r.somebody(g.stay):
		return g, false
	default:
		if n, ok := whole(cell(row, c[guestQuantity])); ok && n > 1 {
			r.note(place{t.sheet, row.No, c[guestQuantity]}, "places_without_names", first(g.who.name, g.who.email), plainNumber(float64(n)))
		}
	}
	return g, true
}

// saysIn reads a cell about being checked in: yes, a time, or the words.
func saysIn(text string) bool {
	if isTime(text) {
		return true
	}
	word := plain(text)
	return isYes(text) || strings.HasPrefix(word, "checkedin")
}
