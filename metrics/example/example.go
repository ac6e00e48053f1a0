// Package example plays the worked example of an indicator: small tables in,
// figures out, in one file that a facilitator can check by hand.
//
//	Four members; Ana came twice and counts once ... 2 of 4.
//	-- member.csv --
//	member_id, listed
//	ana, yes
//	-- ask --
//	--grain term
//	-- want --
//	cohort, period, value
//	2025, 2025/26 autumn, 0.5
//
// A section NAME.csv fills the table NAME; each ask is followed by its want.
package example

import (
	"fmt"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
)

// Noon is the clock of examples: after everything that they tell.
var Noon = time.Date(2026, 8, 31, 12, 0, 0, 0, time.UTC)

// Community is the one that an example tells of where it names none.
const Community = "c"

// leastSaid is how many letters it takes at least to say how figures come out.
const leastSaid = 100

// Example is one file.
type Example struct {
	// Comment says in words how it comes out.
	Comment   string
	Tables    []Section
	Questions []Question
}

// Section is a part of the file: its name, its text and the line on which that
// begins.
type Section struct {
	Name, Text string
	Line       int
}

// Question is what is asked and what is wanted.
type Question struct{ Ask, Want Section }

// Error is what cannot be understood in an example, and where.
type Error struct {
	Line int
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%d: %v", e.Line, e.Err) }

// Unwrap is what is wrong, without the place.
func (e *Error) Unwrap() error { return e.Err }

func wrong(line int, format string, args ...any) error {
	return &Error{line, fmt.Errorf(format, args...)}
}

// Parse reads an example. A question without what is wanted, or an example that
// says too little of how it comes out, gives *Error.
func Parse(text string) (Example, error) {
	comment, sections := cut(text)
	e := Example{Comment: comment}
	if len(strings.TrimSpace(comment)) < leastSaid {
		return e, wrong(1, "say first, in words, how the figures come out")
	}
	for i := 0; i < len(sections); i++ {
		s := sections[i]
		switch {
		case strings.HasSuffix(s.Name, ".csv"):
			s.Name = strings.TrimSuffix(s.Name, ".csv")
			e.Tables = append(e.Tables, s)
		case s.Name == "ask" && i+1 < len(sections) && sections[i+1].Name == "want":
			i++
			e.Questions = append(e.Questions, Question{s, sections[i]})
		case s.Name == "ask":
			return e, wrong(s.Line-1, "ask is not followed by want")
		case s.Name == "want":
			return e, wrong(s.Line-1, "want without an ask before it")
		default:
			return e, wrong(s.Line-1, "no section %q in an example (want ask, want, or TABLE.csv)", s.Name)
		}
	}
	if e.Questions == nil {
		return e, wrong(1, "the example asks nothing")
	}
	return e, nil
}

// cut is the text before the first line "-- name --", and the sections after.
func cut(text string) (comment string, sections []Section) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		mark := strings.TrimRight(line, " \r\n")
		if name, ok := strings.CutPrefix(mark, "-- "); ok && strings.HasSuffix(name, " --") {
			sections = append(sections, Section{Name: strings.TrimSpace(strings.TrimSuffix(name, "--")), Line: n + 1})
			continue
		}
		if sections == nil {
			comment += line
		} else {
			sections[len(sections)-1].Text += line
		}
	}
	return comment, sections
}

// Scope reads the options of a question: "--grain term --by sector".
func (s Section) Scope() (metrics.Scope, error) {
	scope := metrics.Scope{Community: Community}
	words := strings.Fields(s.Text)
	for i := 0; i < len(words); i += 2 {
		if i+1 == len(words) {
			return scope, wrong(s.Line, "%s needs a value", words[i])
		}
		var err error
		switch value := words[i+1]; words[i] {
		case "--grain":
			scope.Grain, err = vocabulary.ParseGrain(value)
		case "--by":
			scope.By, err = vocabulary.Attributes.Parse(value)
		case "--audience":
			scope.Audience, err = vocabulary.ParseAudience(value)
		case "--cohort":
			scope.Cohorts = append(scope.Cohorts, value)
		case "--since":
			scope.Since, err = Day(value)
		case "--until":
			scope.Until, err = Day(value)
		default:
			err = fmt.Errorf("no option %s in an example (want --grain, --by, --audience, --cohort, --since, --until)", words[i])
		}
		if err != nil {
			return scope, &Error{s.Line, err}
		}
	}
	return scope, nil
}

// Day is the number, since 1970-01-01, of a day written 2025-10-14.
func Day(s string) (int, error) {
	at, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, fmt.Errorf("%q is no day like 2025-10-14", s)
	}
	return int(at.Unix() / (24 * 60 * 60)), nil
}
