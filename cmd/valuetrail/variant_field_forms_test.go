package main

import (
	"strings"
	"testing"
)

const fieldItems = "item_id,column_header,kind,cycle,scale_min,scale_max,labels\nworth,worth,likert,immediate,1,5,\nused,used,multi,,,,list|van|long list|none\n"

func TestChoicesBetweenBlanksAndOnLinesAreToldApart(t *testing.T) {
	for name, text := range map[string]string{
		"between blanks": "SubmissionDate,worth,used,used/list,used/van,KEY,SubmitterID,Status,ReviewState\n" +
			"2025-10-01T14:03:22Z,4,list van,1,1,uuid:1,5,,\n2025-10-01T15:03:22Z,5,long list list,1,0,uuid:2,5,,\n2025-10-01T16:03:22Z,5,none of these,0,0,uuid:3,5,,\n2025-10-01T17:03:22Z,3,van,0,1,uuid:4,5,,\n",
		"on lines": "Submission Date,worth,used,Submission ID\n" +
			"2025-10-01 14:03:22,4,\"list\nvan\",1\n2025-10-01 15:03:22,5,\"long list\nlist\",2\n2025-10-01 16:03:22,5,none of these,3\n2025-10-01 17:03:22,3,van,4\n",
	} {
		d := newDesk(t)
		code, all := d.receipts(d.write("items.csv", []byte(fieldItems)), d.write("answers.csv", []byte(text)), "--wave", "w1")
		if r := all[len(all)-1]; code != exitDone || r.number("facts.responses") != 4 || r.number("facts.questions") != 2 {
			t.Errorf("%s: exit code %d, %s", name, code, asJSON(r))
		}
		const ticks = "SELECT r.submitted_at, string_agg(coalesce(CAST(CAST(a.number AS integer) AS text), 'a text'), '+' ORDER BY a.number) FROM main.answer AS a JOIN main.response AS r USING (response_id) WHERE a.item_id = 'used' GROUP BY 1 ORDER BY 1"
		var have []string
		for _, row := range d.stores(ticks) {
			have = append(have, row[strings.LastIndexByte(row, ' ')+1:])
		}
		// list 1, van 2, long list 3, none 4: a sentence that begins with a choice is none.
		if got := strings.Join(have, " "); got != "1+2 1+3 text 2" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestTablesOfRepeatsAreStoredAndNotCounted(t *testing.T) {
	d := newDesk(t)
	code, all := d.receipts(d.write("form-child.csv", []byte("name,age,PARENT_KEY,KEY\nBilly,4,two,two/children/child[1]\n")))
	r := all[0]
	if code != exitDone || r["status"] != "stored" || r["kind"] != "survey" || r.number("rows.read") != 1 || r.number("rows.ignored") != 1 || r.number("facts.responses") != 0 || !r.codes()["repeats_apart"] {
		t.Errorf("exit code %d, %s", code, asJSON(r))
	}
}

func TestEventsOfAProjectAreRounds(t *testing.T) {
	d := newDesk(t)
	text := "record_id,redcap_event_name,worth,visit_complete\n1,autumn_arm_1,4,2\n2,autumn_arm_1,3,2\n1,spring_arm_1,5,2\n"
	d.receipts(d.write("items.csv", []byte(fieldItems)), d.write("project.csv", []byte(text)))
	if have := strings.Join(d.stores("SELECT wave_id, count(*), CAST(sum(number) AS integer) FROM main.answer GROUP BY 1"), "; "); have != "autumn_arm_1 2 7; spring_arm_1 1 5" {
		t.Errorf("rounds: %s", have)
	}
}

func TestWhatWasNeverAskedIsNoAnswer(t *testing.T) {
	d := newDesk(t)
	items := fieldItems + "care,care,choice,,,,Yes|No|N/A\n"
	text := "worth,used,care,_uuid,_submission_time,_tags,_notes\n4,n/a,N/A,x1,2025-10-01T14:03:22,,\nn/a,van,Yes,x2,2025-10-01T15:03:22,,\n"
	_, all := d.receipts(d.write("items.csv", []byte(items)), d.write("old.csv", []byte(text)), "--wave", "w1")
	if r := all[1]; r["source"] != "kobo" || r.number("facts.answers") != 3 {
		t.Errorf("%s", asJSON(r))
	}
	if have := strings.Join(d.stores("SELECT item_id, CAST(number AS integer) FROM main.answer"), "; "); have != "care 1; care 3; used 2; worth 4" {
		t.Errorf("answers, N/A among them where it is one of the choices: %s", have)
	}
}

func TestCodesAndLabelsAreTheSameAnswers(t *testing.T) {
	items := "item_id,column_header,kind,labels\nsector,sector,choice,AO01=Law; AO02=Trade\nused,used,multi,1=A list; 3=A van\n"
	want := "sector 1; sector 2; used 1; used 1; used 3"
	for name, text := range map[string]string{
		"codes":  "SubmissionDate,sector,used,formdef_version,KEY\n2025-10-01 14:03:22,AO01,1 3,7,uuid:1\n2025-10-01 15:03:22,AO02,1,7,uuid:2\n",
		"labels": "SubmissionDate,sector,used,formdef_version,KEY\n2025-10-01 14:03:22,Law,A list A van,7,uuid:1\n2025-10-01 15:03:22,Trade,A list,7,uuid:2\n",
	} {
		d := newDesk(t)
		d.receipts(d.write("items.csv", []byte(items)), d.write("answers.csv", []byte(text)), "--wave", "w1")
		if have := strings.Join(d.stores("SELECT item_id, CAST(number AS integer) FROM main.answer"), "; "); have != want {
			t.Errorf("%s: %s, want %s", name, have, want)
		}
	}
}

func TestBoxesOfAProjectAreYesAndNoInBothWritings(t *testing.T) {
	for name, c := range map[string]struct{ heads, yes, no string }{
		"raw":    {"used___1,used___2,visit_complete", "1", "0"},
		"labels": {"Used? (choice=A list),Used? (choice=A van),Complete?", "Checked", "Unchecked"},
	} {
		d := newDesk(t)
		first, second, _ := strings.Cut(c.heads, ",")
		second, _, _ = strings.Cut(second, ",")
		items := "item_id,column_header,kind\nlist," + first + ",yesno\nvan," + second + ",yesno\n"
		d.receipts(d.write("items.csv", []byte(items)), d.write("project.csv", []byte("record_id,"+c.heads+"\n1,"+c.yes+","+c.no+",\n")), "--wave", "w1")
		if have := strings.Join(d.stores("SELECT item_id, CAST(number AS integer), CAST(score AS integer) FROM main.answer"), "; "); have != "list 1 100; van 0 0" {
			t.Errorf("%s: %s", name, have)
		}
	}
}
