package layout

import (
	"strings"
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

const eventbriteAttendees = "Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Attendee Status,Event Name,Event start date,Event start time,Event timezone,Company\n" +
	"1001,2026-09-26 20:10,Ann,Lee,Ann@Example.org,1,,General,555001,,Free Order,USD,0,0,Checked In,Spring call,2026-10-03,18:00,America/New_York,\n" +
	"1001,2026-09-26 20:10,Bo,Ray,bo@example.org,1,,General,555002,,Free Order,USD,0,0,Attending,Spring call,2026-10-03,18:00,America/New_York,\n" +
	"1002,\"Sep 26, 2026 7:05 PM\",Cy,Fox,cy@example.org,1,,General,555003,,Free Order,USD,0,0,Refunded,Spring call,2026-10-03,18:00,America/New_York,\n" +
	"1003,\"Sep 27, 2026 7:05 PM\",Di,Moss,di@example.org,1,,General,555004,,Free Order,USD,0,0,Not Attending,Spring call,2026-10-03,18:00,America/New_York,\n" +
	"1004,2026-09-28 09:30,Ed,Oak,ed@example.org,1,,General,555005,,Free Order,USD,0,0,Checked In,Autumn call,2026-11-07,18:00,America/New_York,\n" +
	"1005,2026-09-28 09:30,Flo,Elm,flo@example.org,1,,General,555006,,Free Order,USD,0,0,Attending,Winter call,2026-12-05,18:00,America/New_York,\n"

const eventbriteOrders = "Order #,Order Date,First Name,Last Name,Email,Quantity,Total Paid,Order Status,Promo Code,Affiliate,Event Name,Event Date,Checked In\n" +
	"1001,\"Sep 26, 2026 7:05 PM\",Ann,Lee,ann@example.org,2,$60.00,Attending,insta,,Spring call,2026-10-03 21:00,Yes\n" +
	"1002,2026-09-26 20:10,Bo,Ray,bo@example.org,1,40.00,Attending,,,Spring call,2026-10-03 21:00,No\n" +
	"1004,2026-09-27 09:30,Cy,Fox,cy@example.org,1,15.00,Refunded,INSTA,,Spring call,2026-10-03 21:00,No\n"

func TestEventbriteCountsWhoWasCheckedInToEachEvent(t *testing.T) {
	sum, h := source(t, "eventbrite", "report.csv", eventbriteAttendees, Said{})
	same(t, "events", h.lines(vocabulary.Meeting, "title", "starts_at"), "Spring call 2026-10-03T22:00:00Z; Autumn call 2026-11-07T23:00:00Z")
	same(t, "guests", stays(h), "Ann Lee Ann@Example.org -; Ed Oak ed@example.org -")
	same(t, "read", sum.Read, 6)
	same(t, "no show", sum.Ignored["no_show"], 2)
	same(t, "refunded", sum.Ignored["refunded"], 1)
	same(t, "cancelled", sum.Ignored["cancelled"], 1)
	same(t, "problems", h.codes(), "nobody_checked_in")
	same(t, "which", h.problems[0].Value, "Winter call")
	same(t, "key", h.rows[1].Key, "eventbrite|555001")
	same(t, "from", sum.From+" "+sum.To, "2026-10-03 2026-11-07")
}

func TestEventbriteOrdersNameOnlyWhoBought(t *testing.T) {
	sum, h := source(t, "eventbrite", "orders.csv", eventbriteOrders, Said{})
	same(t, "guests", stays(h), "Ann Lee ann@example.org -")
	same(t, "problems", h.codes(), "places_without_names")
	same(t, "refunded", sum.Ignored["refunded"], 1)
	same(t, "starts", h.of(vocabulary.Meeting)[0]["starts_at"], "2026-10-03T21:00:00Z")
}

func TestEventbriteInItsNewerHeadings(t *testing.T) {
	text := "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Buyer email,Ticket quantity,Ticket type,Barcode number,Attendee status,Event ID,Event name,Event start date,Event start time,Event timezone,Check-in time\n" +
		"88,2026-09-26,Ann,Lee,ann@example.org,ann@example.org,1,General,9001,Attending,77,Spring call,10/13/2026,6:00 PM,Europe/London,2026-10-13 17:55\n" +
		"89,2026-09-26,Info Requested,,,bo@example.org,1,General,9002,Checked in,77,Spring call,10/13/2026,6:00 PM,Europe/London,\n"
	_, h := source(t, "eventbrite", "attendees.csv", text, Said{})
	same(t, "guests", stays(h), "Ann Lee ann@example.org -; bo@example.org -")
	same(t, "starts", h.of(vocabulary.Meeting)[0]["starts_at"], "2026-10-13T17:00:00Z")
}

func TestEventbriteWithoutTheEventTakesItFromOutside(t *testing.T) {
	text := "Order #,Order Date,First Name,Surname,Email,Ticket Type,Attendee Status\n1,2026-05-01,Anna,Andersson,anna@example.org,General,Checked In\n2,2026-05-01,Björn,Berg,bjorn@example.org,VIP,Attending\n"
	_, h := source(t, "eventbrite", "report.csv", text, Said{SessionDay: "2026-05-09", SessionTitle: "Rooftop"})
	m := h.of(vocabulary.Meeting)[0]
	same(t, "event", m["date"]+m["title"], "2026-05-09Rooftop")
	_, h = source(t, "eventbrite", "report.csv", text, Said{})
	same(t, "problems", h.codes(), "!session_date_missing")
	_, h = source(t, "eventbrite", "report.csv", strings.ReplaceAll(text, "Checked In", "Attending"), Said{})
	same(t, "nobody", h.codes(), "!nobody_checked_in")
}

func TestOrdersOfAShopAreNoEvents(t *testing.T) {
	b := book(t, "o.csv", "Order ID,Order Date,Name,Email,Quantity,Status\n1,2026-05-01,Anna,anna@example.org,2,shipped\n")
	if l, err := Recognise(b); err == nil && l.Source() == "eventbrite" {
		t.Error("a shop's orders taken for Eventbrite's")
	}
}

func TestAnOpenDayOfAnEventIsTold(t *testing.T) {
	text := "Order #,Order Date,First Name,Surname,Email,Ticket Type,Attendee Status,Event name,Event start date\n1,2026-05-01,Anna,Andersson,anna@example.org,General,Checked In,Rooftop,03/10/2026\n"
	_, h := source(t, "eventbrite", "report.csv", text, Said{})
	same(t, "problems", h.codes(), "date_order_assumed")
	same(t, "read", h.of(vocabulary.Meeting)[0]["date"], "2026-03-10")
	_, h = source(t, "eventbrite", "report.csv", text, Said{DateOrder: dmy})
	same(t, "said", h.of(vocabulary.Meeting)[0]["date"]+h.codes(), "2026-10-03")
}

func TestTheDayOfAnEventElsewhereIsThatOfItsStartHere(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	text := "Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Event name,Event ID,Event start date,Event start time,Event timezone,Ticket quantity,Ticket type,Attendee status,Checked in,Attendee ID\n" +
		"1,2025-05-01 10:00:00,Ann,Lee,ann@x.org,Guild Day,99,2025-05-14,6:00 PM,America/New_York,1,Free,Checked In,Yes,a1\n"
	sum, h := source(t, "eventbrite", "x.csv", text, Said{Zone: berlin})
	m := h.of(vocabulary.Meeting)[0]
	same(t, "start and day", m["starts_at"]+" "+m["date"]+" "+sum.From, "2025-05-14T22:00:00Z 2025-05-15 2025-05-15")
	same(t, "the guests' day", h.of(vocabulary.Attendance)[0]["session_date"], "2025-05-15")
	here := strings.Replace(text, "America/New_York", "Europe/Berlin", 1)
	_, h = source(t, "eventbrite", "x.csv", here, Said{Zone: berlin})
	same(t, "here", h.of(vocabulary.Meeting)[0]["date"], "2025-05-14")
}
