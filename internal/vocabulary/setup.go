package vocabulary

// SetupSheet is one sheet of setup.xlsx, the settings as people fill them in.
type SetupSheet struct {
	// Key is the word for it in code and sentences, Title the name of the sheet.
	Key, Title string
	// Columns are the columns of a sheet that holds a row a thing; those of a
	// sheet that asks are its questions, each with one answer.
	Columns []SetupColumn
	Asks    bool
}

// SetupColumn is a column of a sheet of setup.xlsx, or a question of it.
type SetupColumn struct {
	// Key is the word for it in code and sentences, Heading what stands in the
	// sheet.
	Key, Heading string
	Holds        Holds
	Needed       bool
	// Choice is the closed list of a Word. Offer is what a drop-down shows; each
	// leads to a word of Choice. Without any it shows the words themselves.
	Choice Choice
	Offer  []string
}

// Words for the holds that only settings have.
const (
	Share    Holds = "share"     // 0.75 or 75 %
	MonthDay Holds = "month_day" // 09-01, or a day of any year
)

// The headings of a sheet of setup.xlsx that asks.
const (
	SetupQuestion = "Question"
	SetupAnswer   = "Answer"
	SetupMeaning  = "What it means"
)

// SetupNote is a heading that every sheet may have; it is passed over.
const SetupNote = "Note"

var (
	spoken = Choice{Name: "kind of words", Words: []string{"comment", "asked", "decided", "plan"}, Synonyms: map[string]string{
		"asked of the sponsor": "asked", "what we ask": "asked", "what happened": "decided", "done": "decided", "plans": "plan", "next": "plan"}}
)

// ReportSections are the parts of a report that can be commented, in its order;
// overall stands at the top of page one.
var ReportSections = Choice{Name: "section", Words: []string{"overall", "used", "part", "years", "practices", "flops", "sure"},
	Synonyms: map[string]string{
		"overview": "overall", "summary": "overall", "headline": "overall", "comment": "overall",
		"used and results": "used", "results": "used", "what changed": "used", "what people used": "used",
		"who takes part": "part", "taking part": "part", "attendance": "part", "participation": "part", "members": "part",
		"this year and last": "years", "compared": "years", "comparison": "years", "last year": "years",
		"practices spreading": "practices", "practices tried": "practices", "pilots": "practices",
		"what did not work": "flops", "what went wrong": "flops",
		"how sure we are": "sure", "how sure are we": "sure", "method": "sure", "methods": "sure",
	}}

// Participations says whether coming is voluntary or required.
var Participations = Choice{Name: "participation", Words: []string{"voluntary", "required"}, Synonyms: map[string]string{"mandatory": "required", "compulsory": "required"}}

