package metrics

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// trials is how many communities are drawn to see how often nothing is called
// something: fewer than a researcher wants, unless the environment says more.
func trials() int {
	if asked, err := strconv.Atoi(os.Getenv("VALUETRAIL_TRIALS")); err == nil {
		return asked
	}
	return 200
}

// member is how a made-up member is: how readily they come and answer, what they
// are like to say, and from which meeting of a term on they are there.
type member struct {
	keen, says, joined float64
}

func drawnMembers(r *rand.Rand, n int) []member {
	var all []member
	for range n {
		keen := []float64{0.05, 0.2, 0.4, 0.6, 0.8, 0.95}[r.IntN(6)]
		all = append(all, member{keen: keen, says: math.Min(0.9, math.Max(0.1, 0.2+0.5*keen+0.15*r.NormFloat64())), joined: r.Float64() * r.Float64()})
	}
	return all
}

// figuresOf are the kinds of figure that are judged together.
var figuresOf = []queries.Indicator{
	{ID: "primary", Kind: "share", Evidence: "answers", Protects: "event", Unit: "percent"},
	{ID: "attendance", Kind: "pair_share", Evidence: "census", Protects: "event", Unit: "percent"},
	{ID: "reach", Kind: "share", Evidence: "census", Protects: "event", Unit: "percent"},
	{ID: "share 1", Kind: "share", Evidence: "answers", Protects: "event", Unit: "percent"},
	{ID: "share 2", Kind: "share", Evidence: "answers", Protects: "event", Unit: "percent"},
	{ID: "score 1", Kind: "mean", Evidence: "answers", Protects: "event", Unit: "score"},
	{ID: "score 2", Kind: "mean", Evidence: "answers", Protects: "event", Unit: "score"},
	{ID: "score 3", Kind: "mean", Evidence: "answers", Protects: "event", Unit: "score"},
}

// seenIn draws what is seen of a figure in one term. Whoever is keener answers more,
// by lean more or less so; with meetings of a term, members differ in how many they
// could come to.
func seenIn(r *rand.Rand, ind queries.Indicator, period string, members []member, first int, lean float64) []observation {
	var all []observation
	meetings := 4 + r.IntN(8)
	for i, m := range members {
		add := func(subject string, x float64, silent bool) {
			o := observation{line: line{community: "c", cohort: "all", period: period}, person: fmt.Sprint("m", first+i), subject: subject}
			if !silent {
				o.x = &x
			}
			all = append(all, o)
		}
		yes := func(p float64) float64 {
			if r.Float64() < p {
				return 1
			}
			return 0
		}
		silent := r.Float64() > 0.65+lean*(m.keen-0.5)
		switch {
		case ind.Kind == "pair_share":
			for k := int(m.joined * float64(meetings)); k < meetings; k++ {
				add(fmt.Sprint(period, k), yes(m.keen), false)
			}
		case ind.Evidence == "census":
			add("", yes(1-math.Pow(1-m.keen, 3)), false)
		case ind.Kind == "share":
			add("", yes(m.says), silent)
		default:
			add("", math.Round(math.Min(100, math.Max(0, 100*m.says+20*r.NormFloat64()))/5)*5, silent)
		}
	}
	return all
}

// twoTerms judges the figures of two terms in which nothing changed: of the same
// members, or of others.
func twoTerms(r *rand.Rand, members int, others bool, leans [2]float64) []compared {
	c := comparer{s: CompareScope{Community: "c", Against: AgainstTerm}, g: &ground{}}
	then, first := drawnMembers(r, members), 0
	now := then
	if others {
		now, first = drawnMembers(r, members), members
	}
	var all []compared
	for _, ind := range figuresOf {
		seen := append(seenIn(r, ind, "t1", then, 0, leans[0]), seenIn(r, ind, "t2", now, first, leans[1])...)
		t := terms{ind: ind, figures: map[line]figure{}, seen: seen, people: map[line]map[string]float64{}}
		var readings [2]Reading
		for n, period := range []string{"t2", "t1"} {
			l := line{community: "c", cohort: "all", period: period}
			var own []observation
			for _, o := range seen {
				if o.line == l {
					own = append(own, o)
				}
			}
			f := addUp(ind, l, own)
			uncertainty(ind, &f)
			t.figures[l], t.people[l] = f, each(own, l)
			readings[n] = read(ind, f, "exact", "", mute{})
		}
		l := c.latest(t, readings[0])
		c.beside(&l, t, readings[1])
		l.Primary = ind.ID == "primary"
		all = append(all, l)
	}
	judgeAll(all)
	return all
}

