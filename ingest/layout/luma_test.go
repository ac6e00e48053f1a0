package layout

import (
	"strings"
	"testing"
	"time"

	"valuetrail/internal/vocabulary"
)

// lumaGuestsOf is a list on which the first guest was checked in at that time,
// the second some minutes later, and the others were not.
func lumaGuestsOf(in string) string {
	code := ",https://luma.com/check-in/evt-AbC123xyz?pk=g-1,$0.00,$0.00,$0.00,usd,,,,,,evtticktyp-1,Standard,\"Yes, please\"\n"
	return "\ufeffapi_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,custom_source,qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code," +
		"eth_address,solana_address,survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name,Will you bring a case?\n" +
		"gst-1,Ann Lee,Ann,Lee,ann@example.org,,2026-04-20T10:00:00.000Z,approved," + in + "," + code +
		"gst-2,,,,bo@example.org,,2026-04-20T10:00:00.000Z,approved," + strings.Replace(in, ":02:", ":09:", 1) + "," + code +
		"gst-3,Cy Fox,Cy,Fox,cy@example.org,,2026-04-20T10:00:00.000Z,approved,," + code +
		"gst-4,Di Moss,Di,Moss,di@example.org,,2026-04-20T10:00:00.000Z,declined,," + code +
		"gst-5,Ed Oak,Ed,Oak,ed@example.org,,2026-04-20T10:00:00.000Z,pending_approval,," + code
}

func TestLumaCountsWhoWasCheckedIn(t *testing.T) {
	auckland := time.FixedZone("NZST", 12*3600)
	sum, h := source(t, "luma", "Peer assist - Guests - 2026-05-09-08-00-00.csv", lumaGuestsOf("2026-05-01T19:02:00.000Z"), Said{Zone: auckland})
	m, a := h.of(vocabulary.Meeting), h.of(vocabulary.Attendance)
	if len(m) != 1 || m[0]["title"] != "Peer assist" || m[0]["date"] != "2026-05-02" || len(a) != 2 || a[0]["name"] != "Ann Lee" || a[1]["email"] != "bo@example.org" || a[0]["mode"] != "" || a[0]["status"] != "present" || a[0]["minutes"] != "" {
		t.Errorf("%v %v", m, a)
	}
	same(t, "read", sum.Read, 5)
	same(t, "no show", sum.Ignored["no_show"], 1)
	same(t, "declined", sum.Ignored["declined"], 1)
	same(t, "not approved", sum.Ignored["not_approved"], 1)
	same(t, "problems", h.codes(), "session_date_from_check_in")
	same(t, "from", sum.From, "2026-05-02")
	same(t, "key", h.rows[1].Key, "luma|gst-1")
	_, h = source(t, "luma", "guests.csv", lumaGuestsOf("2026-05-01T19:02:00.000Z"), Said{SessionDay: "2026-05-01", SessionTitle: "Kick-off"})
	same(t, "said", h.of(vocabulary.Meeting)[0]["date"]+h.of(vocabulary.Meeting)[0]["title"], "2026-05-01Kick-off")
}

func TestLumaReExportIsTheSameEvent(t *testing.T) {
	text := lumaGuestsOf("2026-05-01T19:02:00.000Z")
	_, a := source(t, "luma", "a.csv", text, Said{})
	_, b := source(t, "luma", "b.csv", strings.Replace(text, "approved,,", "approved,2026-05-01T19:30:00.000Z,", 1), Said{})
	same(t, "meeting", b.rows[0].Key, a.rows[0].Key)
	same(t, "guest", b.rows[1].Key, a.rows[1].Key)
	same(t, "another came", len(b.rows), len(a.rows)+1)
	other := strings.NewReplacer("approval_status,checked_in_at,custom_source", "custom_source,approval_status,checked_in_at", "approved,2026-05-01T19:02:00.000Z,", ",approved,2026-05-01T19:02:00.000Z",
		"approved,2026-05-01T19:09:00.000Z,", ",approved,2026-05-01T19:09:00.000Z", "approved,,", ",approved,", "declined,,", ",declined,", "approval,,", "approval,,").Replace(text)
	_, c := source(t, "luma", "c.csv", other, Said{})
	same(t, "columns in another order", c.rows[2].Key, a.rows[2].Key)
}

func TestLumaListWithoutCheckInSaysThatItTellsOfNobody(t *testing.T) {
	sum, h := source(t, "luma", "guests.csv", lumaGuestsOf(""), Said{})
	same(t, "rows", len(h.rows), 0)
	same(t, "problems", h.codes(), "!nobody_checked_in")
	same(t, "no show", sum.Ignored["no_show"], 3)
}
