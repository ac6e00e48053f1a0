package layout

import (
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

const odkTail = "KEY,SubmitterID,SubmitterName,AttachmentsPresent,AttachmentsExpected,Status,ReviewState,DeviceID,Edits,FormVersion"

const odkCSV = "SubmissionDate,start,end,meta-instanceID,worth,used,used/list,used/van,about_you-sector,SET-OF-visit," + odkTail + "\n" +
	"2025-10-01T14:03:22.512Z,2025-10-01T15:55:00.000+02:00,2025-10-01T16:03:00.000+02:00,uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,4,list van,1,1,law,x,uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,5,Bo,0,0,,approved,,0,2\n" +
	"2025-10-02T14:03:22.512Z,2025-10-02T15:55:00.000+02:00,2025-10-02T16:03:00.000+02:00,uuid:8d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,2,,0,0,law,y,uuid:8d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,5,Bo,0,0,,rejected,,0,2\n" +
	"2025-10-03T14:03:22.512Z,,,uuid:9d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,,,,,,,uuid:9d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f,5,Bo,0,0,Missing encrypted form data,,,0,2\n"

func TestODKCentral(t *testing.T) {
	sum, h := source(t, odk, "f.csv", odkCSV, Said{})
	s := h.of(vocabulary.Survey)
	if len(s) != 1 || s[0]["submitted_at"] != "2025-10-01T14:03:22Z" || s[0]["response_id"] != "uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f" {
		t.Errorf("rows: %v", s)
	}
	same(t, "key", h.rows[0].Key, "odk|uuid:7d1f9c52-3d9e-4a8e-9f7e-0b9a1c2d3e4f")
	same(t, "refused by a reviewer", sum.Ignored["rejected"], 1)
	same(t, "still encrypted", sum.Ignored["encrypted"], 1)
	same(t, "problems", h.codes(), "")
	same(t, "zone", sum.Zone, "")
	var all []string
	for _, q := range sum.Questions {
		all = append(all, q.Heading+"="+q.Native)
	}
	same(t, "questions", strings.Join(all, " "), "worth= used= about_you-sector=sector")
	same(t, "reviews", sum.Values["ReviewState"]["approved"], 1)
}

func TestODKVariants(t *testing.T) {
	for name, c := range map[string]struct {
		text, questions, sent string
	}{
		"paths left out":         {"SubmissionDate,instanceID,worth,sector," + odkTail + "\n2018-01-01T00:00:00.000Z,one,4,law,one,,,0,0,,,,0,1\n", "worth|sector", "2018-01-01T00:00:00Z"},
		"Briefcase":              {"SubmissionDate,start,end,worth,meta-instanceID,KEY,isValidated\n\"Oct 1, 2025 2:03:22 PM\",,,4,uuid:1,uuid:1,\n", "worth", "2025-10-01T14:03:22Z"},
		"choices alone":          {"SubmissionDate,used/list,used/van," + odkTail + "\n2018-01-01T00:00:00.000Z,1,0,one,,,0,0,,,,0,1\n", "used/list|used/van", "2018-01-01T00:00:00Z"},
		"a question of the name": {"SubmissionDate,start,Status," + odkTail + "\n2018-01-01T00:00:00.000Z,by bus,glad,one,,,0,0,,,,0,1\n", "start|Status", "2018-01-01T00:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			sum, h := source(t, odk, "f.csv", c.text, Said{})
			same(t, "questions", headings(sum), c.questions)
			same(t, "sent", h.of(vocabulary.Survey)[0]["submitted_at"], c.sent)
			same(t, "problems", h.codes(), "")
		})
	}
}

func TestRowsOfRepeatsAreNoResponses(t *testing.T) {
	sum, h := source(t, odk, "f-child.csv", "name,age,PARENT_KEY,KEY\nBilly,4,two,two/children/child[1]\nBlaine,6,two,two/children/child[2]\n", Said{})
	same(t, "responses", len(h.rows), 0)
	same(t, "read", sum.Read, 2)
	same(t, "left out", sum.Ignored["repeat_group"], 2)
	same(t, "problems", h.codes(), "repeats_apart")
	same(t, "how many", h.problems[0].Detail, "2")
	same(t, "questions", len(sum.Questions), 0)
	same(t, "kind", sum.Kind, vocabulary.Survey)
}

func TestShortKeysAreOfOneFormAlone(t *testing.T) {
	key := func(headings, cells string) string {
		_, h := source(t, odk, "f.csv", "SubmissionDate,"+headings+","+odkTail+"\n2018-01-01T00:00:00.000Z,"+cells+",one,,,0,0,,,,0,1\n", Said{})
		return h.rows[0].Key
	}
	worth := key("worth", "4")
	same(t, "the same form", key("worth", "3"), worth)
	same(t, "the same form with a column of nothing between", key(",worth", ",4"), worth)
	if key("used", "4") == worth {
		t.Error("two forms, one key")
	}
}

func FuzzODK(f *testing.F) {
	fuzzLayout(f, answersTool{odk, findODK}, odkCSV, "name,age,PARENT_KEY,KEY\nBilly,4,two,two/children/child[1]\n", "SubmissionDate,used/list,used/van,KEY,isValidated\n\"Oct 1, 2025 2:03:22 PM\",1,0,uuid:1,\n")
}
