package metrics

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Grade says how much of what a figure should rest on is there: that of the part
// of which the least is. "" is no grade: nothing says how much there should be.
type Grade string

// The grades. complete: nine tenths or more of every part are there; mostly: seven
// tenths; half: half, or a question was asked on another scale the time before;
// little: less of one of them.
const (
	complete Grade = "A"
	mostly   Grade = "B"
	half     Grade = "C"
	little   Grade = "D"
)

// gradeOf is the grade of a part of which a share is there.
func gradeOf(share float64) Grade {
	switch {
	case share >= 0.9:
		return complete
	case share >= 0.7:
		return mostly
	case share >= 0.5:
		return half
	}
	return little
}

// worse is the worse of two grades, the other where one is none.
func worse(a, b Grade) Grade { return max(a, b) }

// Caveat is what is not there of one part of what a figure should rest on, and
// what people read of it.
type Caveat struct {
	// Part is what lacks: registers, answers, scales, readers or rows; in a
	// SourceGrade also wrong, rows that cannot be right.
	Part  string `json:"part"`
	Grade Grade  `json:"grade"`
	// Lacking of Of are not there: sessions, people, questions, stories or rows;
	// nil where the audience does not learn how many.
	Lacking *float64 `json:"lacking"`
	Of      *float64 `json:"of"`
	Text    string   `json:"text"`
}

// The indicators of data quality that others are graded by, and the parts that
// they tell of.
var qualityOf = map[string]string{"registers": "register_coverage", "answers": "response_rate", "scales": "scale_kept", "readers": "stories_read"}

// callsFor are the parts that figures of an indicator should rest on, but for the
// rows of its files.
func callsFor(ind queries.Indicator) []string {
	var parts []string
	if slices.Contains(ind.Needs, string(vocabulary.Attendance)) {
		parts = append(parts, "registers")
	}
	switch ind.Evidence {
	case "answers":
		parts = append(parts, "answers", "scales")
	case "stories":
		if slices.ContainsFunc([]string{"traced", "story_cycle", "story_code", "story_flow"}, func(table string) bool { return strings.Contains(ind.SQL, table) }) {
			parts = append(parts, "readers") // who codes a story says which cycles it tells of
		}
	}
	return parts
}

// told is which figure of quality something is.
type told struct{ indicator, community, cohort, period, part string }

// quality is what is known of how complete the data of a scope are.
type quality struct {
	// told are the readings of the indicators of quality, after the gate.
	told map[told]Reading
	// waiting are the rows that wait and those read, by community and kind.
	waiting map[string]map[string][2]float64
	// guessed are the communities and cohorts of whose rounds nobody knows who was
	// invited; all together, with a blank cohort, where one of them is.
	guessed  map[[2]string]bool
	audience vocabulary.Audience
	print    Printer
}

func newQuality(audience vocabulary.Audience, p Printer) quality {
	return quality{told: map[told]Reading{}, waiting: map[string]map[string][2]float64{}, guessed: map[[2]string]bool{}, audience: audience, print: p}
}

// Qualify gives each figure of the answers that is shown its grade and caveats, all
// of them read off figures that the gate has passed for the same audience. The
// answers are of one call of Ask or AskGrains.
func Qualify(ctx context.Context, src Source, catalogue []queries.Indicator, answers []Answer, now time.Time, p Printer) error {
	var ids []string
	var grains []vocabulary.Grain
	for _, a := range answers {
		for _, part := range callsFor(a.Indicator) {
			id := qualityOf[part]
			if !slices.Contains(ids, id) && slices.ContainsFunc(catalogue, func(i queries.Indicator) bool { return i.ID == id }) {
				ids = append(ids, id)
			}
		}
		if !slices.Contains(grains, a.Scope.Grain) {
			grains = append(grains, a.Scope.Grain)
		}
	}
	if len(answers) == 0 {
		return nil
	}
	q := newQuality(answers[0].Scope.Audience, p)
	if err := q.learn(ctx, src, catalogue, ids, grains, answers[0].Scope, now); err != nil {
		return fmt.Errorf("data quality: %w", err)
	}
	for _, a := range answers {
		for i := range a.Readings {
			a.Readings[i].Grade, a.Readings[i].Caveats = q.of(a.Indicator, a.Readings[i])
		}
	}
	return nil
}