// SetupSheets are the sheets of setup.xlsx: the template and the reader follow
// from this list.
var SetupSheets = []SetupSheet{
	{Key: "community", Title: "Community", Asks: true, Columns: []SetupColumn{
		{Key: "name", Heading: "What is your community called?", Holds: Text},
		{Key: "purpose", Heading: "What is it for, in one sentence?", Holds: Text},
		{Key: "sponsor", Heading: "Who reads the report?", Holds: Text},
		{Key: "id", Heading: "Short name of the community", Holds: ID},
		{Key: "time_zone", Heading: "Time zone of your meetings", Holds: Label},
		{Key: "year_starts", Heading: "When does your year begin (month-day)?", Holds: MonthDay},
		{Key: "framework", Heading: "Which value cycles do you use?", Holds: Word, Choice: frameworks},
		{Key: "primary", Heading: "Which indicator leads the page?", Holds: ID},
	}},
	{Key: "cohorts", Title: "Cohorts", Columns: []SetupColumn{
		{Key: "title", Heading: "Cohort", Holds: Text, Needed: true},
		{Key: "starts", Heading: "First day", Holds: Day, Needed: true},
		{Key: "ends", Heading: "Last day", Holds: Day},
		{Key: "participation", Heading: "Coming is", Holds: Word, Choice: Participations},
		{Key: "id", Heading: "Short name", Holds: ID},
	}},
	{Key: "terms", Title: "Terms", Columns: []SetupColumn{
		{Key: "title", Heading: "Term", Holds: Text, Needed: true},
		{Key: "starts", Heading: "Begins on (month-day)", Holds: MonthDay, Needed: true},
		{Key: "id", Heading: "Short name", Holds: ID},
	}},
	{Key: "leadership_groups", Title: "Leadership groups", Columns: []SetupColumn{
		{Key: "title", Heading: "Group", Holds: Text, Needed: true},
		{Key: "stewards", Heading: "What it looks after", Holds: Text},
		{Key: "id", Heading: "Short name", Holds: ID},
	}},
	{Key: "agreed_outcomes", Title: "What we set out to move", Columns: []SetupColumn{
		{Key: "title", Heading: "What is measured", Holds: Text, Needed: true},
		{Key: "better", Heading: "Better is", Holds: Word, Choice: betters},
		{Key: "baseline", Heading: "Where we began", Holds: Number},
		{Key: "target", Heading: "Where we want to be", Holds: Number},
		{Key: "measure", Heading: "Short name", Holds: ID},
	}},
	{Key: "targets", Title: "Targets", Columns: []SetupColumn{
		{Key: "indicator", Heading: "Indicator", Holds: ID, Needed: true},
		{Key: "cohort", Heading: "Cohort", Holds: Label},
		{Key: "value", Heading: "Target", Holds: Share, Needed: true},
		{Key: "set_on", Heading: "Set on", Holds: Day},
		{Key: "set_by", Heading: "Set by", Holds: Text},
		{Key: "reason", Heading: "Why", Holds: Text},
	}},
	{Key: "surveys", Title: "Surveys", Columns: []SetupColumn{
		{Key: "title", Heading: "Survey", Holds: Text, Needed: true},
		{Key: "anonymous", Heading: "Promised to be anonymous?", Holds: Flag},
		{Key: "id", Heading: "Short name", Holds: ID},
	}},
	{Key: "words", Title: "Words", Columns: []SetupColumn{
		{Key: "kind", Heading: "What is it?", Holds: Word, Needed: true, Choice: spoken, Offer: []string{"Comment", "Asked", "Decided", "Plan"}},
		{Key: "section", Heading: "About", Holds: Word, Choice: ReportSections,
			Offer: []string{"Overall", "Used and results", "Who takes part", "This year and last", "Practices spreading", "What did not work", "How sure we are"}},
		{Key: "text", Heading: "Text", Holds: Text, Needed: true},
		{Key: "owner", Heading: "Who decides", Holds: Text},
		{Key: "happened", Heading: "What happened", Holds: Text},
		{Key: "day", Heading: "Day", Holds: Day},
	}},
	{Key: "thresholds", Title: "Thresholds", Asks: true, Columns: []SetupColumn{
		{Key: "core", Heading: "They carry it: share of sessions from", Holds: Share},
		{Key: "active", Heading: "Regular: share of sessions from", Holds: Share},
		{Key: "occasional", Heading: "Now and then: share of sessions from", Holds: Share},
		{Key: "minimum_sessions", Heading: "Sessions before anybody is called so", Holds: Whole},
		{Key: "minimum_minutes", Heading: "Minutes that count as having come", Holds: Whole},
		{Key: "minimum_group", Heading: "People a rounded answer needs", Holds: Whole},
		{Key: "minimum_exact", Heading: "People an exact answer needs", Holds: Whole},
		{Key: "minimum_quotes", Heading: "People a comment needs around it", Holds: Whole},
	}},
}

// SetupSheetOf is the sheet of setup.xlsx with this key.
func SetupSheetOf(key string) (SetupSheet, bool) {
	for _, s := range SetupSheets {
		if s.Key == key {
			return s, true
		}
	}
	return SetupSheet{}, false
}

// Offered is what a drop-down shows for the column, nothing without a list.
func (c SetupColumn) Offered() []string {
	if len(c.Offer) > 0 {
		return c.Offer
	}
	return c.Choice.Words
}
