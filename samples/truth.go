package samples

import "slices"

// Truth is what really happened, enough to recompute every figure in plain Go.
// Days are ISO dates, times are local (Europe/London) ISO times without zone.
type Truth struct {
	Community      string          `json:"community"`
	Seed           uint64          `json:"seed"`
	MinimumMinutes int             `json:"minimum_minutes"`
	People         []*Person       `json:"people"`
	Outsiders      []*Outsider     `json:"outsiders"`
	Sessions       []*Session      `json:"sessions"`
	AttendanceRows []AttendanceRow `json:"attendance_rows"`
	Attendance     []Attendance    `json:"attendance"`
	Names          []Name          `json:"names"`
	Items          []Item          `json:"items"`
	Waves          []Wave          `json:"waves"`
	Responses      []Response      `json:"responses"`
	Stories        []Story         `json:"stories"`
	Tables         []Table         `json:"tables"`
	Files          []FileTruth     `json:"files"`
}

// Person is a member of one cohort.
type Person struct {
	MemberID      string `json:"member_id"`
	Cohort        string `json:"cohort"`
	Name          string `json:"name"`
	Email         string `json:"email,omitempty"` // as on the last member list
	PersonalEmail string `json:"personal_email,omitempty"`
	Alias         string `json:"alias,omitempty"`
	OrgUnit       string `json:"org_unit"`
	Sector        string `json:"sector"`
	Function      string `json:"function"`
	Role          string `json:"role"`
	LevelOverride string `json:"level_override,omitempty"`
	FirstDay      string `json:"first_day"`
	LastDay       string `json:"last_day,omitempty"` // blank: still enrolled
	LeaveReason   string `json:"leave_reason,omitempty"`

	keen    float64 // the share of open sessions this person would come to
	twin    bool    // shares the name with another member
	first   string
	pronoun string
}

// EnrolledOn tells whether the person is a member on an ISO day.
func (p *Person) EnrolledOn(day string) bool {
	return p.FirstDay <= day && (p.LastDay == "" || day <= p.LastDay)
}

// Outsider is whoever shows up without being a member: visitor, device, bot or
// shared_account. A device names the member it belongs to; that member is
// always there under an own name as well.
type Outsider struct {
	ID        string `json:"id"`
	Being     string `json:"being"`
	Name      string `json:"name"`
	Email     string `json:"email,omitempty"`
	BelongsTo string `json:"belongs_to,omitempty"`
}

// Session is a gathering as it really was. One with status moved took place on
// Date instead of PlannedOn; a cancelled one did not take place.
type Session struct {
	SessionID    string   `json:"session_id"`
	Cohort       string   `json:"cohort"`
	SeriesID     string   `json:"series_id,omitempty"`
	Date         string   `json:"date"`
	PlannedOn    string   `json:"planned_on"`
	Start        string   `json:"start"`
	Minutes      int      `json:"minutes"`
	Kind         string   `json:"kind"`
	Title        string   `json:"title"`
	Topics       string   `json:"topics"`
	Taxonomy     string   `json:"taxonomy"`
	OpenTo       string   `json:"open_to"`
	Facilitators []string `json:"facilitators"`
	LedBy        string   `json:"led_by"`
	Status       string   `json:"status"`
	Scale        string   `json:"scale"`
	TookPlace    bool     `json:"took_place"`
	HasRegister  bool     `json:"has_register"` // any attendance was delivered
	Recorded     []string `json:"recorded"`     // zoom, teams, register, list
	Invited      []string `json:"invited,omitempty"`
}

// Ref is a row as a spreadsheet program numbers it: sheet 1 and row 1 are the
// first, blank rows count, a cell with line breaks is one row.
type Ref struct {
	File  string `json:"file"`
	Sheet string `json:"sheet,omitempty"` // blank in text files
	Row   int    `json:"row"`
}

