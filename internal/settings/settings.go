// Package settings reads valuetrail.yaml, setup.xlsx and commentary.md: what a
// community is called, its cohorts and calendar, its thresholds and targets, and
// the words of people in its report. Everything may be left out. It says all that
// is wrong at once, each with its place, and never guesses; it opens no other file
// and knows no database.
package settings

import (
	"time"
	_ "time/tzdata" // Windows and small containers have no time zones of their own

	"valuetrail/internal/vocabulary"
)

// Settings are what a community said about itself. Default gives what holds
// for a key that was left out.
type Settings struct {
	// File is where they were read from, "" for the default ones. Relative
	// file names in them are relative to its folder.
	File      string
	Community Community
	Framework vocabulary.Framework
	// TimeZone is an IANA name, "" when nothing was said: then UTC is assumed.
	TimeZone         string
	AcademicYear     AcademicYear
	Cohorts          []Cohort
	AgreedOutcomes   []Outcome
	LeadershipGroups []Group
	Participation    Participation
	Privacy          Privacy
	Surveys          []Survey
	Targets          []Target
	Report           Report
	Words            Words
	// Indicators is a folder with indicators of one's own, "" for none.
	Indicators string
}

// Community says who this is about.
type Community struct{ ID, Name, Purpose string }

// AcademicYear is how years are cut: its first day and its terms, which need
// not cover it: a term lasts to the day before the next.
type AcademicYear struct {
	Starts MonthDay
	Terms  []Term
}

// Term is a part of each academic year.
type Term struct {
	ID, Title string
	Starts    MonthDay
}

// Cohort is a group of members with a first and a last day; a last day of 0
// means that it is still open.
type Cohort struct {
	ID, Title    string
	Starts, Ends Day
	// Participation is voluntary or required.
	Participation string
}

// Outcome is something the community set out to move. Better is more, less, or ""
// where nobody said; Baseline and Target are nil when none was agreed.
type Outcome struct {
	Measure, Title, Better string
	Baseline, Target       *float64
}

// Group is a leadership group and what it is the steward of.
type Group struct{ ID, Title, Stewards string }

// Participation holds the cut-offs of the levels, as fractions of the sessions
// that were open to somebody, and what counts as having come.
type Participation struct {
	Core, Active, Occasional        float64
	MinimumSessions, MinimumMinutes int
}

// Privacy holds the least numbers of people that figures may rest on.
type Privacy struct {
	MinimumGroup, MinimumExact, MinimumQuotes int
}

// Survey is a questionnaire that comes back round after round.
type Survey struct {
	ID, Title, Codebook string
	// Anonymous rounds are never joined to people.
	Anonymous bool
}

// Target is what an indicator should reach, for one cohort or ("") for all.
type Target struct {
	Indicator, Cohort string
	Value             float64
	SetOn             Day
	SetBy, Reason     string
}

// Report is how reports look and who reads them.
type Report struct {
	Sponsor string
	// Logo names a picture in the folder of the settings, "" for none.
	Logo string
	// Colours are at most two #RRGGBB in which text can be read on white: that of
	// headings and links, then that of what is picked out. None is the program's
	// own.
	Colours  []string
	Language string
	// Primary is the indicator that leads the page, "" for none.
	Primary string
}

// Default is what holds where nothing is said.
func Default() Settings {
	return Settings{
		Framework: vocabulary.VCF2011,
		AcademicYear: AcademicYear{Starts: MonthDay{9, 1}, Terms: []Term{
			{ID: "autumn", Starts: MonthDay{9, 1}}, {ID: "spring", Starts: MonthDay{1, 5}}, {ID: "summer", Starts: MonthDay{4, 15}}}},
		Participation: Participation{Core: 0.75, Active: 0.50, Occasional: 0.20, MinimumSessions: 3, MinimumMinutes: 10},
		Privacy:       Privacy{MinimumGroup: 5, MinimumExact: 10, MinimumQuotes: 10},
		Report:        Report{Language: "en"},
	}
}

// Zone is the time zone that local times are read in, UTC when none was said.
func (s Settings) Zone() *time.Location {
	if s.TimeZone == "" {
		return time.UTC
	}
	zone, err := time.LoadLocation(s.TimeZone)
	if err != nil { // Parse refuses what cannot be loaded
		return time.UTC
	}
	return zone
}

// Cohort is the cohort with this id.
func (s Settings) Cohort(id string) (Cohort, bool) {
	for _, c := range s.Cohorts {
		if c.ID == id {
			return c, true
		}
	}
	return Cohort{}, false
}
