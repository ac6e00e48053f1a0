package settings

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed starter.yaml
var starterText string

// Answers are what somebody said when asked the first questions; blank ones
// stay comments in the file.
type Answers struct {
	Name, Purpose string
	// CohortTitle is what the cohort is called: "2025/26".
	CohortTitle string
	First, Last Day
	TimeZone    string
	// Sponsor is who reads the report.
	Sponsor string
}

// Starter is a settings file with the answers filled in and every other key as
// a comment with what it means. Without a first day it has no cohort.
func Starter(a Answers) []byte {
	if strings.TrimSpace(a.Name) == "" {
		a.Name = "Our community"
	}
	cohortID, cohorts := cohortLines(a)
	zone := "#: time_zone: Europe/London"
	if a.TimeZone != "" {
		zone = "time_zone: " + quote(a.TimeZone)
	}
	report := "#: report:\n#:   sponsor: Who reads it"
	if a.Sponsor != "" {
		report = "report:\n  sponsor: " + quote(a.Sponsor)
	}
	return []byte(strings.NewReplacer("<ID>", quote(slug(a.Name, "community")), "<NAME>", quote(a.Name), "<PURPOSE>", quote(a.Purpose),
		"<TIME ZONE>", zone, "<COHORTS>", cohorts, "<COHORT ID>", cohortID, "<REPORT>", report).Replace(starterText))
}

// cohortLines are the lines of the cohort, and its id in quotation marks.
func cohortLines(a Answers) (id, lines string) {
	if a.First == 0 {
		lines = `cohorts:
  - id: "2025"
    title: "2025/26"
    starts: 2025-09-01
    ends: 2026-06-30
    participation: voluntary`
		return `"2025"`, "#: " + strings.ReplaceAll(lines, "\n", "\n#: ")
	}
	if strings.TrimSpace(a.CohortTitle) == "" {
		a.CohortTitle = Default().Year(a.First)
	}
	ends := "    #: ends: " + (a.First + 300).String()
	if a.Last != 0 {
		ends = "    ends: " + a.Last.String()
	}
	id = quote(slug(a.CohortTitle, "cohort"))
	return id, strings.Join([]string{"cohorts:", "  - id: " + id, "    title: " + quote(a.CohortTitle), "    starts: " + a.First.String(), ends, "    participation: voluntary"}, "\n")
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
