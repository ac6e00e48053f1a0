package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A cohort as any community might have: 20 to 40 members who come, answer, tell
// and use as they happen to, with attendance and answers tied together.

// random is one made-up cohort while it is written into files.
type random struct {
	rng  *rand.Rand
	keen []float64
}

// chance is true in p of all cases.
func (r *random) chance(p float64) bool { return r.rng.Float64() < p }

// randomCohort is the settings and the sheets, by name, of the cohort of a seed.
func randomCohort(seed uint64) (settings string, sheets map[string]string) {
	r := &random{rng: rand.New(rand.NewPCG(seed, 0x636f686f7274))}
	for range 20 + r.rng.IntN(21) {
		r.keen = append(r.keen, r.rng.Float64())
	}
	settings = "community: {id: random, name: A random network}\ntime_zone: Europe/London\n" +
		"academic_year: {starts: 09-01, terms: [{id: autumn, starts: 09-01}, {id: spring, starts: 01-05}, {id: summer, starts: 04-15}]}\n" +
		"cohorts: [{id: \"2025\", title: 2025/26, starts: 2025-09-01, ends: 2026-06-30, participation: voluntary}]\n" +
		"agreed_outcomes: [{measure: days, title: Days from proposal to decision, better: less, baseline: 21, target: 14}]\n"
	sheets = map[string]string{}
	r.members(sheets)
	r.meetings(sheets)
	r.rounds(sheets)
	r.told(sheets)
	r.practised(sheets)
	return settings, sheets
}

// id is the member list's own id of a member.
func (r *random) id(i int) string { return fmt.Sprintf("R-%02d", i) }

func (r *random) members(sheets map[string]string) {
	units := 3 + r.rng.IntN(4)
	var b strings.Builder
	b.WriteString("member_id,display_name,email,cohort,org_unit,sector,function,join_date,leave_date,leave_reason\n")
	for i := range r.keen {
		joined, gone := "2025-09-01", ","
		switch {
		case r.chance(0.08):
			joined = "2026-01-12"
		case r.chance(0.08):
			gone = "2026-02-20," + []string{"left", "moved", "completed"}[r.rng.IntN(3)]
		}
		unit := r.rng.IntN(units)
		fmt.Fprintf(&b, "%s,%s %c.,%s@random.example,2025,Unit %d,Sector %d,F%d,%s,%s\n",
			r.id(i), planted(i), 'A'+rune(i%26), strings.ToLower(r.id(i)), unit, unit%2, r.rng.IntN(3), joined, gone)
	}
	sheets["members.csv"] = b.String()
}

// meetings are nine planned ones, and who came.
func (r *random) meetings(sheets map[string]string) {
	var sessions, came strings.Builder
	sessions.WriteString("session_id,cohort,date,planned_on,start,minutes,kind,title,open_to,facilitator_ids,led_by,status\n")
	came.WriteString("session_id,member_id,status,minutes\n")
	for n, day := range []string{"2025-09-18", "2025-10-16", "2025-11-20", "2025-12-11", "2026-01-15", "2026-02-19", "2026-03-19", "2026-04-23", "2026-05-21"} {
		status, planned := "held", day
		switch {
		case r.chance(0.1):
			status, planned = "moved", day[:8]+"08"
		case r.chance(0.08):
			status = "cancelled"
		}
		fmt.Fprintf(&sessions, "S%d,2025,%s,%s,09:30,90,meeting,Meeting %d,all,%s,member,%s\n", n, day, planned, n, r.id(r.rng.IntN(len(r.keen))), status)
		if status == "cancelled" {
			continue
		}
		for i, keen := range r.keen {
			mark := "absent,"
			if r.chance(keen) {
				mark = fmt.Sprintf("present,%d", 45+r.rng.IntN(46))
			}
			fmt.Fprintf(&came, "S%d,%s,%s\n", n, r.id(i), mark)
		}
	}
	sheets["sessions.csv"], sheets["attendance.csv"] = sessions.String(), came.String()
}

const randomQuestions = `item_id,column_header,text,cycle,construct,kind,scale_min,scale_max,direction
worth,worth,The sessions dealt with what matters to me,immediate,,likert,1,5,high_good
enjoyed,enjoyed,I looked forward to the sessions,immediate,,likert,1,5,high_good
skills,skills,I learned something new,potential,,likert,1,5,high_good
learn,learn,We are getting better at learning from each other,,social_learning,likert,1,5,high_good
used,used,Did you use something?,applied,,yesno,,,
results,results,Did it change a result you care about?,realized,,yesno,,,
failed,failed,Did you try something that did not work?,applied,,negative,,,
`

