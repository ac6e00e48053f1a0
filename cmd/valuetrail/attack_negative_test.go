package main

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/metrics"
)

// The attacks on what went wrong and on who is silent: how few said it, and what
// the few did who said nothing.

// failing gives the first of some people a yes to the sensitive question and the
// others a no.
func failing(all []soul, n int) []soul {
	for i := range all {
		yes := i < n
		all[i].failed = &yes
	}
	return all
}

// linesOf are the readings of one indicator that hold anything, by cohort and
// group.
func linesOf(all []metrics.Reading, id string) map[string]metrics.Reading {
	found := map[string]metrics.Reading{}
	for _, r := range all {
		if r.Indicator == id && r.Note != "no_data" && r.Note != "not_asked" {
			found[r.Cohort+"/"+r.Group] = r
		}
	}
	return found
}

func TestHowFewSayThatItFailedIsNowhere(t *testing.T) {
	const few, hidden = "up to 4 people", "not shown, to protect members"
	of := func(cohort, unit string, n, said int) []soul {
		return failing(group(cohort, unit, "s", n/2, spread(n, 57)...), said)
	}
	cases := map[string]struct {
		souls   []soul
		want    map[string]string
		secrets []float64
	}{
		"nobody":           {of("a", "u", 14, 0), map[string]string{"a/": few, "/": few}, nil},
		"four of fourteen": {of("a", "u", 14, 4), map[string]string{"a/": few, "/": few}, []float64{4.0 / 14}},
		"all but three":    {of("a", "u", 14, 11), map[string]string{"a/": hidden, "/": hidden}, []float64{11.0 / 14, 3.0 / 14}},
		"two of a cohort beside eight of another":     {join(of("a", "u", 20, 8), of("b", "u", 16, 2)), map[string]string{"a/": "8 of 20", "b/": few, "/": hidden}, []float64{10.0 / 36, 2.0 / 16}},
		"twice four beside five":                      {join(of("a", "u", 13, 5), of("b", "u", 13, 4), of("c", "u", 13, 4)), map[string]string{"a/": "5 of 13", "b/": few, "c/": few, "/": hidden}, []float64{13.0 / 39, 4.0 / 13}},
		"units of which two have four, beside a five": {join(of("a", "u", 13, 5), of("a", "v", 13, 4), of("a", "w", 13, 4)), map[string]string{"a/": "13 of 39"}, []float64{4.0 / 13, 5.0 / 13}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			plant{souls: c.souls}.sow(d)
			got := d.shared("unit")
			said := linesOf(got.readings, "negative_answers")
			for line, want := range c.want {
				if r, ok := said[line]; !ok || !strings.HasPrefix(r.Text, want) {
					t.Errorf("%s: said %q, want %q", line, r.Text, want)
				} else if want == few && len(figuresIn(r)) > 0 {
					t.Errorf("%s: numbers beside the band: %v", line, figuresIn(r))
				}
			}
			for _, secret := range c.secrets {
				if got.tells(secret) == "in full" {
					t.Errorf("%v is told in full", secret)
				}
			}
		})
	}
}

// cameTo writes that people came to the first so many of four meetings.
func cameTo(souls []soul, meetings func(s soul) int) string {
	rows := "session_date,session_title,member_id,status\n"
	for _, s := range souls {
		for m := range 4 {
			status := "absent"
			if m < meetings(s) {
				status = "present"
			}
			rows += fmt.Sprintf("2026-0%d-12,Meeting,%s,%s\n", m+1, s.id, status)
		}
	}
	return rows
}

func TestWhatFewSilentPeopleDidIsNowhere(t *testing.T) {
	souls := join(group("a", "u", "s", 6, spread(12, 57)...), silent("a", "u", "s", 2), group("b", "u", "s", 6, spread(12, 57)...), silent("b", "u", "s", 6))
	d := newDesk(t)
	d.write("in/register.csv", []byte(cameTo(souls, func(s soul) int {
		switch {
		case s.worth != nil:
			return 3
		case s.cohort == "a":
			return 1
		}
		return 2
	})))
	plant{souls: souls}.sow(d)
	got := d.shared("unit")
	said := linesOf(got.readings, "response_gap")
	if want := "of those who could come, 12 who answered came to 75 % of the meetings, 6 who did not answer to 50 %"; said["b/"].Text != want {
		t.Errorf("b: said %q, want %q", said["b/"].Text, want)
	}
	for _, line := range []string{"a/", "/"} {
		if r := said[line]; r.Shown || len(figuresIn(r)) > 0 || r.Note != "protected" {
			t.Errorf("%s: %+v", line, r)
		}
	}
	// of a, those who answered less everybody; of both together
	for _, secret := range []float64{0.75 - (12*0.75+2*0.25)/14, 0.75 - (24*0.75+2*0.25+6*0.5)/32} {
		if got.tells(secret) == "in full" {
			t.Errorf("%v is told in full", secret)
		}
	}
}
