package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

const typeCSV = `#,Was it worth it?,A list,A van,Other,"What, if anything, changed?",Email,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending` + "\n" +
	"hefupfubphvacf8sv12ch63vnvacgl4s,4,A list,A van,,a lot,ann@b.org,completed,2025-10-01 13:55:00,,2025-10-01 14:03:22,f1,,Thanks\n" +
	"aefupfubphvacf8sv12ch63vnvacgl4s,2,,A van,fax, some,,completed,2025-10-02 13:55:00,,2025-10-02 14:03:22,f2,,Thanks\n" +
	"befupfubphvacf8sv12ch63vnvacgl4s,3,,,,,,started,2025-10-03 13:55:00,2025-10-03 13:56:00,,f3,,\n"

func TestTypeform(t *testing.T) {
	sum, h := source(t, typeform, "r.csv", typeCSV, Said{})
	s := h.of(vocabulary.Survey)
	same(t, "sent", s[0]["submitted_at"], "2025-10-01T14:03:22Z")
	same(t, "stopped half-way", s[2]["submitted_at"]+" "+s[2]["complete"], "2025-10-03T13:55:00Z no")
	same(t, "complete", s[0]["complete"], "yes")
	same(t, "who", s[0]["email"], "ann@b.org")
	same(t, "key", h.rows[0].Key, "typeform|hefupfubphvacf8sv12ch63vnvacgl4s")
	same(t, "problems", h.codes(), "choices_without_question")
	same(t, "columns of choices", h.problems[0].Value, "C, D")
	same(t, "zone", sum.Zone, "")
	same(t, "questions", headings(sum), "Was it worth it?|A list|A van|Other|What, if anything, changed?")
}

func TestTypeformVariants(t *testing.T) {
	for name, c := range map[string]struct{ text, complete string }{
		"older":            {"#,Worth it?,Start Date (UTC),Submit Date (UTC),Network ID\nx1,1,2025-10-01 13:55:00,2025-10-01 14:03:22,f1\n", "yes"},
		"without times":    {"#,Worth it?,Start Date (UTC),Submit Date (UTC),Network ID\nx1,1,,2025-10-01 14:03:22,f1\n", "yes"},
		"a title above it": {"My form\n#,Worth it?,Response Type,Start Date (UTC),Submit Date (UTC)\nx1,1,partial,2025-10-01 14:03:22,\n", "no"},
	} {
		_, h := source(t, typeform, "r.csv", c.text, Said{})
		s := h.of(vocabulary.Survey)
		if len(s) != 1 || s[0]["submitted_at"] != "2025-10-01T14:03:22Z" || s[0]["complete"] != c.complete {
			t.Errorf("%s: %v", name, s)
		}
	}
}

const gizmoCSV = "Response ID,Time Started,Date Submitted,Status,Contact ID,Legacy Comments,Comments,Language,Referer,SessionID,User Agent,Country,Worth it?,A list:What did you use?,A van:What did you use?,Other - Write In::What did you use?,I am heard:How much do you agree?,I ask:How much do you agree?,Country\n" +
	"1,2025-10-13 13:55:00,2025-10-13 14:03:22,Complete,,,,English,,s1,x,UK,4,A list,A van,,4,5,France\n" +
	"2,2025-10-14 13:55:00,2025-10-14 14:03:22,Partial,,,,English,,s2,x,UK,2,,A van,fax,4,,\n" +
	"3,2025-10-15 13:55:00,2025-10-15 14:03:22,Complete (Test Data),,,,English,,s3,x,UK,2,,A van,,4,4,UK\n"

func TestAlchemer(t *testing.T) {
	sum, h := source(t, alchemer, "r.csv", gizmoCSV, Said{})
	s := h.of(vocabulary.Survey)
	same(t, "responses", len(s), 2)
	same(t, "sent", s[0]["submitted_at"], "2025-10-13T14:03:22Z")
	same(t, "complete", s[0]["complete"]+" "+s[1]["complete"], "yes no")
	same(t, "tried out", sum.Ignored["test"], 1)
	same(t, "key", h.rows[0].Key, "alchemer|1|2025-10-13 13:55")
	same(t, "problems", h.codes(), "")
	var wordings []string
	for _, q := range sum.Questions {
		wordings = append(wordings, first(q.Wording, q.Heading))
	}
	same(t, "wordings", strings.Join(wordings, "|"), "Worth it?|What did you use?|What did you use?|What did you use?|How much do you agree? - I am heard|How much do you agree? - I ask|Country")
	same(t, "statuses", sum.Values["Status"]["Partial"], 1)
}