// rounds are two, as many as usual answered: whoever comes answers more.
func (r *random) rounds(sheets map[string]string) {
	sheets["questions.csv"] = randomQuestions
	sheets["rounds.csv"] = "wave_id,cohort,opened,closed\nautumn,2025,2025-12-01,2025-12-15\nspring,2025,2026-05-25,2026-06-08\n"
	var b strings.Builder
	b.WriteString("wave_id,respondent_id,submitted_at,worth,enjoyed,skills,learn,used,results,failed\n")
	used, results, failed := 0.1+0.85*r.rng.Float64(), 0.1+0.6*r.rng.Float64(), 0.3*r.rng.Float64()
	for _, round := range []string{"autumn,%s,2025-12-05 10:00:00", "spring,%s,2026-06-02 10:00:00"} {
		for i, keen := range r.keen {
			if !r.chance(0.45 + 0.5*keen) {
				continue
			}
			fmt.Fprintf(&b, round+",%d,%d,%d,%d,%s,%s,%s\n", r.id(i), 1+r.rng.IntN(5), 1+r.rng.IntN(5), 2+r.rng.IntN(4), 1+r.rng.IntN(5),
				r.yes(used), r.yes(results), r.yes(failed))
		}
	}
	sheets["answers.csv"] = b.String()
}

func (r *random) yes(p float64) string {
	if r.chance(p) {
		return "yes"
	}
	return "no"
}

// told are stories of every consent, what links their cycles, and who confirmed
// them.
func (r *random) told(sheets map[string]string) {
	var stories, flows, asked strings.Builder
	stories.WriteString("story_id,collected_on,teller_id,cohort,session_id,kind,title,activity,output,application,outcome_personal,outcome_organizational," +
		"new_definition_of_success,valence,activity_date,application_date,metric_name,metric_before,metric_after,consent_scope,anonymize\n")
	flows.WriteString("story_id,from_cycle,to_cycle,attribution\n")
	asked.WriteString("story_id,claim,asked_on,substantiator_label,independent,response,on\n")
	for n := range 4 + r.rng.IntN(14) {
		consent := []string{"private", "community", "sponsor_anonymous", "sponsor_named", "public"}[r.rng.IntN(5)]
		applied, result, metric, day := "", "", ",,", ""
		if r.chance(0.7) {
			applied, day = fmt.Sprintf("We used it in case %d", n), fmt.Sprintf("2026-0%d-10", 1+r.rng.IntN(4))
		}
		if applied != "" && r.chance(0.5) {
			result, metric = fmt.Sprintf("It saved time in case %d", n), fmt.Sprintf("hours,%d,%d", 10+n, 5+n)
		}
		fmt.Fprintf(&stories, "T%d,2026-05-%02d,%s,2025,S%d,account,Story %d,We met about case %d,A checklist %d,%s,%s,%s,,%s,2025-10-16,%s,%s,%s,%s\n",
			n, 1+r.rng.IntN(28), r.id(r.rng.IntN(len(r.keen))), r.rng.IntN(4), n, n, n, applied, "", result,
			[]string{"positive", "positive", "mixed", "negative"}[r.rng.IntN(4)], day, metric, consent, []string{"y", "n"}[r.rng.IntN(2)])
		if applied != "" {
			fmt.Fprintf(&flows, "T%d,potential,applied,explicit\n", n)
		}
		if result != "" {
			fmt.Fprintf(&flows, "T%d,applied,realized,explicit\n", n)
			fmt.Fprintf(&asked, "T%d,It saved time,2026-06-01,A customer,yes,%s,2026-06-09\n", n, []string{"full", "partial", "disagree", "no_answer"}[r.rng.IntN(4)])
		}
	}
	sheets["stories.csv"], sheets["flows.csv"] = stories.String(), flows.String()
	if strings.Count(asked.String(), "\n") > 1 {
		sheets["asked.csv"] = asked.String()
	}
}

func (r *random) practised(sheets map[string]string) {
	sheets["practices.csv"] = "practice_id,name,taxonomy,started,status,eligible_units\nP1,One-page proposals,process,2026-01-05,adopted,6\nP2,Shared list,technology,2025-10-20,stopped,6\n"
	adopted := "practice_id,org_unit,adopted_on,stopped_on\nP2,Unit 0,2025-10-20,2026-02-10\n"
	for unit := range 1 + r.rng.IntN(3) {
		adopted += fmt.Sprintf("P1,Unit %d,2026-02-0%d,\n", unit, unit+1)
	}
	sheets["adoptions.csv"] = adopted
	sheets["measures.csv"] = fmt.Sprintf("measure_id,title,unit,better,baseline,date,value,scope\ndays,Days from proposal to decision,days,less,21,2025-10-31,21,network\n"+
		"days,Days from proposal to decision,days,less,21,2026-05-31,%d,network\n", 12+r.rng.IntN(12))
}