// mute says nothing.
type mute struct{}

func (mute) Say(string, ...any) string { return "" }

// rates are how often a figure was tested, its interval left out no change, and it
// was called different.
type rates struct{ tested, outside, called map[string]float64 }

// count draws as many communities as trials says.
func (s *rates) count(seed uint64, draw func(r *rand.Rand) []compared) (together float64) {
	*s = rates{map[string]float64{}, map[string]float64{}, map[string]float64{}}
	for trial := range trials() {
		any := false
		for _, l := range draw(rand.New(rand.NewPCG(seed, uint64(trial)))) {
			if l.Low == nil {
				continue
			}
			s.tested[l.Indicator]++
			if *l.Low > 0 || *l.High < 0 {
				s.outside[l.Indicator]++
			}
			if l.Verdict == Clear || l.Verdict == Likely {
				s.called[l.Indicator]++
				any = any || !l.Primary
			}
		}
		if any {
			together++
		}
	}
	return together / float64(trials())
}

// most is how often one of twenty may come in so many trials: three standard errors
// more than that.
func most(n float64) float64 { return 0.05 + 3*math.Sqrt(0.05*0.95/n) }

// Communities of 15 to 60 in which nobody changes, members who come and answer by
// very different chances, late joiners, a third silent: the keener the less. The one
// comparison is wrong once in twenty at most, and all others together too, matched
// or not.
func TestNothingIsSeldomCalledAChange(t *testing.T) {
	for name, c := range map[string]struct {
		others bool
		leans  [2]float64
		design Design
	}{
		"the same people":                 {false, [2]float64{0.3, 0.3}, Matched},
		"the same, the keen answer later": {false, [2]float64{-0.2, 0.5}, Matched},
		"others":                          {true, [2]float64{0.3, 0.3}, CrossSection},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var s rates
			together := s.count(1, func(r *rand.Rand) []compared {
				all := twoTerms(r, 15+r.IntN(46), c.others, c.leans)
				for _, l := range all {
					if l.Low != nil && l.Design != c.design && l.Design != CrossSection {
						t.Errorf("%s is %s", l.Indicator, l.Design)
					}
				}
				return all
			})
			for _, ind := range figuresOf {
				n := s.tested[ind.ID]
				if n < float64(trials())/2 {
					t.Errorf("%s was tested %v times", ind.ID, n)
				}
				if rate := s.outside[ind.ID] / n; rate > most(n) {
					t.Errorf("%s: the interval leaves out no change in %.1f %%", ind.ID, 100*rate)
				}
				if rate := s.called[ind.ID] / n; rate > most(n) {
					t.Errorf("%s: called a change in %.1f %%", ind.ID, 100*rate)
				}
			}
			if together > most(float64(trials())) {
				t.Errorf("one or another of those judged together is called a change in %.1f %%", 100*together)
			}
			t.Logf("one by itself %.1f %%, the others together %.1f %%", 100*s.called["primary"]/s.tested["primary"], 100*together)
		})
	}
}

// Where other people answer the second time, everybody beside everybody finds a
// change that nobody made: the keen say yes more. Matched, it is gone.
func TestOtherAnswerersAreNoChangeOfTheSamePeople(t *testing.T) {
	alarms := map[Design]float64{}
	for trial := range trials() {
		r := rand.New(rand.NewPCG(2, uint64(trial)))
		members := drawnMembers(r, 60)
		seen := append(seenIn(r, figuresOf[5], "t1", members, 0, -0.6), seenIn(r, figuresOf[5], "t2", members, 0, 0.6)...)
		now, then := each(seen, line{community: "c", cohort: "all", period: "t2"}), each(seen, line{community: "c", cohort: "all", period: "t1"})
		p := bothTimes(now, then)
		var all [2][]float64
		for n, of := range []map[string]float64{now, then} {
			for _, x := range of {
				all[n] = append(all[n], x)
			}
		}
		if stat.Paired(p.now, p.then).P.Value < alarm {
			alarms[Matched]++
		}
		if stat.Welch(all[0], all[1]).P.Value < alarm {
			alarms[CrossSection]++
		}
	}
	n := float64(trials())
	t.Logf("matched %.1f %%, everybody beside everybody %.1f %%", 100*alarms[Matched]/n, 100*alarms[CrossSection]/n)
	if alarms[Matched]/n > most(n) || alarms[CrossSection]/n < 0.1 {
		t.Errorf("of %v: %v", n, alarms)
	}
}

