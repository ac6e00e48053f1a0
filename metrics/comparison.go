package metrics

// Comparison is one figure of two cohorts at the same time since each began.
type Comparison struct {
	Indicator string `json:"indicator"`
	Title     string `json:"title"`
	Part      string `json:"part"`
	// Offset is the period compared: "programme" for all since the start, else
	// the ordinal of a month or term since the start.
	Offset string `json:"offset"`
	// This is the later cohort's figure, Last the earlier one's, as the gate
	// gives them.
	This Reading `json:"this"`
	Last Reading `json:"last"`
	// Difference is This less Last, Low and High its 95 % interval, in the unit
	// of the readings (fractions for percentages); nil where it may not be said.
	Difference *float64 `json:"difference"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	// Missed is the size of difference that would go unnoticed one time in five
	// or more with this many people, nil where it is not known.
	Missed  *float64 `json:"missed"`
	Verdict Verdict  `json:"verdict"`
	// Reason is the code of why they cannot be compared, "" when they can.
	Reason string `json:"reason"`
	// Primary is the one comparison that was chosen beforehand; the others are
	// judged together by Holm's procedure.
	Primary bool `json:"primary"`
	// Text says all of it in one sentence.
	Text string `json:"text"`
}

// Verdict is how sure a difference is.
type Verdict string

// Clear: the interval leaves out no difference, and those who did not answer
// could not change that. Likely: the interval does. TooFew: it does not, and a
// difference that matters could be missed. AboutTheSame: it does not, and one
// that matters would have been seen. Told: there is a difference but no
// uncertainty to judge it by, such as a count of meetings. NotComparable and
// NotShown have no difference at all.
const (
	Clear         Verdict = "clear"
	Likely        Verdict = "likely"
	TooFew        Verdict = "too_few"
	AboutTheSame  Verdict = "about_the_same"
	Told          Verdict = "told"
	NotComparable Verdict = "not_comparable"
	NotShown      Verdict = "not_shown"
)
