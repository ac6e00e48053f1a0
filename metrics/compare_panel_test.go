package metrics_test

import (
	"fmt"
	"strings"
)

// panel is one cohort of a community that was asked, and met, term after term.
type panel struct {
	community string
	terms     []asking
	// units are the organisations of the members, none where nil.
	units []string
	// anonymous rounds know no members.
	anonymous bool
}

// asking is one term of a panel: who came to which of its meetings, and what
// everybody answered in its round, as in crowd; no answers at all, no round.
// unasked are questions that the round did not ask; text words "used" otherwise
// than the other rounds do.
type asking struct {
	came        [][]bool
	used, liked []string
	unasked     []string
	text        string
}

// rounds writes the tables of several panels. Terms are of 100 days from
// 2024-09-01 on, called t1, t2 and so on; each round closes on day 90 of its term.
func rounds(all ...panel) string {
	tables := map[string]*strings.Builder{}
	add := func(table, format string, values ...any) {
		if tables[table] == nil {
			tables[table] = &strings.Builder{}
		}
		fmt.Fprintf(tables[table], format+"\n", values...)
	}
	for _, p := range all {
		if p.community == "" {
			p.community = "c"
		}
		p.write(add)
	}
	return textOf(tables)
}

func (p panel) write(add func(table, format string, values ...any)) {
	first, members := dayOf("2024-09-01"), 0
	last := first + 100*len(p.terms) - 1
	for _, s := range []string{"core,0.75", "active,0.5", "occasional,0.2", "minimum_sessions,3"} {
		add("setting", "%s,participation.%s,", p.community, s)
	}
	add("setting", "%s,framework,,vcf2011", p.community)
	add("text", "%s,all-used,Did you use any of it?", p.community)
	add("item", "%s,used,,applied,yesno,,,,all-used,", p.community)
	add("item", "%s,liked,,immediate,likert,1,5,,,", p.community)
	add("cohort", "%s,all,Everybody,%d,%d,", p.community, first, last)
	add("period", "%s,all,programme,all,1,%d,%d", p.community, first, last)
	for i, r := range p.terms {
		from := first + 100*i
		add("period", "%s,all,term,t%d,%d,%d,%d", p.community, i+1, i+1, from, from+99)
		members = max(members, len(r.came), len(r.used), len(r.liked))
		p.round(add, r, i+1, from)
	}
	for m := range members {
		add("member", "%s,m%d,yes", p.community, m)
		add("enrolment", "%s,m%d,all,%d,%d,list,1,%d,0,%s", p.community, m, first, last, m, at(p.units, m))
	}
}

func (p panel) round(add func(table, format string, values ...any), r asking, n, from int) {
	for m, row := range r.came {
		for k, came := range row {
			if m == 0 {
				add("session", "%s,t%d-s%d,%d,held,meeting,all,yes", p.community, n, k, from+5*k)
				add("session_cohort", "%s,t%d-s%d,all", p.community, n, k)
			}
			status := map[bool]string{true: "present,yes", false: "absent,no"}[came]
			add("presence", "%s,t%d-s%d,m%d,%s,reg%d,1,%d,%d", p.community, n, k, m, status, n, m, k+1)
		}
	}
	if len(r.used)+len(r.liked) == 0 {
		return
	}
	wave := fmt.Sprintf("w%d", n)
	add("wave", "%s,%s,all,%d,%d", p.community, wave, from+70, from+90)
	asks := func(item string) bool { return !strings.Contains(" "+strings.Join(r.unasked, " ")+" ", " "+item+" ") }
	for _, item := range []string{"used", "liked"} {
		if asks(item) {
			add("question", "%s,%s,%s,f%d,1", p.community, wave, item, n)
		}
	}
	if r.text != "" {
		add("item", "%s,used,%s,applied,yesno,,,,%s,", p.community, wave, wave)
		add("text", "%s,%s,%s", p.community, wave, r.text)
	}
	for m := range max(len(r.used), len(r.liked)) {
		used, liked := at(r.used, m), at(r.liked, m)
		response := ""
		if used+liked != "" {
			response = fmt.Sprintf("%s-r%d", wave, m)
			add("response", "%s,%s,%s,%d,yes,f%d,1,%d,0", p.community, wave, response, from+85, n, m)
			if used != "" && asks("used") {
				yes := map[string]int{"yes": 1}[used]
				add("answer", "%s,%s,%s,used,%d,%d,f%d,1,%d,3", p.community, wave, response, yes, 100*yes, n, m)
			}
			if liked != "" && asks("liked") {
				add("response_score", "%s,%s,%s,cycle,immediate,1,1,%s", p.community, wave, response, liked)
			}
		}
		member := fmt.Sprintf("m%d", m)
		if p.anonymous {
			member = ""
		}
		add("invitation", "%s,%s,all,%d,%s,%s", p.community, wave, m+1, member, response)
	}
}

func at(all []string, i int) string {
	if i < len(all) {
		return all[i]
	}
	return ""
}
