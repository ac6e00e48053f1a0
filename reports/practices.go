package reports

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/metrics"
)

const practiceDiffusion = "practice_diffusion"

// ever ends the part of a practice that counts everybody who took it up, whether
// or not they use it still.
const ever = " ever"

// practices are how far each practice that the community tried has spread.
func (c *composer) practices() Section {
	s := Section{ID: "practices", Title: c.say("section.practices"), Intro: c.say("section.practices.intro")}
	s.Figures = c.present(c.practiceBars())
	return s
}

// practice is one practice: the organisations that use it now, those that took
// it up and use it no more, and all that could.
type practice struct {
	metrics.Reading
	name                   string
	now, stopped, eligible float64
}

// practicesTold are the practices that counts may be seen of, in their order.
func (c *composer) practicesTold() []practice {
	var all []practice
	for _, part := range c.partsOf(practiceDiffusion) {
		now, tookUp := c.whole(practiceDiffusion, part), c.whole(practiceDiffusion, part+ever)
		if part == "" || strings.HasSuffix(part, ever) || !now.Shown || now.Numerator == nil || now.Denominator == nil {
			continue
		}
		p := practice{Reading: now, name: nameOf(now), now: *now.Numerator, eligible: *now.Denominator}
		if tookUp.Shown && tookUp.Numerator != nil {
			p.stopped = max(0, *tookUp.Numerator-p.now)
		}
		all = append(all, p)
	}
	return all
}

// nameOf is what a class that comes from the data is called.
func nameOf(r metrics.Reading) string { return cmp.Or(r.Title, r.Part) }

// practiceBars has a row a practice: how many organisations use it now, how many
// stopped, and how many do not, of those that could.
func (c *composer) practiceBars() Figure {
	told := c.practicesTold()
	if len(told) == 0 {
		return Figure{}
	}
	f := Figure{ID: "spread", Title: c.practicesTitle(told), Sentence: join(c.practicesSentence(told), c.couldSentence(told)), Caption: c.say("practices.caption", c.Span), Counted: []string{c.countedOf(practiceDiffusion)},
		Table: Table{Title: c.say("practices.table"), Columns: []TableColumn{{Heading: c.say("column.practice")}, {Heading: c.say("practices.now"), Number: true},
			{Heading: c.say("practices.stopped"), Number: true}, {Heading: c.say("practices.not"), Number: true}, {Heading: c.say("column.eligible"), Number: true}}}}
	chart := &Chart{Kind: PracticeBars, Unit: "organisations"}
	series := [3]Series{{Name: c.say("practices.now"), Role: "now"}, {Name: c.say("practices.stopped"), Role: "stopped"}, {Name: c.say("practices.not"), Role: "not_yet"}}
	for _, p := range told {
		row := []TableCell{textCell(p.name), c.numberCell(p.Reading, p.Numerator)}
		chart.Rows = append(chart.Rows, p.name)
		for i, n := range []float64{p.now, p.stopped, p.eligible - p.now - p.stopped} {
			if i > 0 {
				row = append(row, c.intCell(int(n)))
			}
			series[i] = withBar(series[i], n, c.print.Number(n, 0))
		}
		f.Table.Rows = append(f.Table.Rows, append(row, c.numberCell(p.Reading, p.Denominator)))
		chart.Most = max(chart.Most, p.eligible)
	}
	chart.Series = series[:]
	f.Chart = chart
	return f
}

// withBar adds a bar, none where there is nobody: its figure would stand on
// another's.
func withBar(s Series, n float64, label string) Series {
	if n == 0 {
		s.Values, s.Labels = append(s.Values, nil), append(s.Labels, "")
		return s
	}
	s.Values, s.Labels = append(s.Values, &n), append(s.Labels, label)
	return s
}

// practicesTitle names the practice that most use.
func (c *composer) practicesTitle(told []practice) string {
	most := told[0]
	for _, p := range told {
		if p.now > most.now {
			most = p
		}
	}
	if most.now == 0 {
		return c.say("practices.title.none")
	}
	return c.say("practices.title", most.now, most.eligible, most.name)
}

// practicesSentence counts the practices in use, and names those that somebody
// stopped and those in use nowhere.
func (c *composer) practicesSentence(told []practice) string {
	used, stopped, nowhere := 0, []string{}, []string{}
	for _, p := range told {
		if p.now > 0 {
			used++
		} else {
			nowhere = append(nowhere, p.name)
		}
		if p.stopped > 0 {
			stopped = append(stopped, c.say("practices.stopped_by", p.name, p.stopped))
		}
	}
	says := c.say("practices.sentence", used, len(told))
	if len(nowhere) > 0 && used > 0 {
		says = join(says, c.say("practices.nowhere", c.print.List(nowhere)))
	}
	if len(stopped) > 0 {
		says = join(says, c.say("practices.some_stopped", strings.Join(stopped, ", ")))
	}
	return says
}

// couldSentence says what the organisations that could use a practice are, where
// they are not as many as the members come from.
func (c *composer) couldSentence(told []practice) string {
	from := float64(c.Overview.Organisations)
	if from == 0 || !slices.ContainsFunc(told, func(p practice) bool { return p.eligible != from }) {
		return ""
	}
	return c.say("practices.could", from)
}
