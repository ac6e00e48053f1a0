package vocabulary

import (
	"slices"
	"strings"
)

// Kind is what the rows of a spreadsheet are about. A file's kind is told by
// its headings, never by its name.
type Kind string

// The kinds that foreign layouts produce rows of.
const (
	Roster     Kind = "roster"
	Sessions   Kind = "sessions"
	Attendance Kind = "attendance"
	Meeting    Kind = "meeting"
	Survey     Kind = "survey"
	Waves      Kind = "survey_waves"
	Codebook   Kind = "codebook"
	Stories    Kind = "stories"
)

// Holds says what the cells of a field hold and so where they are kept.
type Holds string

// What cells hold. Text, Name, Email, MemberID and PlatformID never reach the
// schema main: a text leaves a text_id there, a person an alias_id.
const (
	ID         Holds = "id"          // an identifier the community chose: session_id
	Label      Holds = "label"       // a short name of a class of people or things: org_unit
	Word       Holds = "word"        // one of a closed list
	Text       Holds = "text"        // free text
	List       Holds = "list"        // identifiers or labels, separated by ; or |
	People     Holds = "people"      // member ids, e-mails or names, separated by ; or |
	MemberID   Holds = "member_id"   // the member list's own id
	Email      Holds = "email"       // an e-mail address
	Name       Holds = "name"        // a person's name as written
	PlatformID Holds = "platform_id" // a user id of the meeting platform (UPN)
	Day        Holds = "day"         // 2025-09-01
	Clock      Holds = "clock"       // 14:30
	Instant    Holds = "instant"     // 2025-09-01T14:30:00Z, UTC
	Number     Holds = "number"      // 12.5
	Whole      Holds = "whole"       // 12
	Flag       Holds = "flag"        // yes or no
)

// Need says how much a field is needed.
type Need int

// A required field must be there for the sheet to be of its kind.
const (
	Optional Need = iota
	Recommended
	Required
)

// Field is one column of a spreadsheet kind, and of the table it fills.
type Field struct {
	// Heading is the heading as people write it: "member_id".
	Heading string
	// Column is the column of the table; text and person columns get their
	// ending (_text_id, alias_id) from Holds.
	Column string
	Holds  Holds
	Need   Need
	// Choice is the closed list of a Word.
	Choice Choice
	// Person groups the fields that identify one person: "member", "teller".
	Person string
	// loose is the heading as headings are compared.
	loose string
}

// Sheet is one kind of spreadsheet by its own headings.
type Sheet struct {
	Kind Kind
	// Table is the table its rows become, "" where queries/shape has a file for
	// the kind that fills several.
	Table   string
	Title   string
	Purpose string
	Fields  []Field
	// Key lists the headings that identify a row in every export; when one is
	// blank the row's content and its occurrence number do.
	Key []string
	// Modified is the heading whose value says which of two rows is newer.
	Modified string
	// Dated is the heading that says which day a row is about: "from" and "to"
	// of a file are its first and last.
	Dated string
	// Questions: columns that are not fields are questions of a survey.
	Questions bool
	// OneOf lists headings of which at least one must be there.
	OneOf [][]string
	// Landed kinds come from foreign layouts only: no file has these headings.
	Landed bool
}

// SheetOf is the sheet of a kind.
func SheetOf(k Kind) (Sheet, bool) {
	for _, s := range Sheets {
		if s.Kind == k {
			return s, true
		}
	}
	return Sheet{}, false
}

// Index is the position of heading among the fields, -1 when it is none.
// Headings compare loosely: any case, blanks and underscores alike; what people
// write in place of a field's own heading stands for the field.
func (s Sheet) Index(heading string) int {
	for i := range s.Fields {
		if s.Fields[i].Heading == heading {
			return i
		}
	}
	return s.IndexLoose(Loose(heading))
}

// IndexLoose is Index for a heading that is loose already.
func (s Sheet) IndexLoose(loose string) int {
	if i := s.IndexOwn(loose); i >= 0 {
		return i
	}
	return s.meant(loose)
}

// IndexOwn is IndexLoose by the fields' own headings alone.
func (s Sheet) IndexOwn(loose string) int {
	return slices.IndexFunc(s.Fields, func(f Field) bool { return f.loose == loose })
}

// Identifies reports whether the field tells who somebody is.
func (f Field) Identifies() bool {
	return f.Holds == MemberID || f.Holds == Email || f.Holds == Name || f.Holds == PlatformID
}

// AliasColumn is the column that holds the pseudonym of a group of
// identifying fields: alias_id for "member", teller_alias_id for "teller".
func AliasColumn(person string) string {
	if person == "member" {
		return "alias_id"
	}
	return person + "_alias_id"
}

// Persons are the groups of identifying fields, each once, in field order.
func (s Sheet) Persons() []string {
	var all []string
	for _, f := range s.Fields {
		if f.Person != "" && !slices.Contains(all, f.Person) {
			all = append(all, f.Person)
		}
	}
	return all
}

func field(heading string, h Holds, need Need) Field {
	return Field{Heading: heading, Column: columnOf(heading), Holds: h, Need: need, loose: Loose(heading)}
}

// columnOf is the SQL column of a heading: reserved words have another name.
func columnOf(heading string) string {
	switch heading {
	case "on":
		return "made_on"
	case "from":
		return "first_day"
	case "to":
		return "last_day"
	case "date", "session_date":
		return "day_no"
	case "start":
		return "starts"
	case "text":
		return "wording"
	}
	return strings.ReplaceAll(heading, " ", "_")
}

// fields reads the compact notation of sheets.go: `heading:holds` with a
// leading * for required and + for recommended; `heading:holds@person`.
func fields(notation string, words map[string]Choice) []Field {
	var all []Field
	for _, word := range strings.Fields(notation) {
		need := Optional
		switch word[0] {
		case '*':
			need, word = Required, word[1:]
		case '+':
			need, word = Recommended, word[1:]
		}
		word, person, _ := strings.Cut(word, "@")
		heading, holds, _ := strings.Cut(word, ":")
		f := field(heading, Holds(holds), need)
		f.Person = person
		if c, ok := words[heading]; ok {
			f.Choice, f.Holds = c, Word
		}
		all = append(all, f)
	}
	return all
}