// AttendanceRow is one interval or mark in one file. Seconds is Left − Joined;
// nil where the file does not say. Waiting-room rows count for nothing.
type AttendanceRow struct {
	ID        int    `json:"id"`
	Ref       Ref    `json:"ref"`
	EndRow    int    `json:"end_row,omitempty"`    // action logs: the row of Left
	Column    int    `json:"column,omitempty"`     // registers: the column of the mark
	MinuteRow int    `json:"total_row,omitempty"`  // Teams: the same person in section 2
	Session   string `json:"session"`              //
	Name      string `json:"name"`                 // as written
	Email     string `json:"email"`                // as written
	MemberID  string `json:"member_id,omitempty"`  // as written
	Who       string `json:"who"`                  // member or outsider
	Being     string `json:"being"`                // member, visitor, device, bot, shared_account
	Status    string `json:"status"`               // present, invited, declined, excused
	Mode      string `json:"mode"`                 // online, in_person or blank
	Joined    string `json:"joined,omitempty"`     //
	Left      string `json:"left,omitempty"`       //
	Seconds   *int   `json:"seconds,omitempty"`    //
	Stated    *int   `json:"stated,omitempty"`     // minutes as the file states them
	Waiting   bool   `json:"waiting,omitempty"`    // in the waiting room
	OpenEnded bool   `json:"open_ended,omitempty"` // no Left: closed at the last time in the file
}

// Attendance is one true person at one session. Seconds unites intervals (nil:
// unknown). The fields that end in ByRules use only the rows that the
// rules of identity link by themselves, before anybody decides a proposal.
type Attendance struct {
	Session         string   `json:"session"`
	Who             string   `json:"who"`
	Being           string   `json:"being"`
	Enrolled        bool     `json:"enrolled"` // a member on that day
	Status          string   `json:"status"`   // present, too_short, invited, declined, excused
	Attended        bool     `json:"attended"`
	Modes           []string `json:"modes"`
	Seconds         *int     `json:"seconds"`
	AttendedByRules bool     `json:"attended_by_rules"`
	SecondsByRules  *int     `json:"seconds_by_rules"`
	Rows            []int    `json:"rows"`
}

// Name is one way a person appears in one file and what becomes of it: Rule is
// auto_email, auto_id, by_roster_name, same_file_name, proposal, visitor,
// device, bot or shared_account; LinksTo is set where a link is made by itself
// and equals Who, because the generator plants no false friend that links.
type Name struct {
	File    string   `json:"file"`
	Name    string   `json:"name"`
	Email   string   `json:"email"`
	Being   string   `json:"being"`
	Who     string   `json:"who"`
	Rule    string   `json:"rule"`
	Also    []string `json:"also,omitempty"` // rules that hold as well
	LinksTo string   `json:"links_to,omitempty"`
	Why     string   `json:"why"`
}

// Item is a question as the question list has it, for one round, or for every
// round that has no entry of its own.
type Item struct {
	ItemID      string `json:"item_id"`
	WaveID      string `json:"wave_id,omitempty"`
	Header      string `json:"column_header"`
	Text        string `json:"text"`
	Cycle       string `json:"cycle"`
	Construct   string `json:"construct,omitempty"`
	CapitalType string `json:"capital_type,omitempty"`
	Kind        string `json:"kind"`
	Min         int    `json:"scale_min,omitempty"`
	Max         int    `json:"scale_max,omitempty"`
	Direction   string `json:"direction,omitempty"`
}

// ItemsOf are the questions that a round asked: its own entries of the question
// list, and those for all rounds where it has no entry of its own.
func (t *Truth) ItemsOf(wave string) []Item {
	var asked []string
	for _, w := range t.Waves {
		if w.WaveID == wave {
			asked = w.Items
		}
	}
	own := map[string]bool{}
	for _, i := range t.Items {
		own[i.ItemID] = own[i.ItemID] || i.WaveID == wave
	}
	var all []Item
	for _, i := range t.Items {
		if slices.Contains(asked, i.ItemID) && (i.WaveID == wave || i.WaveID == "" && !own[i.ItemID]) {
			all = append(all, i)
		}
	}
	return all
}

