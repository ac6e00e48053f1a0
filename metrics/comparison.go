package metrics

import "valuetrail/metrics/stat"

// Comparison is one figure of two cohorts at the same time since each began, or
// of one beside an earlier term of its own, what was agreed, or what it usually is.
type Comparison struct {
	Indicator string `json:"indicator"`
	Title     string `json:"title"`
	Part      string `json:"part"`
	// Against is what This is held against.
	Against Against `json:"against"`
	// Offset is the period compared: "programme" for all since the start, else
	// the ordinal of a month or term since the start; of one cohort the term or
	// month of This.
	Offset string `json:"offset"`
	// This is the later cohort's or term's figure, Last the earlier one's, as the
	// gate gives them. Beside a number that somebody wrote down, Last has it as its
	// Value, and target or baseline in its Note.
	This Reading `json:"this"`
	Last Reading `json:"last"`
	// ThisMean and LastMean are what Difference is the difference of, where that
	// is not the value of the readings: the means of each member's own share of
	// the meetings they could come to, in which every member weighs the same. The
	// readings' rate weighs who could come to more meetings more. Where Design is
	// paired they are the means of the same people, Pairs in number.
	ThisMean *float64 `json:"this_mean"`
	LastMean *float64 `json:"last_mean"`
	Pairs    *int     `json:"pairs"`
	// Difference is This less Last, Low and High its 95 % interval, in the unit
	// of the readings (fractions for percentages); nil where it may not be said.
	Difference *float64 `json:"difference"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	// Missed is the size of difference that would go unnoticed one time in five
	// with this many people (smaller ones more often), nil where it is not known.
	Missed *float64 `json:"missed"`
	// P is the p-value that goes with the interval, Holm the same among all that
	// are judged together; nil where there is none, Holm for the primary one too.
	P    *float64 `json:"p"`
	Holm *float64 `json:"p_holm"`
	// Effect is the size of the difference without a unit, and EffectMeasure what
	// it is measured by: g (Hedges' g, for means) or delta (Cliff's δ, for shares,
	// whose difference it is). Size is it in a word, by convention; nil and "" where
	// there is no interval.
	Effect        *float64  `json:"effect"`
	EffectMeasure string    `json:"effect_measure"`
	Size          stat.Size `json:"size"`
	// Design says whose difference it is, "" where there is no interval.
	Design Design `json:"design"`
	// Untested is the code of why there is a difference and no interval or no
	// p-value: stories, order (a median or the like), change (of the same people
	// itself), counted (several marks a person, or few of them), or what package
	// stat says (no_data: nobody changed); "" elsewhere.
	Untested string  `json:"untested"`
	Verdict  Verdict `json:"verdict"`
	// Reason is the code of why there is no difference, "" when there is one. With
	// not_comparable: no_data, not_asked, not_computable or needs:SHEET (of This or
	// Last), participation, rounds, wording, scale, kind, questions,
	// response_rates, first (there is nothing earlier), months
	// (fewer than twelve), apart, constant. With not_shown: protected
	// (one of the two is not shown), rough (one of the two is only words or rounded)
	// or once (so few answered only once that it would tell what they said).
	Reason string `json:"reason"`
	// Limits are what This is held against, nil but for AgainstUsual; Months are how
	// many there are where they are too few for limits.
	Limits *Limits `json:"limits,omitempty"`
	Months int     `json:"months,omitempty"`
	// Primary is the one comparison that was chosen beforehand; the others are
	// judged together by Holm's procedure.
	Primary bool `json:"primary"`
	// Together is how many others were judged together, 0 where there is no
	// difference to judge.
	Together int `json:"together"`
	// Words says the difference, or why there is none; Text is a paragraph with
	// both figures and Words.
	Words string `json:"words"`
	Text  string `json:"text"`

	// entries are the answers behind This and Last, for the ledger.
	entries []Entry
}

// Design is whose difference a comparison tells of.
type Design string

const (
	// CrossSection: everybody on the one side beside everybody on the other, or
	// beside a number.
	CrossSection Design = "cross_section"
	// Matched: those, and only those, who stand on both sides.
	Matched Design = "paired"
)

// Verdict is how sure a difference is. Each rule is applied to the primary
// comparison by itself; of all others together no more than one time in twenty
// is a difference called clear or likely where there is none (Holm).
type Verdict string

// Clear: the interval leaves out no difference, and those who did not answer
// could not change that, whatever they think (nobody is silent where everybody
// was counted). Likely: the interval does, but the silent could.
// AboutTheSame: the interval holds no difference as large as one that matters,
// which is 10 points. TooFew: none of these, so it may be anything in the
// interval. Told: two figures side by side and no uncertainty to judge them by,
// such as counts of meetings, medians and stories. NotComparable and NotShown
// have no difference at all, and a Reason. Of a month, Signal: it lies outside the
// natural limits, and something was otherwise. Usual: it does not.
const (
	Clear         Verdict = "clear"
	Likely        Verdict = "likely"
	TooFew        Verdict = "too_few"
	AboutTheSame  Verdict = "about_the_same"
	Told          Verdict = "told"
	NotComparable Verdict = "not_comparable"
	NotShown      Verdict = "not_shown"
	Signal        Verdict = "signal"
	Usual         Verdict = "usual"
)

// CompareLedger lists every shown figure of the comparisons that is about what
// people answered, for the ledger of releases: a figure clipped to an offset
// may rest on other answers than the same one of a whole programme.
func CompareLedger(all []Comparison) []Entry {
	var entries []Entry
	for _, c := range all {
		entries = append(entries, c.entries...)
	}
	return entries
}
