package settings

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

//go:embed starter.yaml
var starterText string

// Answers are what somebody said when asked the first questions; blank ones
// stay open.
type Answers struct {
	Name, Purpose string
	// CohortTitle is what the cohort is called: "2025/26".
	CohortTitle string
	First, Last Day
	TimeZone    string
	// Sponsor is who reads the report.
	Sponsor string
}

// Settings are the settings that the answers make, with the six leadership
// groups that many communities have. Without a first day there is no cohort.
func (a Answers) Settings() Settings {
	s := Default()
	if strings.TrimSpace(a.Name) == "" {
		a.Name = "Our community"
	}
	s.Community = Community{ID: slug(a.Name, "community"), Name: plain(a.Name), Purpose: plain(a.Purpose)}
	s.TimeZone, s.Report.Sponsor = a.TimeZone, plain(a.Sponsor)
	s.LeadershipGroups = slices.Clone(standardGroups)
	if a.First != 0 {
		title := plain(a.CohortTitle)
		if title == "" {
			title = s.Year(a.First)
		}
		s.Cohorts = []Cohort{{ID: nameOf(title, "cohort"), Title: title, Starts: a.First, Ends: a.Last, Participation: "voluntary"}}
	}
	return s
}

// standardGroups are the groups of a well-known practice; a community may have
// others, or none.
var standardGroups = []Group{
	{"agenda_activists", "Agenda activists", "what we learn next"},
	{"community_keepers", "Community keepers", "everybody's voice"},
	{"critical_friends", "Critical friends", "how it is going"},
	{"social_reporters", "Social reporters", "what we remember"},
	{"external_messengers", "External messengers", "our sponsors"},
	{"value_detectives", "Value detectives", "noticing value"},
}

// Starter is a settings file that holds the community's short name, and every
// other key as a comment with what it means: what the settings say of it, or an
// example.
func Starter(s Settings) []byte {
	zone, report := "Europe/London", "Who reads it"
	if s.TimeZone != "" {
		zone = s.TimeZone
	}
	if s.Report.Sponsor != "" {
		report = s.Report.Sponsor
	}
	if len(s.Cohorts) == 0 {
		s.Cohorts = []Cohort{{ID: "2025", Title: "2025/26", Starts: 20332, Ends: 20634, Participation: "voluntary"}}
	}
	if len(s.LeadershipGroups) == 0 {
		s.LeadershipGroups = standardGroups
	}
	return []byte(strings.NewReplacer("<ID>", quote(s.Community.ID), "<NAME>", quote(s.Community.Name), "<PURPOSE>", quote(s.Community.Purpose),
		"<TIME ZONE>", "#: time_zone: "+quote(zone), "<COHORTS>", cohortLines(s.Cohorts), "<COHORT ID>", quote(s.Cohorts[0].ID), "<GROUPS>", groupLines(s.LeadershipGroups),
		"<REPORT>", "#: report:\n#:   sponsor: "+quote(report)).Replace(starterText))
}

func cohortLines(all []Cohort) string {
	lines := []string{"#: cohorts:"}
	for _, c := range all {
		lines = append(lines, "#:   - id: "+quote(c.ID), "#:     title: "+quote(c.Title), "#:     starts: "+c.Starts.String())
		if c.Ends != 0 {
			lines = append(lines, "#:     ends: "+c.Ends.String())
		}
		lines = append(lines, "#:     participation: "+c.Participation)
	}
	return strings.Join(lines, "\n")
}

func groupLines(all []Group) string {
	lines := []string{"#: leadership_groups:"}
	for _, g := range all {
		lines = append(lines, "#:   - {id: "+quote(g.ID)+", title: "+quote(g.Title)+", stewards: "+quote(g.Stewards)+"}")
	}
	return strings.Join(lines, "\n")
}

// plain is s on one line, without what cannot be seen.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsPrint(r):
			return r
		}
		return -1
	}, s)), " ")
}

// quote is s as a YAML string in quotation marks, on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.TrimSpace(s) {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsPrint(r):
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// slug is s in small letters, digits and hyphens, 40 at most; otherwise where
// nothing is left.
func slug(s, otherwise string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() == 40 {
			break
		}
	}
	if id := strings.Trim(b.String(), "-"); id != "" {
		return id
	}
	return otherwise
}
