package samples

import (
	"math"
	"testing"
)

// shareOf is the mean of yes and no; n tells of how many.
type shareOf struct{ sum, n float64 }

func (s *shareOf) add(yes bool) {
	s.n++
	if yes {
		s.sum++
	}
}

// value of nothing is no number: a check says what must be so, and fails on it.
func (s shareOf) value() float64 { return s.sum / s.n }

// lastRound is the round of a cohort that closed last.
func lastRound(c *Community, cohort string) Wave {
	var last Wave
	for _, w := range c.Truth.Waves {
		if w.Cohort == cohort && w.Closed > last.Closed {
			last = w
		}
	}
	return last
}

func TestEverySeedPlantsThatTheYoungestCohortUsesMore(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		for cohort, want := range map[string]float64{"2024": PlantedUsedBefore, "2025": PlantedUsed} {
			var used shareOf
			for _, r := range c.Truth.Responses {
				if r.Counts && r.WaveID == lastRound(c, cohort).WaveID {
					yes := *r.Answers["ap_used"].Number > 0
					if tried := r.Answers["ap_tried"].Number; tried != nil && (*tried > 0) != yes {
						t.Errorf("%v: used %v, tried %v", r.Ref, yes, *tried)
					}
					used.add(yes)
				}
			}
			if used.n < 25 || math.Abs(used.value()-want) > 0.03 {
				t.Errorf("%s: %v of %v used something", cohort, used.sum, used.n)
			}
		}
	})
}

func TestEverySeedPlantsADipInTheSecondTerm(t *testing.T) {
	eachCohort(t, func(t *testing.T, c *Community, cohort string) {
		var terms [3]shareOf
		for _, s := range c.Truth.Sessions {
			if s.Cohort != cohort || s.OpenTo != "all" || !s.TookPlace || !s.HasRegister {
				continue
			}
			for _, p := range those(c, cohort) {
				if p.EnrolledOn(s.Date) {
					terms[(*plan)(nil).term(s.Date)].add(attended(c, s.SessionID, p.MemberID))
				}
			}
		}
		if low := terms[1].value() + PlantedDip; !(low <= terms[0].value() && low <= terms[2].value()) {
			t.Errorf("attendance by term: %.3f, %.3f, %.3f", terms[0].value(), terms[1].value(), terms[2].value())
		}
	})
}

// presence is a member's share of the open sessions up to a day.
func presence(c *Community, p *Person, day string) (share float64, known bool) {
	var one shareOf
	for _, s := range c.Truth.Sessions {
		if s.Cohort == p.Cohort && s.OpenTo == "all" && s.TookPlace && s.HasRegister && s.Date < day && p.EnrolledOn(s.Date) {
			one.add(attended(c, s.SessionID, p.MemberID))
		}
	}
	return one.value(), one.n > 0
}

func TestEverySeedPlantsThatThoseWhoAnswerComeMoreThanTheSilent(t *testing.T) {
	eachCohort(t, func(t *testing.T, c *Community, cohort string) {
		w := lastRound(c, cohort)
		answered := map[string]bool{}
		for _, r := range c.Truth.Responses {
			answered[r.MemberID] = answered[r.MemberID] || r.Counts && r.WaveID == w.WaveID
		}
		var mean [2]shareOf
		for _, p := range those(c, cohort) {
			share, known := presence(c, p, w.Opened)
			if !known || !p.EnrolledOn(w.Opened) {
				continue
			}
			at := 0
			if answered[p.MemberID] {
				at = 1
			}
			mean[at].sum, mean[at].n = mean[at].sum+share, mean[at].n+1
		}
		if more := mean[1].value() - mean[0].value(); !(more >= PlantedEagerness) || mean[0].n < 5 {
			t.Errorf("%.0f answered and came to %.2f, %.0f were silent and came to %.2f", mean[1].n, mean[1].value(), mean[0].n, mean[0].value())
		}
	})
}

func TestOneOrganisationOfTheYoungestCohortIsNotReached(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		reached := map[string]shareOf{}
		for _, cohort := range []string{"2023", "2024", "2025"} {
			units, silent := map[string]*shareOf{}, 0
			for _, p := range those(c, cohort) {
				if units[p.OrgUnit] == nil {
					units[p.OrgUnit] = &shareOf{}
				}
				came := false
				for _, a := range c.Truth.Attendance {
					came = came || a.Who == p.MemberID && a.Attended && a.Enrolled
				}
				units[p.OrgUnit].add(came)
				one := reached[cohort]
				one.add(came)
				reached[cohort] = one
			}
			for unit, came := range units {
				if came.sum == 0 {
					silent++
					if cohort != "2025" || came.n != PlantedUnreached {
						t.Errorf("%s: nobody of %.0f at %s came", cohort, came.n, unit)
					}
				}
			}
			if want := map[string]int{"2025": 1}[cohort]; silent != want {
				t.Errorf("%s: %d organisations are not reached", cohort, silent)
			}
		}
		if apart := math.Abs(reached["2025"].value() - reached["2024"].value()); !(apart <= PlantedSameReach/2) {
			t.Errorf("reach differs by %.3f", apart)
		}
	})
}

func TestEverySeedPlantsMoreStoriesWhereTheReadersMet(t *testing.T) {
	eachCohort(t, func(t *testing.T, c *Community, cohort string) {
		met := map[string]bool{}
		for _, table := range c.Truth.Tables {
			for _, r := range table.Rows {
				if table.Kind == "leadership_groups" && r.Values["leadership_group"] == readersGroup {
					met[r.Values["session_id"]] = true
				}
			}
		}
		var with, without shareOf
		for _, s := range c.Truth.Sessions {
			if s.Cohort != cohort || s.Kind != "meeting" || !s.TookPlace {
				continue
			}
			told := 0.0
			for _, story := range c.Truth.Stories {
				if story.Fields["session_id"] == s.SessionID {
					told++
				}
			}
			if met[s.SessionID] {
				with.sum, with.n = with.sum+told, with.n+1
			} else {
				without.sum, without.n = without.sum+told, without.n+1
			}
		}
		if more := with.value() - without.value(); !(more >= PlantedStories) || with.n < 4 {
			t.Errorf("%.2f stories at %.0f meetings with the readers, %.2f at the others", with.value(), with.n, without.value())
		}
	})
}

// The planted nothing: immediate value is the same in every last round.
func TestEverySeedGivesTheSameImmediateValueEveryYear(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		low, high := 100.0, 0.0
		for _, cohort := range []string{"2023", "2024", "2025"} {
			w := lastRound(c, cohort)
			var mean shareOf
			for _, r := range c.Truth.Responses {
				if !r.Counts || r.WaveID != w.WaveID {
					continue
				}
				var one shareOf
				for _, i := range c.Truth.ItemsOf(w.WaveID) {
					a, ok := r.Answers[i.ItemID]
					if !ok || i.Cycle != "immediate" || i.Kind != "likert" {
						continue
					}
					x := (*a.Number - float64(i.Min)) / float64(i.Max-i.Min) * 100
					if i.Direction == "low_good" {
						x = 100 - x
					}
					one.sum, one.n = one.sum+x, one.n+1
				}
				mean.sum, mean.n = mean.sum+one.value(), mean.n+1
			}
			low, high = min(low, mean.value()), max(high, mean.value())
		}
		if !(high-low <= PlantedSameScore) {
			t.Errorf("immediate value lies between %.2f and %.2f", low, high)
		}
	})
}
