package main

import (
	"fmt"
	"slices"
	"strings"
)

// soul is one member of a planted community and what they answered: nil did not
// answer.
type soul struct {
	id, cohort, unit, sector string
	worth                    *float64
	used                     *bool
	// failed is the answer to a sensitive question, asked where anybody has one.
	failed *bool
}

// plant is a community made for one attack: its members, and when its round
// closes. Stories are rows below storyHeadings.
type plant struct {
	souls   []soul
	stories []string
	// settings is what follows the cohorts in valuetrail.yaml.
	settings string
}

const storyHeadings = "story_id,collected_on,teller_id,cohort,kind,title,activity,output,application,consent_scope,anonymize"

// sow writes the community's tables, by their own headings, and its settings,
// and reads them in; rows may be kept back where a code says so.
func (p plant) sow(d desk, codes ...int) {
	d.t.Helper()
	var cohorts, roster, answers strings.Builder
	roster.WriteString("member_id,display_name,email,cohort,org_unit,sector,join_date\n")
	asked := slices.ContainsFunc(p.souls, func(s soul) bool { return s.failed != nil })
	answers.WriteString("wave_id,respondent_id,submitted_at,worth,used" + map[bool]string{true: ",failed"}[asked] + "\n")
	var known []string
	for i, s := range p.souls {
		if !slices.Contains(known, s.cohort) {
			known = append(known, s.cohort)
		}
		fmt.Fprintf(&roster, "%s,%s,%s@planted.example,%s,%s,%s,2025-09-01\n", s.id, planted(i), s.id, s.cohort, s.unit, s.sector)
		if s.worth != nil || s.used != nil {
			fmt.Fprintf(&answers, "%s,%s,2026-05-20 10:%02d:00,%s,%s%s\n", "may-"+s.cohort, s.id, i%60, decimal(s.worth), yesNo(s.used), map[bool]string{true: "," + yesNo(s.failed)}[asked])
		}
	}
	rounds := "wave_id,cohort,opened,closed\n"
	for _, c := range known {
		fmt.Fprintf(&cohorts, "  - {id: %q, starts: 2025-09-01, ends: 2026-06-30}\n", c)
		rounds += fmt.Sprintf("may-%s,%s,2026-05-18,2026-06-01\n", c, c)
	}
	d.write("valuetrail.yaml", []byte("community: {id: planted, name: Planted}\ncohorts:\n"+cohorts.String()+p.settings))
	d.write("in/members.csv", []byte(roster.String()))
	d.write("in/rounds.csv", []byte(rounds))
	d.write("in/questions.csv", []byte("item_id,column_header,text,cycle,kind,scale_min,scale_max,direction\n"+
		"worth,worth,How much was it worth?,immediate,likert,0,100,positive\nused,used,Did you use it?,applied,yesno,,,\n"+
		map[bool]string{true: "failed,failed,Did it fail?,applied,negative,,,\n"}[asked]))
	d.write("in/answers.csv", []byte(answers.String()))
	if len(p.stories) > 0 {
		d.write("in/stories.csv", []byte(storyHeadings+"\n"+strings.Join(p.stories, "\n")+"\n"))
	}
	if code, out, said := d.types("ingest", d.path("in")); code != exitDone && !slices.Contains(codes, code) {
		d.t.Fatalf("ingest: exit code %d\n%s%s", code, out, said)
	}
}

// planted is a name that is nobody's.
func planted(i int) string {
	return []string{"Quorra", "Zebedee", "Ixchel", "Thaddeus", "Wilhelmina"}[i%5] + " Vexworthy" + strings.Repeat("x", i/5)
}

func decimal(x *float64) string {
	if x == nil {
		return ""
	}
	return fmt.Sprint(*x)
}

func yesNo(x *bool) string {
	switch {
	case x == nil:
		return ""
	case *x:
		return "yes"
	}
	return "no"
}

// group is n members of a cohort, a unit and a sector; their scores are given in
// turn, and the first of them used what they learned.
func group(cohort, unit, sector string, used int, scores ...float64) []soul {
	var all []soul
	for i, x := range scores {
		yes := i < used
		all = append(all, soul{id: fmt.Sprintf("%s-%s-%s-%d", cohort, unit, sector, i), cohort: cohort, unit: unit, sector: sector, worth: &x, used: &yes})
	}
	return all
}

// silent are members who did not answer.
func silent(cohort, unit, sector string, n int) []soul {
	var all []soul
	for i := range n {
		all = append(all, soul{id: fmt.Sprintf("%s-%s-%s-s%d", cohort, unit, sector, i), cohort: cohort, unit: unit, sector: sector})
	}
	return all
}

// spread are n scores around a middle that no round number gives.
func spread(n int, middle float64) []float64 {
	var all []float64
	for i := range n {
		all = append(all, middle+float64(i%5)*3.7-7.4+float64(i)*0.013)
	}
	return all
}
