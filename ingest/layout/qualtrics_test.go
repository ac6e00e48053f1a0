package layout

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const qualtricsCSV = "\ufeffStartDate,EndDate,Status,Progress,Finished,RecordedDate,ResponseId,RecipientEmail,ExternalReference,DistributionChannel,Q1,Q2,Q2,Q3_DO_1\n" +
	"Anfangsdatum,Enddatum,Antworttyp,Stand,Beendet,Erfassungsdatum,Antwort-ID,E-Mail,Externe,Kanal,How <b>useful</b>?,Why?,Used - a,Order\n" +
	`"{""ImportId"":""startDate"",""timeZone"":""America/New_York""}","{""ImportId"":""endDate"",""timeZone"":""America/New_York""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""America/New_York""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""QID3"",""choiceId"":""4""}","{""ImportId"":""QID3_DO""}"` + "\n" +
	"2025-01-10 08:00:00,2025-01-10 08:05:00,IP Address,100,True,2025-01-10 08:05:01,R_1,ann@b.org,m1,email,4,\"two\nlines\",1,1\n" +
	"2025-01-11 08:00:00,2025-01-11 08:05:00,0,40,0,2025-01-18 08:05:01,R_2,,,anonymous,5,,,1\n" +
	"2025-01-11 08:00:00,2025-01-11 08:05:00,Survey Preview,100,True,2025-01-11 08:05:01,R_3,,,preview,5,,,1\n" +
	"2025-01-11 08:00:00,2025-01-11 08:05:00,8,100,True,2025-01-11 08:05:01,R_4,,,anonymous,5,,,1\n" +
	"2025-01-11 08:00:00,2025-01-11 08:05:00,2,100,True,2025-01-11 08:05:01,R_5,,,anonymous,5,,,1\n" +
	"then,2025-01-11 08:05:00,0,100,True,2025-01-11 08:05:01,R_6,,,anonymous,5,,,1\n"

func TestQualtricsWithThreeHeadingRows(t *testing.T) {
	sum, h := source(t, "qualtrics", "q.csv", qualtricsCSV, Said{Wave: "w1"})
	s := h.of(vocabulary.Survey)
	if len(s) != 2 || s[0]["submitted_at"] != "2025-01-10T13:05:01Z" || s[0]["respondent_id"] != "m1" || s[0]["email"] != "ann@b.org" || s[0]["complete"] != "yes" || s[1]["complete"] != "no" || s[1]["wave_id"] != "w1" || s[0]["response_id"] != "R_1" {
		t.Errorf("rows: %v", s)
	}
	same(t, "key", h.rows[0].Key, "qualtrics|R_1")
	same(t, "modified", h.rows[0].Modified, "2025-01-10T13:05:01Z")
	same(t, "read", sum.Read, 6)
	same(t, "kept", sum.ToCheck, 1)
	for _, reason := range []string{"preview", "spam", "test"} {
		same(t, reason, sum.Ignored[reason], 1)
	}
	same(t, "problems", h.codes(), "!instant_unreadable")
	same(t, "questions", len(sum.Questions), 3)
	same(t, "question", sum.Questions[2], Question{Sheet: 1, Column: 13, Heading: "Q2", Wording: "Used - a", Native: "QID3_4"})
	same(t, "from", sum.From, "2025-01-10 08:00:00")
	same(t, "to", sum.To, "2025-01-11 08:00:00")
	same(t, "zone", sum.Zone, "")
	same(t, "status", sum.Values["Status"]["0"], 2)
}

func TestQualtricsLegacyAndBareHeadings(t *testing.T) {
	legacy := "\ufeffV1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,Q2_1,\nResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,Useful?,Used,\n" +
		"R_1,Default Response Set,Ann,m1,ann@b.org,1.2.3.4,0,2014-01-10 08:00:00,2014-01-10 08:05:00,1,4,,\n"
	sum, h := source(t, "qualtrics", "q.csv", legacy, Said{})
	s := h.of(vocabulary.Survey)
	if len(s) != 1 || s[0]["respondent_id"] != "m1" || s[0]["submitted_at"] != "2014-01-10T08:05:00Z" || s[0]["complete"] != "yes" {
		t.Errorf("rows: %v", s)
	}
	same(t, "questions", len(sum.Questions), 2)
	same(t, "wording", sum.Questions[0].Wording, "Useful?")
	same(t, "problems", h.codes(), "")
	same(t, "columns", sum.Columns, 12)
	// Somebody deleted the second and third rows.
	sum, h = source(t, "qualtrics", "q.csv", "StartDate,EndDate,Status,Finished,ResponseId,Q1\n2014-01-10 08:00:00,2014-01-10 08:05:00,0,1,R_1,4\n", Said{})
	same(t, "rows", len(h.rows), 1)
	same(t, "read", sum.Read, 1)
}

func TestQualtricsWorkbookHasTwoHeadingRows(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range [][]any{{"StartDate", "EndDate", "Status", "Progress", "Finished", "RecordedDate", "ResponseId", "Q1"},
		{"Start Date", "End Date", "Response Type", "Progress", "Finished", "Recorded Date", "Response ID", "How useful?"},
		{45667.5, 45667.51, "IP Address", 100, "True", 45667.51, "R_1", 4}} {
		if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []string{"A3", "B3", "F3"} {
		if err := f.SetCellStyle("Sheet1", c, c, style); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read("q.xlsx", data.Bytes(), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	source, sum, h := recognised(t, b, Said{Wave: "w"})
	same(t, "source", source, "qualtrics")
	s := h.of(vocabulary.Survey)
	if len(s) != 1 || s[0]["submitted_at"] != "2025-01-10T12:14:24Z" {
		t.Errorf("rows: %v", s)
	}
	same(t, "zone", sum.Zone, "UTC")
	same(t, "from", sum.From, "2025-01-10 12:00:00")
}
