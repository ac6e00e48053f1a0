package layout

import (
	"path"
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Luma reads the list of guests of one event: who registered, and when they
// were checked in. Only who was checked in was there.
type Luma struct{}

const luma = "luma"

// Source implements Layout.
func (Luma) Source() string { return luma }

var lumaWords = foreignWords(map[string]string{
	guestID: "apiid guestid guestapiid", zoomName: "name", zoomGiven: "firstname", zoomFamily: "lastname", zoomEmail: "email",
	guestApproval: "approvalstatus", guestIn: "checkedinat", guestCode: "qrcodeurl", guestTicket: "ticketname tickettypeid", guestOrdered: "createdat",
})

// eventID is how Luma names an event, in the address of each guest's code.
var eventID = regexp.MustCompile(`\bevt-[A-Za-z0-9]+`)

// lumaGuests is what Luma calls its file: the event, "Guests", and when it was
// exported, which is not when the event was.
var lumaGuests = regexp.MustCompile(`(?i)^(.+?) +[-–—] +guests?\b.*$`)

// findLuma looks for the headings.
func findLuma(no int, rows []sheet.Row) (listTable, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		c := wordColumns(row, lumaWords)
		if c[guestIn] == 0 || c[guestApproval] == 0 || c[zoomName]+c[zoomEmail]+c[zoomGiven] == 0 {
			continue
		}
		t := listTable{sheet: no, header: row, column: c, above: rows[:i], sure: 0.85}
		if c[guestID] > 0 || c[guestCode] > 0 {
			t.sure = 0.97
		}
		return t, true
	}
	return listTable{}, false
}

// Match implements Layout.
func (Luma) Match(b *sheet.Book) (float64, error) { return matchLists(b, findLuma) }

// Read implements Layout.
func (Luma) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	return readLists(luma, b, said, to, findLuma, (*reading).readLuma)
}

// readLuma gives the event of a list and who was checked in.
func (r *reading) readLuma(t listTable, rows []sheet.Row) error {
	m := newMeeting(luma, t.at())
	times := dateColumn{}
	clock := r.platformDates(t.sheet, rows, []int{t.column[guestIn]}, &times)
	event := ""
	var guests []guest
	before := r.sum.Read
	for _, row := range rows {
		if event == "" {
			event = eventID.FindString(row.Cell(t.column[guestCode]))
		}
		if g, ok := r.lumaRow(t, row, clock); ok {
			guests = append(guests, g)
		}
	}
	if r.sum.Read == before {
		r.empty(m.at)
		return nil
	}
	r.lumaDay(&m, guests)
	m.title = lumaTitle(r.book.Name)
	m.id = hash(luma, first(event, m.day+"\x1f"+vocabulary.Loose(m.title)), r.untold(m))
	came, err := r.emitGuests(m, guests)
	if err == nil && !came && len(guests) > 0 {
		r.nobodyCame(m.at, "", true)
	}
	return err
}

// lumaDay takes the event's day from who was checked in when, unless somebody
// said it: the file has no other.
func (r *reading) lumaDay(m *meeting, guests []guest) {
	if m.day = r.said.SessionDay; m.day != "" {
		r.span.add(dayOf(m.day))
		return
	}
	m.day = commonDay(guests, r.dayHere)
	if m.day != "" {
		r.span.add(dayOf(m.day))
		r.note(m.at, "session_date_from_check_in", m.day, m.day)
	}
}

// lumaTitle is the event's name where the file still bears the one that Luma
// gave it.
func lumaTitle(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if m := lumaGuests.FindStringSubmatch(strings.TrimSuffix(name, path.Ext(name))); m != nil {
		return tidy(m[1])
	}
	return ""
}

// lumaRow reads one guest; false when the row is none or is kept back.
func (r *reading) lumaRow(t listTable, row sheet.Row, clock dates) (guest, bool) {
	c := t.column
	g, ok := r.guestRow(t, row)
	if !ok {
		return g, false
	}
	if id := cell(row, c[guestID]); id != "" {
		g.key = luma + "|" + id
	}
	at := place{t.sheet, row.No, c[guestIn]}
	text := cell(row, c[guestIn])
	if text == "" {
		g.away = lumaAway(cell(row, c[guestApproval]))
		return g, true
	}
	when, read, open := clock.read(text)
	g.when = when
	switch {
	case open:
		r.keep(at, "date_order_unknown", text, "")
		return g, false
	case !read && !isYes(text):
		r.keep(at, "instant_unreadable", text, "")
		return g, false
	}
	return g, r.somebody(g.stay)
}

// lumaAway is why a guest whom nobody checked in was not there.
func lumaAway(approval string) string {
	switch plain(approval) {
	case "declined":
		return declined
	case "approved", "":
		return noShow
	}
	return pending // or invited, or waiting
}