// Wave is a survey round, or a form after a session; Invited are those enrolled
// on the day it opened. Of a nameless one nobody knows who answered.
type Wave struct {
	WaveID   string   `json:"wave_id"`
	Cohort   string   `json:"cohort"`
	Opened   string   `json:"opened"`
	Closed   string   `json:"closed"`
	InvitedN string   `json:"invited_n"` // as the survey_waves sheet says it, may be blank
	Invited  []string `json:"invited"`
	Items    []string `json:"items"`             // the questions asked
	Session  string   `json:"session,omitempty"` // what a form after a session is about
	Nameless bool     `json:"nameless,omitempty"`
}

// Response is one row of a survey export. Counts marks the rows that stand for
// a person: not a preview, not late, not superseded by a later complete one.
type Response struct {
	Ref        Ref               `json:"ref"`
	WaveID     string            `json:"wave_id"`
	ResponseID string            `json:"response_id"`   // the survey tool's own, or blank
	Respondent string            `json:"respondent_id"` // as written
	Email      string            `json:"email"`         // as written
	MemberID   string            `json:"member_id"`
	Submitted  string            `json:"submitted"`
	Finished   bool              `json:"finished"`
	What       string            `json:"what"` // answer, preview, partial, repeated, late
	Answered   int               `json:"answered"`
	Complete   bool              `json:"complete"` // at least half of the items
	Counts     bool              `json:"counts"`
	Answers    map[string]Answer `json:"answers"` // by item, blanks left out
	// Unlisted is the answer to a question that no list of questions knows.
	Unlisted string `json:"unlisted,omitempty"`
}

// Answer is a cell: as written, and as a number where the kind has one (likert
// as declared, yes 1, no 0, count).
type Answer struct {
	Raw    string   `json:"raw"`
	Number *float64 `json:"number,omitempty"`
}

// Story holds the last version of a story, by heading; Versions are all rows
// that tell it, oldest first.
type Story struct {
	StoryID  string            `json:"story_id"`
	Cohort   string            `json:"cohort"`
	Teller   string            `json:"teller"` // member or outsider
	Final    Ref               `json:"final"`
	Versions []Ref             `json:"versions"`
	Fields   map[string]string `json:"fields"`
}

// Table is what the sheets of one kind say in the end, by heading: the last
// version of each row where the kind has an id of its own.
type Table struct {
	Kind string   `json:"kind"`
	Rows []Record `json:"rows"`
}

// Record is a row with its place; Versions are all rows that say it, oldest
// first, Ref among them.
type Record struct {
	Ref      Ref               `json:"ref"`
	Versions []Ref             `json:"versions"`
	Values   map[string]string `json:"values"`
}

// FileTruth says what a reader should find in one file, the files read in the
// order of their folders. DataRows are the rows of recognised tables; Notes
// names those that give no fact of their own.
type FileTruth struct {
	Path       string `json:"path"`
	Kind       string `json:"kind"`
	Source     string `json:"source"`
	Sheet      string `json:"sheet,omitempty"`
	HeadingRow int    `json:"heading_row"`
	LastRow    int    `json:"last_row"`
	DataRows   int    `json:"data_rows"`
	Repeated   int    `json:"repeated"`            // same native id and content as an earlier file
	Changed    int    `json:"changed"`             // same native id, other content: the later wins
	ToCheck    int    `json:"to_check"`            // nothing here fails to be a fact
	Questions  int    `json:"questions,omitempty"` // where several columns answer one
	// Renamed are headings as the file has them, by the name they had before.
	Renamed  map[string]string `json:"renamed,omitempty"`
	Sessions []string          `json:"sessions,omitempty"`
	Notes    []Note            `json:"notes,omitempty"`
}

// Note is a row with a reason: preamble, second_heading, blank, total,
// waiting_room, preview, partial, superseded, late, summary, device, bot,
// shared_account, no_mark.
type Note struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}