func TestAlchemerWithoutIDs(t *testing.T) {
	sum, h := source(t, alchemer, "r.csv", "Time Started,Date Submitted,Status,Sector: which?\n\"Oct 13, 2025 1:55:00 PM\",\"Oct 13, 2025 2:03:22 PM\",Complete,law\n", Said{})
	same(t, "sent", h.of(vocabulary.Survey)[0]["submitted_at"], "2025-10-13T14:03:22Z")
	same(t, "key", h.rows[0].Key, "")
	same(t, "questions", headings(sum), "Sector: which?")
}

func TestAlchemerIsToldFromOtherToolsOfTheSameHeadings(t *testing.T) {
	const own = "Response ID,Time Started,Date Submitted,Status,Contact ID,Legacy Comments,Comments,Language,Referer,SessionID,User Agent,Tags,IP Address,Longitude,Latitude,Country,City,State/Region,Postal"
	for _, left := range []string{"", "Response ID,", "Time Started,", "Status,", "Legacy Comments,Comments,", "SessionID,", "IP Address,", "Longitude,Latitude,Country,"} {
		head := strings.Replace(own, left, "", 1)
		cells := map[string]string{"Response ID": "1", "Time Started": "2025-10-13 13:55:00", "Date Submitted": "2025-10-13 14:03:22", "Status": "Complete", "SessionID": "s1", "IP Address": "192.0.2.1"}
		var row []string
		for h := range strings.SplitSeq(head, ",") {
			row = append(row, cells[h])
		}
		sum, h := source(t, alchemer, "r.csv", head+",Worth it?\n"+strings.Join(row, ",")+",4\n", Said{})
		same(t, "without "+left, headings(sum), "Worth it?")
		same(t, "without "+left, h.lines(vocabulary.Survey, "submitted_at"), "2025-10-13T14:03:22Z")
	}
}

const jotCSV = "Submission Date,Name,Email,Worth it?,What did you use?,Last Update Date,Submission IP,Submission ID\n" +
	"\"Oct 13, 2025 14:03:22\",Ann Lee,ann@b.org,4,\"A list\nA van\",,192.0.2.1,5712345678912345678\n" +
	"\"Oct 14, 2025 14:03:22\",Bo,,2,A van,\"Oct 15, 2025 10:00:00\",192.0.2.1,5712345678912345679\n"

func TestJotform(t *testing.T) {
	sum, h := source(t, jotform, "r.csv", jotCSV, Said{})
	s := h.of(vocabulary.Survey)
	same(t, "sent", s[0]["submitted_at"], "2025-10-13T14:03:22Z")
	same(t, "who", s[0]["email"], "ann@b.org")
	same(t, "key", h.rows[1].Key, "jotform|5712345678912345679")
	same(t, "changed since", h.rows[1].Modified, "2025-10-15T10:00:00Z")
	same(t, "problems", h.codes(), "")
	same(t, "questions", headings(sum), "Worth it?|What did you use?")
}

func TestJotformWithNothingButItsTime(t *testing.T) {
	sum, h := source(t, jotform, "r.csv", "Submission Date,Worth it?,Why was that?\n2025-10-13 14:03:22,4,x\n", Said{})
	same(t, "sent", h.of(vocabulary.Survey)[0]["submitted_at"], "2025-10-13T14:03:22Z")
	same(t, "questions", headings(sum), "Worth it?|Why was that?")
	for name, text := range map[string]string{
		"no times":                "Submission Date,Worth it?\nsoon,4\n",
		"nothing but whom to ask": "Submission Date,Name,Email\n2025-10-13 14:03:22,Ann,a@b.org\n",
		"somewhere in the middle": "Sector,Submission Date,Worth it?\nlaw,2025-10-13 14:03:22,4\n",
	} {
		if p, err := (answersTool{jotform, findJot}).Match(book(t, "r.csv", text)); err != nil || p >= floor {
			t.Errorf("%s: %v, %v", name, p, err)
		}
	}
}

func FuzzTypeform(f *testing.F) { fuzzLayout(f, answersTool{typeform, findType}, typeCSV) }

func FuzzAlchemer(f *testing.F) {
	fuzzLayout(f, answersTool{alchemer, findGizmo}, gizmoCSV, "Time Started,Date Submitted,Status,A list:Used?\n\"Oct 13, 2025 1:55:00 PM\",,Partial,A list\n")
}

func FuzzJotform(f *testing.F) {
	fuzzLayout(f, answersTool{jotform, findJot}, jotCSV, "Submission Date,Worth it?\n2025-10-13 14:03:22,4\n")
}
