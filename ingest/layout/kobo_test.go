package layout

import (
	"fmt"
	"testing"

	"valuetrail/internal/vocabulary"
)

const koboCSV = `"start";"end";"about/sector";"worth";"used";"used/list";"used/van";"where";"_where_latitude";"_where_longitude";"__version__";"_version__001";"_id";"_uuid";"_submission_time";"_validation_status";"_notes";"_status";"_submitted_by";"_tags";"meta/rootUuid";"_index"` + "\r\n" +
	`"2025-10-01T09:55:00.000-04:00";"2025-10-01T10:03:00.000-04:00";"law";"4";"list van";"1";"1";"1 2 0 0";"1";"2";"v1";"";"311";"7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f";"2025-10-01T14:03:22";"";"";"submitted_via_web";"bo";"";"";"1"` + "\r\n" +
	`"2025-10-02T09:55:00.000-04:00";"2025-10-02T10:03:00.000-04:00";"law";"2";"list";"1";"0";"";"";"";"v1";"";"312";"8d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f";"2025-10-02T14:03:22";"Not approved";"";"submitted_via_web";"bo";"";"";"2"` + "\r\n" +
	`"2025-10-03T09:55:00.000-04:00";"2025-10-03T10:03:00.000-04:00";"law";"3";"";"0";"0";"";"";"";"v1";"";"313";"9d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f";"2025-10-03T14:03:22";"Approved";"";"submitted_via_web";"bo";"";"uuid:1d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f";"3"` + "\r\n"

func TestKoboToolbox(t *testing.T) {
	sum, h := source(t, kobo, "f.csv", koboCSV, Said{})
	s := h.of(vocabulary.Survey)
	if len(s) != 2 || s[0]["submitted_at"] != "2025-10-01T14:03:22Z" || s[0]["response_id"] != "7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f" {
		t.Errorf("rows: %v", s)
	}
	same(t, "key", h.rows[0].Key, "kobo|7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f")
	same(t, "corrected since", h.rows[1].Key, "kobo|1d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f")
	same(t, "refused", sum.Ignored["rejected"], 1)
	same(t, "problems", h.codes(), "")
	same(t, "zone", sum.Zone, "")
	same(t, "from", sum.From, "2025-10-01 09:55:00")
	same(t, "questions", headings(sum), "about/sector|worth|used|where")
	same(t, "its own name", sum.Questions[0].Native, "sector")
	same(t, "reviews", fmt.Sprint(sum.Values), "map[_validation_status:map[:1 Approved:1 Not approved:1]]")
}

