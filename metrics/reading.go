// Package metrics answers questions about a community: an indicator for a
// scope, as readings that the gate has already controlled for one audience.
// What may not be shown does not exist in a Reading. It draws nothing and knows
// no database beyond Source.
package metrics

import (
	"valuetrail/internal/vocabulary"
	"valuetrail/queries"
)

// Scope is what an answer is about. Zero values mean: every cohort, grain term,
// the whole span of the data, no breakdown, for the convenor.
type Scope struct {
	Community string
	// Cohorts are the ids of the cohorts asked for, none for every cohort and
	// all together.
	Cohorts []string
	Grain   vocabulary.Grain
	// Since and Until are days since 1970-01-01, both included; Until 0 means
	// without end.
	Since, Until int
	// Today is the day it is: what is planned for a later one has not happened,
	// and a round that closes on it or later is open; 0 means that all is over.
	// Whoever is handed a clock goes by that.
	Today    int
	By       string
	Audience vocabulary.Audience
	// each is the cohorts with a last day of their own, as the prelude of the SQL
	// reads them, "" for none: then Cohorts and Until hold.
	each string
	// grains are several lengths of period in place of Grain, as the prelude reads
	// them, "" for none.
	grains string
}

// Reading is one figure after the gate: a value with its n and interval, or the
// reason why there is none. Pointers are nil for what does not exist or may not
// be seen.
type Reading struct {
	Indicator string `json:"indicator"`
	Community string `json:"community"`
	// Cohort is "" for all cohorts together.
	Cohort string `json:"cohort"`
	Period string `json:"period"`
	// Group is the label of the breakdown, Part the class inside the indicator.
	Group string `json:"group"`
	Part  string `json:"part"`
	// Title is what a part that comes from the data is called, "" where it has no
	// other name.
	Title string `json:"title,omitempty"`
	// Value is a fraction 0–1 for percentages, 0–100 for scores, days, or a
	// count, in full precision.
	Value       *float64 `json:"value"`
	Numerator   *float64 `json:"numerator"`
	Denominator *float64 `json:"denominator"`
	// Baseline and Target are where a measure began and what was agreed for it, in
	// its own unit; nil for other figures and where nothing was.
	Baseline *float64 `json:"baseline,omitempty"`
	Target   *float64 `json:"target,omitempty"`
	// Moved is how a measure went, "" for other figures and where nobody said what
	// would be better.
	Moved Moved `json:"moved,omitempty"`
	// Agreed says how the target of an indicator came about, nil where only the
	// number is known.
	Agreed *Agreed `json:"agreed,omitempty"`
	// People stand behind the figure; Population is everybody it speaks for.
	People     *int `json:"people"`
	Population *int `json:"population"`
	// Low and High are the 95 % interval; LowAll and HighAll the bounds for the
	// whole population, whatever the silent think.
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	LowAll  *float64 `json:"low_all"`
	HighAll *float64 `json:"high_all"`
	Unit    string   `json:"unit"`
	// Shown is false when nothing but Note may be printed.
	Shown bool `json:"shown"`
	// Text is the figure as a report prints it, words included.
	Text string `json:"text"`
	// Note is the reason code of a figure not shown or not computed (no_data,
	// needs:SHEET, not_computable, not_asked, nameless, protected), of one that is words
	// without a Value (nearly_all, nearly_none, band, few_stories), of levels put
	// together (band, with a Value), or of a coarser breakdown than was asked for
	// (instead:ATTRIBUTE); "" for none.
	Note string `json:"note"`
	// Grade and Caveats say how complete the data behind the figure are; "" and none
	// before Qualify, of a figure that is not shown, and where nothing says how much
	// there should be.
	Grade   Grade    `json:"grade"`
	Caveats []Caveat `json:"caveats,omitzero"`
}

// Agreed is when a target was set, by whom and why: On a day since 1970-01-01,
// nil where it is not said, the words "". Names are left in By and Why for the
// convenor alone.
type Agreed struct {
	On  *int   `json:"on,omitempty"`
	By  string `json:"by,omitempty"`
	Why string `json:"why,omitempty"`
}

// Answer is an indicator with its readings for a scope: the cohorts, then all
// together, each with its oldest period first. Scope.By may be coarser than was
// asked for, where no group could be shown.
type Answer struct {
	Indicator queries.Indicator
	Scope     Scope
	Readings  []Reading
}

// Cell is one place in a source file that a figure rests on.
type Cell struct {
	File   string  `json:"file"`
	FileID string  `json:"file_id"`
	Sheet  int     `json:"sheet"`
	Row    int     `json:"row"`
	Column int     `json:"column"`
	Words  string  `json:"words"`
	X      float64 `json:"x"`
	// Open says that what is counted has not happened yet; in a gap, that somebody
	// was silent.
	Open bool `json:"open,omitempty"`
}

// Story is a story as one audience may see it: texts only with consent, the
// byline only where a consent names the teller.
type Story struct {
	ID, Title, Kind, Valence, Cohort string
	Day                              int
	Byline                           string
	// Texts are the six texts in the order of the template, "" where blank.
	Texts [6]string
	// Cycles with evidence in it, in the framework's order.
	Cycles []vocabulary.Cycle
	// Confirmation is the best answer of somebody asked: confirmed, asked, or
	// "" when nobody was.
	Confirmation string
}
