package metrics_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/message"
	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// worldsVariable names how many made-up communities a simulation draws, in place of
// the few that every run can afford.
const worldsVariable = "VALUETRAIL_WORLDS"

func worlds(usual int) int {
	if asked, err := strconv.Atoi(os.Getenv(worldsVariable)); err == nil {
		return asked
	}
	return usual
}

// keen draws how readily a member comes: some nearly always, some hardly ever.
func keen(random *rand.Rand) float64 {
	return []float64{0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.9, 0.95}[random.IntN(8)]
}

// drawn is a cohort of people who differ in how readily they come; those who
// come more also answer more and, by so much more, use what they learned. shift
// is added to everybody's chance of having used it.
func drawn(random *rand.Rand, members int, shift float64) crowd {
	var c crowd
	for k := range 22 {
		c.meetings = append(c.meetings, 5+13*k)
	}
	c.more = []asked{{item: "gained", cycle: "realized", kind: "yesno"}, {item: "failed", cycle: "applied", kind: "negative"},
		{item: "grew", cycle: "potential", kind: "likert", scope: "cycle", part: "potential"}, {item: "trust", construct: "trust", kind: "likert", scope: "construct", part: "trust"}}
	says := func(p float64) bool { return random.Float64() < p }
	for range members {
		p := keen(random)
		row := make([]bool, len(c.meetings))
		for k := range row {
			row[k] = says(p)
		}
		c.came = append(c.came, row)
		used, liked := "", ""
		if says(0.4 + 0.5*p) {
			used = map[bool]string{true: "yes", false: "no"}[says(0.2+0.5*p+shift)]
			liked = fmt.Sprint(min(100, max(0, int(35+40*p+15*random.NormFloat64()))))
		}
		for i := range c.more {
			said := map[bool]string{true: "yes", false: "no"}[says(0.3+0.3*p)]
			if c.more[i].scope != "" {
				said = fmt.Sprint(random.IntN(9) * 10)
			}
			c.more[i].answers = append(c.more[i].answers, said)
		}
		c.used, c.liked = append(c.used, used), append(c.liked, liked)
	}
	c.closed = 270
	return c
}

// thatCanAlarm are the core indicators whose difference can have an interval:
// asking the others as well would only make the test slower.
func thatCanAlarm(t *testing.T) []queries.Indicator {
	t.Helper()
	all, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(i queries.Indicator) bool {
		return i.Evidence == "stories" || i.Kind != "share" && i.Kind != "pair_share" && i.Kind != "mean"
	})
}

// manyWorlds are as many communities of two cohorts each, in one warehouse.
func manyWorlds(t *testing.T, seeds int, shift float64) *warehouse.Warehouse {
	t.Helper()
	var all []crowd
	for seed := range seeds {
		random := rand.New(rand.NewPCG(uint64(seed), 2026))
		for n, cohort := range []string{"2024", "2025"} {
			c := drawn(random, 36, shift*float64(n))
			c.community, c.cohort = fmt.Sprintf("c%03d", seed), cohort
			c.firstDay, c.lastDay = cohort+"-09-01", fmt.Sprint(2025+n)+"-06-30"
			all = append(all, c)
		}
	}
	return world(t, txtar.Parse([]byte(crowds(all...))))
}