func TestKoboToolboxVariants(t *testing.T) {
	const id = "7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f"
	for name, c := range map[string]struct {
		text, questions, sent string
		heads                 int
	}{
		"labels, with tags":   {"¿Valió la pena?;_id;_uuid;_submission_time;_index\n#item+value;;;;\n4;1;" + id + ";2025-10-01T14:03:22;1\n", "¿Valió la pena?", "2025-10-01T14:03:22Z", 2},
		"the older one":       {"worth,used/list,used/van,children[1]/age,children[2]/age,_uuid,_submission_time,_tags,_notes,formhub/uuid\n4,True,False,n/a,n/a," + id + ",2025-10-01T14:03:22,,,x\n", "worth|used/list|used/van|children[1]/age|children[2]/age", "2025-10-01T14:03:22Z", 1},
		"only numbers as ids": {"worth;_id;_submission_time\n4;311;2025-10-01T14:03:22\n", "worth", "2025-10-01T14:03:22Z", 1},
		"a workbook's times":  {"worth,_id,_uuid,_submission_time\n4,1," + id + ",45931.58567129630\n", "worth", "2025-10-01T14:03:22Z", 1},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, kobo, "f.csv", c.text, Said{})
			same(t, "responses", len(h.rows), 1)
			same(t, "questions", headings(sum), c.questions)
			same(t, "sent", h.of(vocabulary.Survey)[0]["submitted_at"], c.sent)
			same(t, "headings", sum.Skipped["heading"], c.heads)
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestKoboRepeatsAreNoResponses(t *testing.T) {
	sum, h := source(t, kobo, "f.csv", "name,age,_index,_parent_table_name,_parent_index,_submission__id,_submission__uuid\nBilly,4,1,f,2,311,x\n", Said{})
	same(t, "responses", len(h.rows), 0)
	same(t, "left out", sum.Ignored["repeat_group"], 1)
	same(t, "problems", h.codes(), "repeats_apart")
}

const ctoCSV = "CompletionDate,SubmissionDate,starttime,endtime,deviceid,subscriberid,simid,devicephonenum,username,duration,caseid,worth,used,used_1,used_2,age,age_1,SET-OF-visit,instanceID,formdef_version,KEY\n" +
	"\"Oct 1, 2025 4:03:20 PM\",\"Oct 1, 2025 4:03:22 PM\",\"Oct 1, 2025 3:55:00 PM\",\"Oct 1, 2025 4:03:00 PM\",web,,,,,480,,4,1 2,1,1,40,1,x,uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,251001,uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f\n" +
	"\"Oct 13, 2025 4:03:20 PM\",\"Oct 13, 2025 4:03:22 PM\",\"Oct 13, 2025 3:55:00 PM\",\"Oct 13, 2025 4:03:00 PM\",web,,,,,480,,2,2,0,1,41,0,y,uuid:8d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,251001,uuid:8d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f\n"

func TestSurveyCTO(t *testing.T) {
	sum, h := source(t, surveyCTO, "f.csv", ctoCSV, Said{})
	s := h.of(vocabulary.Survey)
	same(t, "sent", s[1]["submitted_at"], "2025-10-13T16:03:22Z")
	same(t, "id", s[0]["response_id"], "uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f")
	same(t, "key", h.rows[0].Key, "surveycto|uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f")
	same(t, "from", sum.From, "2025-10-01 15:55:00")
	same(t, "problems", h.codes(), "")
	same(t, "a turn of a repeat is asked, a choice said again is not", headings(sum), "worth|used|age|age_1")
}

func TestSurveyCTOVariants(t *testing.T) {
	for name, c := range map[string]struct{ text, questions string }{
		"without the desktop program": {"SubmissionDate,starttime,endtime,worth,name_1,name_2,instanceID,formdef_version,KEY\n2025-10-01 16:03:22,,,4,a,b,uuid:1,251001,uuid:1\n", "worth|name_1|name_2"},
		"written in small letters":    {"submissiondate,starttime,endtime,worth,setofvisit,instanceid,formdef_version,key\n2025-10-01 16:03:22,,,4,x,uuid:1,251001,uuid:1\n", "worth"},
	} {
		sum, h := source(t, surveyCTO, "f.csv", c.text, Said{})
		same(t, name, headings(sum), c.questions)
		same(t, name, h.of(vocabulary.Survey)[0]["submitted_at"], "2025-10-01T16:03:22Z")
		same(t, name, h.codes(), "")
	}
}

func TestSurveyCTOLeavesOutWhatAReviewerRefused(t *testing.T) {
	sum, h := source(t, surveyCTO, "f.csv", "SubmissionDate,worth,formdef_version,review_quality,review_status,review_comments,KEY\n2025-10-01 16:03:22,4,1,,APPROVED,,uuid:1\n2025-10-01 16:03:22,5,1,poor,REJECTED,no,uuid:2\n2025-10-01 16:03:22,3,1,good,,,uuid:3\n", Said{})
	same(t, "responses", h.lines(vocabulary.Survey, "response_id"), "uuid:1; uuid:3")
	same(t, "left out", sum.Ignored["rejected"], 1)
	same(t, "statuses", sum.Values["review_status"]["REJECTED"], 1)
	same(t, "asked", headings(sum), "worth")
}

func FuzzKobo(f *testing.F) {
	fuzzLayout(f, answersTool{kobo, findKobo}, koboCSV, "name,_index,_parent_index\nBilly,4,1\n", "¿Qué?,_uuid,_submission_time\n#item,,\nn/a,x,n/a\n")
}

func FuzzSurveyCTO(f *testing.F) {
	fuzzLayout(f, answersTool{surveyCTO, findCTO}, ctoCSV, "SubmissionDate,worth,worth_1,formdef_version,KEY\n\"Oct 1, 2025 2:03:22 PM\",1 2,1,1,uuid:1\n")
}

func TestKoboWorkbooksKeepRepeatsOnSheetsOfTheirOwn(t *testing.T) {
	const id = "7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f"
	b := formBook(t, map[string][][]any{
		"1 form":   {{"worth", "_id", "_uuid", "_submission_time", "_index"}, {"4", 311, id, "2025-10-01T14:03:22", 1}},
		"2 visits": {{"name", "_index", "_parent_table_name", "_parent_index"}, {"Billy", 1, "1 form", 1}, {"Ann", 2, "1 form", 1}},
	})
	got, sum, h := recognised(t, b, Said{})
	same(t, "source", got, kobo)
	same(t, "responses", len(h.rows), 1)
	same(t, "read", sum.Read, 3)
	same(t, "left out", sum.Ignored["repeat_group"], 2)
	same(t, "problems", h.codes(), "repeats_apart")
	same(t, "whose", h.problems[0].Value, "2 visits")
}
