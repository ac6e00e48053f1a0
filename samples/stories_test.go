package samples

import (
	"strings"
	"testing"
)

func TestStoriesHoldTogether(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		changed := 0
		for _, s := range c.Truth.Stories {
			f := s.Fields
			last := ""
			for _, day := range []string{f["activity_date"], f["application_date"], f["realized_date"], f["collected_on"]} {
				if day != "" && day < last {
					t.Errorf("%s: %s comes before %s", s.StoryID, day, last)
				}
				last = max(last, day)
			}
			if f["session_id"] != "" && !attended(c, f["session_id"], s.Teller) {
				t.Errorf("%s: %s was not at %s", s.StoryID, s.Teller, f["session_id"])
			}
			if strings.Contains(f["activity"]+f["output"]+f["application"], "{p") {
				t.Errorf("%s: a name is missing", s.StoryID)
			}
			if f["collector_id"] == f["teller_id"] {
				t.Errorf("%s: collected by %s of %s", s.StoryID, f["collector_id"], f["teller_id"])
			}
			changed += len(s.Versions) - 1
		}
		told := map[string]int{}
		for _, s := range c.Truth.Stories {
			told[s.Cohort]++
		}
		if told["2023"] != 10 || told["2024"] != 17 || told["2025"] != 24 || changed != 20 {
			t.Errorf("stories %v, %d told twice", told, changed)
		}
	})
}

func TestQuotesComeFromTheStory(t *testing.T) {
	c := generated(t)
	texts := map[string]string{}
	for _, s := range c.Truth.Stories {
		for _, field := range []string{"activity", "output", "application", "outcome_personal", "outcome_organizational", "new_definition_of_success"} {
			texts[s.StoryID] += s.Fields[field] + "\n"
		}
	}
	quotes := 0
	for _, table := range c.Truth.Tables {
		for _, r := range table.Rows {
			if quote := r.Values["quote"]; quote != "" {
				if quotes++; !strings.Contains(texts[r.Values["story_id"]], quote) {
					t.Errorf("%s: %q is not in the story", r.Values["story_id"], quote)
				}
			}
		}
	}
	if quotes < 60 {
		t.Errorf("%d quotes", quotes)
	}
}

func TestOneResponseCountsForAPersonAndRound(t *testing.T) {
	manySeeds(t, func(t *testing.T, c *Community) {
		counted := map[string]int{}
		for _, r := range c.Truth.Responses {
			if !r.Counts {
				continue
			}
			counted[r.WaveID]++
			if r.MemberID == "" {
				continue
			}
			if key := r.WaveID + r.MemberID; counted[key] > 0 {
				t.Errorf("%s counts twice in %s", r.MemberID, r.WaveID)
			} else {
				counted[key]++
			}
			for _, item := range c.Truth.ItemsOf(r.WaveID) {
				a, ok := r.Answers[item.ItemID]
				if ok && item.Kind == "likert" && (a.Number == nil || *a.Number < 1 || *a.Number > float64(item.Max)) {
					t.Errorf("%s row %d: %s is %q", r.Ref.File, r.Ref.Row, item.ItemID, a.Raw)
				}
			}
		}
		for _, w := range c.Truth.Waves {
			if n := counted[w.WaveID]; n < 10 && w.Session == "" || n < 3 || n > len(w.Invited) {
				t.Errorf("%s: %d of %d answered", w.WaveID, n, len(w.Invited))
			}
		}
	})
}
