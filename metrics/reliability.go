package metrics

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"valuetrail/internal/privacy"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// Reliability is how far the questions of a construct tell the same of people in
// one round: that of the reading of construct_score with its cohort and period.
type Reliability struct {
	Construct string `json:"construct"`
	Cohort    string `json:"cohort"`
	Period    string `json:"period"`
	// Questions of the construct were asked.
	Questions int `json:"questions"`
	// People answered all of them; nil where it may not be seen.
	People *int `json:"people"`
	// Alpha is Cronbach's α, Low and High its 95 % interval, Omega McDonald's ω, all
	// to two decimals; nil where they do not exist or may not be seen.
	Alpha *float64 `json:"alpha"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
	Omega *float64 `json:"omega"`
	// Note is why there is no α: one_question, not_computable or protected; "" where
	// there is one.
	Note string `json:"note"`
}

// Notes of a Reliability.
const (
	oneQuestion   = "one_question"
	notComputable = "not_computable"
)

// constructScore is the indicator whose readings decide what is told of the
// reliability of a construct.
const constructScore = "construct_score"

// Reliabilities are those of the constructs in the answers, in their order. A
// construct has one only where its figure is shown exactly, as many people answered
// all its questions as a figure needs to be exact, and nobody or at least five left
// one out: with a mean of nearly the same people it tells nothing of the others.
func Reliabilities(ctx context.Context, src Source, answers []Answer, now time.Time) ([]Reliability, error) {
	var all []Reliability
	for _, a := range answers {
		if a.Indicator.ID != constructScore {
			continue
		}
		g, err := survey(ctx, src, a.Scope, now)
		if err != nil {
			return nil, err
		}
		seen, err := observations(ctx, src, a.Indicator, a.Scope)
		if err != nil {
			return nil, err
		}
		said, err := constructAnswers(ctx, src, a.Scope.Community)
		if err != nil {
			return nil, err
		}
		by := answerers(a.Indicator, seen)
		for _, r := range a.Readings {
			if r.Part == "" || !r.Shown && r.Note != string(privacy.Protected) {
				continue // nothing was asked or answered
			}
			matrix := said.of(r.Part, by[line{r.Community, r.Cohort, r.Period, r.Group, r.Part}])
			all = append(all, reliability(r, matrix, g.threshold(r.Community).Exact))
		}
	}
	return all, nil
}

// reliability is that of the answers behind a reading, as far as it may be told.
func reliability(r Reading, matrix [][]float64, exact int) Reliability {
	out := Reliability{Construct: r.Part, Cohort: r.Cohort, Period: r.Period, Note: string(privacy.Protected)}
	if len(matrix) > 0 {
		out.Questions = len(matrix[0])
	}
	if out.Questions == 1 {
		out.Note = oneQuestion
		return out
	}
	if !r.Shown || r.Low == nil || r.People == nil || *r.People != len(matrix) {
		return out
	}
	alpha := stat.CronbachAlpha(matrix, nil)
	if alpha.Complete < exact || alpha.Dropped > 0 && alpha.Dropped < leastApart {
		return out
	}
	out.People, out.Note = &alpha.Complete, notComputable
	if !alpha.Value.Defined() {
		return out
	}
	out.Note = ""
	out.Alpha = twoDecimals(alpha.Value.Value)
	if alpha.Interval.Defined() {
		out.Low, out.High = twoDecimals(alpha.Interval.Low), twoDecimals(alpha.Interval.High)
	}
	if omega := stat.McDonaldOmega(matrix, nil).Omega; omega.Defined() {
		out.Omega = twoDecimals(omega.Value)
	}
	return out
}

// twoDecimals is a coefficient as it is usually told: more would tell of single
// answers, not of the scale.
func twoDecimals(x float64) *float64 {
	x = math.Round(x*100) / 100
	return &x
}

// scores are what responses answered: by construct, response and question.
type scores map[string]map[string]map[string]float64

// of has a row for each of the responses and a column for each question that any
// of them was asked; NaN for one left out.
func (s scores) of(construct string, responses []string) [][]float64 {
	items := map[string]bool{}
	for _, response := range responses {
		for item := range s[construct][response] {
			items[item] = true
		}
	}
	columns := slices.Sorted(maps.Keys(items))
	var matrix [][]float64
	for _, response := range responses {
		row := make([]float64, len(columns))
		for i, item := range columns {
			score, asked := s[construct][response][item]
			if !asked {
				score = math.NaN()
			}
			row[i] = score
		}
		matrix = append(matrix, row)
	}
	return matrix
}

func constructAnswers(ctx context.Context, src Source, community string) (scores, error) {
	all := scores{}
	for r, err := range src.Rows(ctx, queries.Question("construct_answers"), map[string]any{"community": community}) {
		if err != nil {
			return nil, fmt.Errorf("answers about constructs: %w", err)
		}
		response, construct, item, score := text(r[0]), text(r[1]), text(r[2]), math.NaN()
		if x := maybe(r[3]); x != nil {
			score = *x
		}
		if all[construct] == nil {
			all[construct] = map[string]map[string]float64{}
		}
		if all[construct][response] == nil {
			all[construct][response] = map[string]float64{}
		}
		all[construct][response][item] = score
	}
	return all, nil
}