// learn asks for the figures of quality and for the rows that wait.
func (q quality) learn(ctx context.Context, src Source, catalogue []queries.Indicator, ids []string, grains []vocabulary.Grain, s Scope, now time.Time) error {
	if len(ids) > 0 {
		answers, err := AskGrains(ctx, src, catalogue, ids, s, grains, now)
		if err != nil {
			return err
		}
		for _, a := range answers {
			for _, r := range a.Readings {
				q.told[told{r.Indicator, r.Community, r.Cohort, r.Period, r.Part}] = r
			}
		}
	}
	for r, err := range src.Rows(ctx, queries.Question("guessed_seats"), s.parameters()) {
		if err != nil {
			return err
		}
		q.guessed[[2]string{text(r[0]), text(r[1])}], q.guessed[[2]string{text(r[0]), ""}] = true, true
	}
	for r, err := range src.Rows(ctx, queries.Question("waiting_rows"), s.parameters()) {
		if err != nil {
			return err
		}
		if number(r[2]) > 0 {
			put(q.waiting, text(r[0]), text(r[1]), [2]float64{number(r[3]), number(r[2])})
		}
	}
	return nil
}

// of is the grade of a figure and what lacks of what it should rest on. A figure
// that is not shown has neither.
func (q quality) of(ind queries.Indicator, r Reading) (Grade, []Caveat) {
	caveats := []Caveat{}
	if !r.Shown {
		return "", caveats
	}
	var grade Grade
	add := func(part string, lacking, of float64, text string) {
		c, ok := caveat(part, lacking, of, text)
		if !ok {
			return
		}
		grade = worse(grade, c.Grade)
		if lacking > 0 {
			caveats = append(caveats, c)
		}
	}
	for _, part := range callsFor(ind) {
		lacking, of := q.lacking(part, ind, r)
		add(part, lacking, of, q.print.Say("caveat."+part, lacking, of))
	}
	for _, kind := range ind.Needs {
		x := q.waiting[r.Community][kind]
		sheet, _ := vocabulary.SheetOf(vocabulary.Kind(kind))
		add("rows", x[0], x[1], q.print.Say("caveat.rows", x[0], x[1], lowerFirst(sheet.Title)))
		if n := len(caveats); x[0] > 0 && q.audience != vocabulary.Convenor { // how many rows wait may count who answered
			caveats[n-1].Lacking, caveats[n-1].Of, caveats[n-1].Text = nil, nil, q.print.Say("caveat.some_rows", lowerFirst(sheet.Title))
		}
	}
	return grade, caveats
}

// caveat is a part of which some are not there, of so many; none where nobody knows
// how many.
func caveat(part string, lacking, of float64, text string) (Caveat, bool) {
	if of <= 0 || (part == "rows" || part == "wrong") && lacking == 0 { // that every row could be read says nothing of those that nobody sent
		return Caveat{}, false
	}
	c := Caveat{Part: part, Grade: gradeOf((of - lacking) / of), Lacking: rounded(&lacking), Of: rounded(&of), Text: text}
	if part == "scales" && lacking > 0 { // what is asked otherwise is there, but not beside what was there before
		c.Grade = half
	}
	return c, true
}

// lacking is how much is not there of a part of what a figure should rest on, of
// how much; of 0 where nobody may know.
func (q quality) lacking(part string, ind queries.Indicator, r Reading) (lacking, of float64) {
	if part == "answers" && q.guessed[[2]string{r.Community, r.Cohort}] {
		return 0, 0
	}
	if part == "answers" && r.People != nil && r.Population != nil && (isShare(ind) || ind.Kind == "mean") {
		return float64(*r.Population - *r.People), float64(*r.Population)
	}
	if part == "answers" && r.Group != "" {
		return 0, 0 // the round's is not the group's
	}
	parts := []string{""}
	if part == "scales" {
		parts = slices.Compact([]string{ind.Cycle, r.Part})
	}
	for _, p := range parts {
		x := q.told[told{qualityOf[part], r.Community, r.Cohort, r.Period, p}]
		if x.Numerator != nil && x.Denominator != nil {
			lacking, of = lacking+*x.Denominator-*x.Numerator, of+*x.Denominator
		}
	}
	return lacking, of
}
