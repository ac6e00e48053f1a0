package samples

import (
	"math"
	"sort"
	"strconv"
)

// draft is an answered form before it is written into a file.
type draft struct {
	round   *round
	person  *Person
	day     string
	second  int
	what    string // answer, preview, partial, repeated, late
	used    bool   // tried something
	gained  bool   // and saw a result
	answers map[string]Answer
	// unlisted answers the question that no list knows, where there is one.
	unlisted string
}

func (d *draft) when() string { return clock(d.day, d.second) }

// responding is the share of those invited who answer.
const responding = 0.85

// drafts lets most of those invited answer, the keen rather than the others, in
// the order of submission. The least keen breaks off, one breaks off and answers
// again, one may be late.
func (g *generator) drafts(r *round) []*draft {
	odds := map[*Person]float64{}
	for _, id := range r.Invited {
		if p := g.person(id); p.Email != "" || r.tool == "own" {
			odds[p] = 0.004 + p.keen
		}
	}
	var all []*draft
	for _, p := range g.weighted(odds, int(responding*float64(len(r.Invited))+0.5)) {
		all = append(all, &draft{round: r, person: p, day: later(r.opened, g.between(0, 13)), second: g.between(7*3600, 22*3600), what: "answer"})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].when() < all[j].when() })
	faint := faintest(all)
	var standing []*draft
	for _, d := range all {
		switch {
		case d.person == faint[0]:
			d.what = "partial"
		case d.person == faint[len(faint)/2]:
			again := *d
			d.what, again.second = "repeated", d.second+3000
			all, standing = append(all, &again), append(standing, &again)
		case d.person == faint[1] && r.late:
			d.what, d.day = "late", later(r.closed, 2)
		default:
			standing = append(standing, d)
		}
	}
	g.decideUse(standing)
	for _, d := range all {
		share := 1.0
		if d.what == "partial" || d.what == "repeated" {
			share = 0.28
		}
		d.answers = g.answers(d, share)
	}
	g.settle(standing)
	sort.SliceStable(all, func(i, j int) bool { return all[i].when() < all[j].when() })
	return all
}

// faintest are those who answered, the least keen first.
func faintest(drafts []*draft) []*Person {
	var people []*Person
	for _, d := range drafts {
		people = append(people, d.person)
	}
	sort.SliceStable(people, func(i, j int) bool { return people[i].keen < people[j].keen })
	return people
}

// weighted takes n people, each with odds in proportion to a weight.
func (g *generator) weighted(weight map[*Person]float64, n int) []*Person {
	type drawn struct {
		p  *Person
		at float64
	}
	var all []drawn
	for _, p := range g.people {
		if weight[p] > 0 {
			all = append(all, drawn{p, -math.Log(1-g.rng.Float64()) / weight[p]})
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].at < all[j].at })
	var people []*Person
	for _, d := range all[:min(n, len(all))] {
		people = append(people, d.p)
	}
	return people
}

// decideUse plants the shares of those who used something and who saw a result,
// by lot among those whose answers stand.
func (g *generator) decideUse(standing []*draft) {
	for i, d := range shuffled(g, standing) {
		d.used = i < int(d.round.used*float64(len(standing))+0.5)
		d.gained = i < int(d.round.gained*float64(len(standing))+0.5)
	}
}

// settle brings the mean of each scale question to what is planned, a step up or
// down here and there: immediate value is then the same every year.
func (g *generator) settle(standing []*draft) {
	for _, q := range g.asked {
		if q.Kind != "likert" {
			continue
		}
		var given []*draft
		sum := 0.0
		for _, d := range standing {
			if a, ok := d.answers[q.ItemID]; ok {
				given, sum = append(given, d), sum+*a.Number
			}
		}
		over := int(math.Round(sum - q.usual()*float64(len(given))))
		for step := 0; over != 0 && step < 5000; step++ {
			d := given[g.rng.IntN(len(given))]
			n := *d.answers[q.ItemID].Number + 1
			if over > 0 {
				n -= 2
			}
			if n < float64(q.Min) || n > float64(q.Max) {
				continue
			}
			d.answers[q.ItemID] = asAnswer(q, strconv.Itoa(int(n)))
			if over > 0 {
				over--
			} else {
				over++
			}
		}
	}
}

// usual is the mean answer to a scale question, in every round.
func (q question) usual() float64 {
	x := (2.55 + q.lift) / 4
	if q.Direction == "low_good" {
		x = 1 - x
	}
	return float64(q.Min) + x*float64(q.Max-q.Min)
}

// answers fills in the first share of the form, with a blank here and there.
func (g *generator) answers(d *draft, share float64) map[string]Answer {
	mood := 1.6 + 1.6*d.person.keen + 0.5*g.rng.NormFloat64()
	shown := int(share * float64(len(g.asked)))
	out := map[string]Answer{}
	blanks := 0
	for i, q := range g.asked[:shown] {
		if i > 3 && q.ItemID != "ap_used" && g.chance(0.04) && blanks < 2 {
			blanks++
			continue
		}
		if raw, ok := g.answer(q, mood, d); ok {
			out[q.ItemID] = asAnswer(q, raw)
		}
	}
	return out
}

func (g *generator) answer(q question, mood float64, d *draft) (string, bool) {
	switch q.Kind {
	case "likert":
		x := (mood + q.lift + 0.6*g.rng.NormFloat64()) / 4
		if q.Direction == "low_good" {
			x = 1 - x
		}
		return strconv.Itoa(min(q.Max, max(q.Min, q.Min+int(math.Round(x*float64(q.Max-q.Min)))))), true
	case "count":
		if !d.used {
			return "0", true
		}
		return strconv.Itoa(g.between(1, d.round.most)), true
	case "text":
		return g.comment(d)
	case "negative":
		return yes(g.chance(0.22)), true
	}
	return yes(d.used && q.ItemID == "ap_used" || d.gained && q.ItemID == "re_results"), true
}

// comment takes the next remark of the round; the first goes to whoever is asked
// first, so that a hostile one is always there.
func (g *generator) comment(d *draft) (string, bool) {
	r := d.round
	if len(r.remarks) == 0 || len(r.remarks) < len(r.comments) && g.chance(0.6) {
		return "", false
	}
	said := r.remarks[0]
	r.remarks = r.remarks[1:]
	return said, true
}
