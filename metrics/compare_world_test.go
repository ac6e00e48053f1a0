package metrics_test

import (
	"fmt"
	"strings"
	"time"
)

// crowd is one cohort of a made-up community: who came to which meeting, and
// what each answered in its one round, "" for silence.
type crowd struct {
	community, cohort, firstDay, lastDay string
	participation                        string
	// meetings are days since the first; came[m][k] whether member m came to
	// meeting k.
	meetings []int
	came     [][]bool
	// used are the answers to a yes-or-no question, liked to a scale 0–100; ""
	// did not answer. closed is how many days after the first the round closed.
	used, liked []string
	closed      int
	// more are answers to other questions.
	more []asked
	// item is an entry of the question list for this round alone, as in item.csv
	// after the community (WAVE stands for the round), and asks another question
	// of the round; text has their words. All may be blank.
	item, asks string
	text       string
}

// asked is a question with one answer a member: yes or no, or with a scope
// (cycle, construct) a score of the part; "" for silence is that of used.
type asked struct {
	item, cycle, construct, kind string
	scope, part                  string
	answers                      []string
}

// crowds writes the tables of several cohorts, of one or more communities.
func crowds(all ...crowd) string {
	tables := map[string]*strings.Builder{}
	add := func(table, format string, values ...any) {
		if tables[table] == nil {
			tables[table] = &strings.Builder{}
		}
		fmt.Fprintf(tables[table], format+"\n", values...)
	}
	known := map[string]bool{}
	for _, c := range all {
		if c.community == "" {
			c.community = "c"
		}
		if !known[c.community] {
			known[c.community] = true
			for _, s := range []string{"core,0.75", "active,0.5", "occasional,0.2", "minimum_sessions,3"} {
				add("setting", "%s,participation.%s,", c.community, s)
			}
			add("setting", "%s,framework,,vcf2011", c.community)
			add("item", "%s,used,,applied,yesno,,,,all-used,", c.community)
			add("item", "%s,liked,,immediate,likert,1,5,,,", c.community)
			add("text", "%s,all-used,Did you use any of it?", c.community)
		}
		c.write(add)
	}
	return textOf(tables)
}

// textOf writes tables under their headings.
func textOf(tables map[string]*strings.Builder) string {
	headings := map[string]string{
		"setting": "community_id,name,number,word", "item": "community_id,item_id,wave_id,cycle,kind,scale_min,scale_max,direction,wording_text_id,construct", "text": "community_id,text_id,words",
		"cohort": "community_id,cohort_id,title,first_day,last_day,participation", "period": "community_id,cohort_id,grain,period,ordinal,first_day,last_day",
		"member": "community_id,member_id,listed", "session": "community_id,session_id,day_no,status,kind,open_to,has_register",
		"enrolment":      "community_id,member_id,cohort_id,first_day,last_day,file_id,sheet_no,row_no,column_no,org_unit",
		"session_cohort": "community_id,session_id,cohort_id",
		"presence":       "community_id,session_id,member_id,status,attended,file_id,sheet_no,row_no,column_no",
		"wave":           "community_id,wave_id,cohort,opened,closed", "question": "community_id,wave_id,item_id,file_id,sheet_no",
		"invitation":     "community_id,wave_id,cohort_id,seat,member_id,response_id",
		"response":       "community_id,wave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no",
		"answer":         "community_id,wave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no",
		"response_score": "community_id,wave_id,response_id,scope,part,shown,answered,mean",
	}
	var text strings.Builder
	for _, table := range []string{"setting", "text", "item", "cohort", "period", "member", "enrolment", "session", "session_cohort", "presence", "wave", "question", "invitation", "response", "answer", "response_score"} {
		if tables[table] != nil {
			fmt.Fprintf(&text, "-- %s.csv --\n%s\n%s", table, headings[table], tables[table])
		}
	}
	return text.String()
}

