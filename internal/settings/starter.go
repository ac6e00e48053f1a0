package settings

import (
	"bytes"
	_ "embed"
	"strings"
	"text/template"
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
	fill := map[string]string{
		"ID": quote(slug(a.Name, "community")), "Name": quote(a.Name), "Purpose": quote(a.Purpose), "AnyCohort": `"2025"`,
		"TimeZone": "", "Cohort": "", "CohortTitle": "", "First": a.First.String(), "Last": a.Last.String(), "Sponsor": "",
	}
	if a.TimeZone != "" {
		fill["TimeZone"] = quote(a.TimeZone)
	}
	if a.Sponsor != "" {
		fill["Sponsor"] = quote(a.Sponsor)
	}
	if a.First != 0 {
		if strings.TrimSpace(a.CohortTitle) == "" {
			a.CohortTitle = Default().Year(a.First)
		}
		fill["Cohort"], fill["CohortTitle"] = quote(slug(a.CohortTitle, "cohort")), quote(a.CohortTitle)
		fill["AnyCohort"] = fill["Cohort"]
	}
	var out bytes.Buffer
	if err := template.Must(template.New("starter").Parse(starterText)).Execute(&out, fill); err != nil {
		panic(err) // a broken embedded file
	}
	return out.Bytes()
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
