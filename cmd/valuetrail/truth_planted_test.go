package main

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"valuetrail/metrics"
	"valuetrail/samples"
)

// plantedFigures asks for one indicator, by cohort, period and group.
func (w *world) plantedFigures(id, flags string) map[[3]string]metrics.Reading {
	w.Helper()
	var all []metrics.Reading
	if err := json.Unmarshal(w.program(append([]string{"indicators", "run", id, "--json"}, strings.Fields(flags)...)...), &all); err != nil {
		w.Fatal(err)
	}
	by := map[[3]string]metrics.Reading{}
	for _, r := range all {
		if r.Value != nil {
			by[[3]string{r.Cohort, r.Period, r.Group}] = r
		}
	}
	return by
}

// What is planted in the samples the program finds, and where nothing is planted
// it finds nothing.
func TestWhatIsPlantedIsFoundAndNothingElse(t *testing.T) {
	inWorlds(t, func(w *world) {
		before, now := [3]string{"2024", "all", ""}, [3]string{"2025", "all", ""}
		used := w.plantedFigures("applied_rate", "--grain programme")
		if a, b := used[before], used[now]; a.Value == nil || b.Value == nil || math.Abs(*a.Value-samples.PlantedUsedBefore) > 0.05 ||
			math.Abs(*b.Value-samples.PlantedUsed) > 0.05 || *a.High >= *b.Low {
			w.Errorf("%s used something in 2024/25, %s in 2025/26", a.Text, b.Text)
		}
		score := w.plantedFigures("immediate_score", "--grain programme")
		if a, b := score[before], score[now]; a.Value == nil || b.Value == nil || math.Abs(*a.Value-*b.Value) > samples.PlantedSameScore {
			w.Errorf("immediate value was %s in 2024/25 and is %s", a.Text, b.Text)
		}
		reach := w.plantedFigures("reach_rate", "--grain programme")
		if a, b := reach[before], reach[now]; a.Value == nil || b.Value == nil || math.Abs(*a.Value-*b.Value) > samples.PlantedSameReach {
			w.Errorf("%s were reached in 2024/25, %s in 2025/26", a.Text, b.Text)
		}
		w.findDips()
		w.findUnreached()
		w.findEagerness()
		w.findStories()
	})
}

func (w *world) findDips() {
	w.Helper()
	terms := w.plantedFigures("attendance_rate", "--grain term")
	for _, p := range truthCalendar["term_since_start"] {
		year := p.cohort + "/" + lastDayOf(p.cohort)[2:4]
		at := func(term string) float64 { return *terms[[3]string{p.cohort, year + " " + term, ""}].Value }
		if low := at("spring") + samples.PlantedDip/2; low > at("autumn") || low > at("summer") {
			w.Errorf("attendance of %s: %.3f, %.3f, %.3f", year, at("autumn"), at("spring"), at("summer"))
		}
	}
}

// findUnreached: one organisation of the youngest cohort, of five members, has
// nobody who ever came, and no other has. (An indicator may hide a small group.)
func (w *world) findUnreached() {
	w.Helper()
	silent := map[string]int{}
	for _, r := range w.rows(`SELECT e.cohort_id, e.org_unit, count(DISTINCT e.member_id), count(p.member_id)
			FROM main.enrolment AS e
			LEFT JOIN main.presence AS p ON p.community_id = e.community_id AND p.member_id = e.member_id AND p.attended
			GROUP BY e.cohort_id, e.org_unit`) {
		if r[3].(int64) > 0 {
			continue
		}
		silent[r[0].(string)]++
		if r[2].(int64) != samples.PlantedUnreached {
			w.Errorf("nobody of %v came, %v members", r[1], r[2])
		}
	}
	if len(silent) != 1 || silent["2025"] != 1 {
		w.Errorf("organisations not reached: %v", silent)
	}
}

// findEagerness: those who answered the last round had come more often.
func (w *world) findEagerness() {
	w.Helper()
	differences := w.rows(`WITH last AS (
			SELECT cohort_id, arg_max(wave_id, closed) AS wave_id, arg_max(opened, closed) AS opened FROM survey_round GROUP BY cohort_id
		), share AS (
			SELECT l.cohort_id, e.member_id, avg(CASE WHEN p.attended THEN 1.0 ELSE 0.0 END) AS came,
			       bool_or(v.response_id IS NOT NULL) AS answered
			FROM last AS l
			JOIN main.enrolment AS e ON e.cohort_id = l.cohort_id AND l.opened BETWEEN e.first_day AND e.last_day
			JOIN registered_session AS s ON s.cohort_id = l.cohort_id AND s.open_to = 'all' AND s.day_no < l.opened AND s.day_no BETWEEN e.first_day AND e.last_day
			LEFT JOIN main.presence AS p ON p.session_id = s.session_id AND p.member_id = e.member_id
			LEFT JOIN main.invitation AS v ON v.wave_id = l.wave_id AND v.member_id = e.member_id
			GROUP BY ALL
		)
		SELECT cohort_id, avg(came) FILTER (WHERE answered) - avg(came) FILTER (WHERE NOT answered) FROM share GROUP BY cohort_id`)
	if len(differences) != len(truthCohorts) {
		w.Errorf("who answered is known of %d cohorts", len(differences))
	}
	for _, r := range differences {
		if more, ok := r[1].(float64); !ok || more < samples.PlantedEagerness {
			w.Errorf("%v: those who answered came more often by %v", r[0], r[1])
		}
	}
}

// findStories: meetings where the story readers met have more stories.
func (w *world) findStories() {
	w.Helper()
	differences := w.rows(`WITH met AS (
			SELECT DISTINCT session_id FROM main.group_assignment WHERE counts AND leadership_group = 'value_detectives'
		), told AS (
			SELECT c.cohort_id, s.session_id, count(t.story_id) AS stories, s.session_id IN (SELECT session_id FROM met) AS readers
			FROM main.session AS s
			JOIN main.session_cohort AS c ON c.session_id = s.session_id
			LEFT JOIN main.story AS t ON t.session_id = s.session_id AND t.counts
			WHERE s.counts AND s.kind = 'meeting' AND s.status IN ('held', 'moved')
			GROUP BY ALL
		)
		SELECT cohort_id, avg(stories) FILTER (WHERE readers) - avg(stories) FILTER (WHERE NOT readers) FROM told GROUP BY cohort_id`)
	if len(differences) != len(truthCohorts) {
		w.Errorf("where the readers met is known of %d cohorts", len(differences))
	}
	for _, r := range differences {
		if more, ok := r[1].(float64); !ok || more < samples.PlantedStories {
			w.Errorf("%v: %v more stories where the readers met", r[0], r[1])
		}
	}
}