// write adds the rows of one cohort.
func (c crowd) write(add func(table, format string, values ...any)) {
	first, last := dayOf(c.firstDay), dayOf(c.lastDay)
	add("cohort", "%s,%s,%s,%d,%d,%s", c.community, c.cohort, c.cohort+"/x", first, last, c.participation)
	add("period", "%s,%s,programme,all,1,%d,%d", c.community, c.cohort, first, last)
	for term := range 3 {
		from := first + 100*term
		add("period", "%s,%s,term_since_start,%d,%d,%d,%d", c.community, c.cohort, term+1, term+1, from, min(from+99, last))
	}
	for k, day := range c.meetings {
		id := fmt.Sprintf("%s-s%d", c.cohort, k)
		add("session", "%s,%s,%d,held,meeting,all,yes", c.community, id, first+day)
		add("session_cohort", "%s,%s,%s", c.community, id, c.cohort)
	}
	wave := "w-" + c.cohort
	if len(c.used) > 0 {
		add("wave", "%s,%s,%s,%d,%d", c.community, wave, c.cohort, first+c.closed-14, first+c.closed)
		for _, item := range append([]string{"used", "liked"}, strings.Fields(c.asks)...) {
			add("question", "%s,%s,%s,f%s,1", c.community, wave, item, c.cohort)
		}
		for _, q := range c.more {
			add("question", "%s,%s,%s,f%s,1", c.community, wave, q.item, c.cohort)
			add("item", "%s,%s,%s,%s,%s,,,,,%s", c.community, q.item, wave, q.cycle, q.kind, q.construct)
		}
		if c.item != "" {
			add("item", "%s,%s,", c.community, strings.ReplaceAll(c.item, "WAVE", wave))
			add("text", "%s,%s,%s", c.community, wave, c.text)
		}
	}
	for m := range max(len(c.came), len(c.used)) {
		id := fmt.Sprintf("%s-m%d", c.cohort, m)
		add("member", "%s,%s,yes", c.community, id)
		add("enrolment", "%s,%s,%s,%d,%d,list,1,%d,0,", c.community, id, c.cohort, first, last, m)
		for k := range c.meetings {
			status := map[bool]string{true: "present,yes", false: "absent,no"}[c.came[m][k]]
			add("presence", "%s,%s-s%d,%s,%s,reg,1,%d,%d", c.community, c.cohort, k, id, status, m, k+1)
		}
		if len(c.used) > 0 {
			c.answer(add, wave, id, m)
		}
	}
}

func (c crowd) answer(add func(table, format string, values ...any), wave, member string, m int) {
	response := ""
	if c.used[m] != "" {
		response = fmt.Sprintf("%s-r%d", wave, m)
		add("response", "%s,%s,%s,%d,yes,f%s,1,%d,0", c.community, wave, response, dayOf(c.firstDay)+c.closed-3, c.cohort, m)
		yes := map[string]int{"yes": 1}[c.used[m]]
		add("answer", "%s,%s,%s,used,%d,%d,f%s,1,%d,3", c.community, wave, response, yes, 100*yes, c.cohort, m)
		for _, q := range c.more {
			if q.scope != "" {
				add("response_score", "%s,%s,%s,%s,%s,1,1,%s", c.community, wave, response, q.scope, q.part, q.answers[m])
				continue
			}
			said := map[string]int{"yes": 1}[q.answers[m]]
			add("answer", "%s,%s,%s,%s,%d,%d,f%s,1,%d,4", c.community, wave, response, q.item, said, 100*said, c.cohort, m)
		}
		if c.liked != nil {
			add("response_score", "%s,%s,%s,cycle,immediate,1,1,%s", c.community, wave, response, c.liked[m])
		}
	}
	add("invitation", "%s,%s,%s,%d,%s,%s", c.community, wave, c.cohort, m+1, member, response)
}

// dayOf is the number of a day written 2025-10-14.
func dayOf(s string) int {
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return int(at.Unix() / (24 * 60 * 60))
}