// Two cohorts drawn alike are called different no more often than chance was
// given leave to. Of 100 worlds each primary comparison may be wrong in 5; more
// than 10 would come of a true rate of 5 in 100 only once in 90 tries. The others are judged
// together, so any of them is wrong in 5 worlds at most, and the same holds. Some
// fifteen ranges by themselves leave out no difference in 5 worlds of 100 each;
// more than 14 in any would come once in 500 tries.
// By pairs of a member and a meeting the same attendance looks different far
// more often: the test would not pass with that interval.
func TestCohortsThatDoNotDifferAreSeldomCalledDifferent(t *testing.T) {
	seeds, most := 100, 10
	if testing.Short() {
		seeds, most = 20, 4
	}
	w := manyWorlds(t, seeds, 0)
	catalogue := thatCanAlarm(t)
	wrong, outside, compared, together, pairs := map[string]int{}, map[string]int{}, map[string]int{}, 0, 0
	for seed := range seeds {
		s := metrics.CompareScope{Community: fmt.Sprintf("c%03d", seed), Primary: "applied_rate"}
		all, err := metrics.Compare(context.Background(), w, catalogue, nil, s, noon, message.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		any := false
		for _, c := range all {
			soundWords(t, c)
			name := strings.TrimSpace(c.Indicator + " " + c.Part)
			if c.Low == nil {
				continue
			}
			compared[name]++
			if *c.Low > 0 || *c.High < 0 {
				outside[name]++
			}
			if c.Verdict == metrics.Clear || c.Verdict == metrics.Likely {
				wrong[name]++
				any = any || !c.Primary
			}
			if name == "attendance_rate" {
				i := stat.Newcombe(*c.This.Numerator, *c.This.Denominator, *c.Last.Numerator, *c.Last.Denominator).Interval
				if i.Low > 0 || i.High < 0 {
					pairs++
				}
			}
		}
		if any {
			together++
		}
	}
	for _, name := range []string{"applied_rate", "attendance_rate", "immediate_score", "response_rate", "reach_rate"} {
		if compared[name] < seeds*3/4 {
			t.Errorf("%s was compared in %d of %d worlds", name, compared[name], seeds)
		}
	}
	for name, n := range compared {
		t.Logf("%-24s compared %3d, range without zero %2d, called different %2d", name, n, outside[name], wrong[name])
		if outside[name] > most+4 || wrong[name] > most || name != "applied_rate" && wrong[name] > most/2 {
			t.Errorf("%s is called different in %d of %d worlds that do not differ", name, wrong[name], n)
		}
	}
	t.Logf("any of those judged together: %d; attendance by pairs: %d", together, pairs)
	if together > most {
		t.Errorf("in %d of %d worlds something is called different", together, seeds)
	}
	if pairs <= 2*most {
		t.Errorf("by pairs only %d of %d worlds look different: these worlds are no test", pairs, seeds)
	}
}

// A rise from 35 to 75 in a hundred, as a yes of 25 who answered, is found: of
// such cohorts 87 in a hundred show it at all (the normal distribution beyond
// 1.96 less 3.1 errors), so fewer than 75 come once in a thousand tries.
func TestRiseFromThirtyFiveToSeventyFiveIsFoundNearlyAlways(t *testing.T) {
	random, found := rand.New(rand.NewPCG(7, 7)), 0
	var all []crowd
	const worlds = 100
	for seed := range worlds {
		for n, p := range []float64{0.35, 0.75} {
			yes := 0
			for range 25 {
				if random.Float64() < p {
					yes++
				}
			}
			all = append(all, crowd{community: fmt.Sprintf("c%03d", seed), cohort: fmt.Sprint(2024 + n), firstDay: fmt.Sprint(2024+n) + "-09-01",
				lastDay: fmt.Sprint(2025+n) + "-06-30", used: answered(yes, 25-yes, 10), closed: 90})
		}
	}
	w := world(t, txtar.Parse([]byte(crowds(all...))))
	catalogue := slices.DeleteFunc(thatCanAlarm(t), func(i queries.Indicator) bool { return i.ID != "applied_rate" })
	for seed := range worlds {
		s := metrics.CompareScope{Community: fmt.Sprintf("c%03d", seed), Primary: "applied_rate"}
		both, err := metrics.Compare(context.Background(), w, catalogue, nil, s, noon, message.For("en"))
		if err != nil || len(both) != 1 {
			t.Fatal(both, err)
		}
		c := both[0]
		soundWords(t, c)
		if c.Verdict == metrics.Likely || c.Verdict == metrics.Clear {
			found++
			if *c.Difference <= 0 {
				t.Errorf("world %d: %s", seed, c.Text)
			}
		}
	}
	t.Logf("found in %d of %d", found, worlds)
	if found < 75 {
		t.Errorf("found in %d of %d", found, worlds)
	}
}