// Months of 20 to 40 members who differ in how readily they come, one to three
// meetings each, now and then a month without: of those in which nothing happens
// about one in a hundred lies outside the limits, and a fall to a third is found most
// times.
func TestMonthsInWhichNothingHappensSeldomStandOut(t *testing.T) {
	months, outside, found := 0.0, 0.0, 0.0
	c := comparer{s: CompareScope{Community: "c", Against: AgainstUsual}, g: &ground{}}
	ind := figuresOf[1]
	for trial := range trials() {
		r := rand.New(rand.NewPCG(3, uint64(trial)))
		members := drawnMembers(r, 20+r.IntN(21))
		series := func(last float64) (all []Reading, points []stat.Point) {
			for month := range 24 {
				came, could := 0.0, 0.0
				for range 1 + r.IntN(3) {
					for _, m := range members {
						if m.joined < float64(month+1)/4 {
							could++
							if r.Float64() < m.keen*(1+(last-1)*float64(month/23)) {
								came++
							}
						}
					}
				}
				if could == 0 || month%11 == 10 {
					continue
				}
				value := came / could
				all = append(all, Reading{Period: fmt.Sprint(month), Value: &value, Denominator: &could, Shown: true})
				points = append(points, stat.Point{Period: month, Value: value})
			}
			return all, points
		}
		readings, points := series(1)
		for _, l := range c.outside(ind, "", readings, points) {
			months++
			if l.Verdict == Signal {
				outside++
			}
		}
		readings, points = series(1.0 / 3)
		if lines := c.outside(ind, "", readings, points); lines[len(lines)-1].Verdict == Signal {
			found++
		}
	}
	t.Logf("outside %.2f %% of months; the fall found in %.0f %%", 100*outside/months, 100*found/float64(trials()))
	if rate := outside / months; rate > 0.015 || rate < 0.0005 {
		t.Errorf("%.2f %% of months in which nothing happens are outside", 100*rate)
	}
	if found/float64(trials()) < 0.5 {
		t.Errorf("a fall to a third is found in %.0f %%", 100*found/float64(trials()))
	}
}

// Two cohorts may share many members, and are set beside each other as if they did
// not: who is the same both times differs less, so that nothing is called different
// more often than it may.
func TestMembersOfBothCohortsRaiseNoAlarm(t *testing.T) {
	alarms := map[string]float64{}
	for trial := range trials() {
		r := rand.New(rand.NewPCG(5, uint64(trial)))
		members := drawnMembers(r, 20+r.IntN(41))
		for _, ind := range figuresOf {
			var f [2]figure
			var own [2][]float64
			for n, period := range []string{"t1", "t2"} {
				seen, l := seenIn(r, ind, period, members, 0, 0.3), line{community: "c", cohort: "all", period: period}
				f[n], own[n] = addUp(ind, l, seen), sharesOf(seen, l)
			}
			c := comparer{s: CompareScope{Community: "c"}, g: &ground{}}
			l := compared{ind: ind, of: f}
			if found := c.tested(&l, [2]side{{}, {}}); ind.Kind != "pair_share" && found.P.Defined() && found.P.Value < alarm ||
				ind.Kind == "pair_share" && stat.Welch(own[0], own[1]).P.Value < alarm {
				alarms[ind.ID]++
			}
		}
	}
	for _, ind := range figuresOf {
		if rate := alarms[ind.ID] / float64(trials()); rate > most(float64(trials())) {
			t.Errorf("%s: called different in %.1f %%", ind.ID, 100*rate)
		}
	}
	t.Log(alarms)
}
