package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// longAnswer is how many letters make a cell more than a choice or a number.
const longAnswer = 25

// storyTexts are the texts of a story, in the order of its cycles.
var storyTexts = []string{"activity", "output", "application", "outcome_personal", "outcome_organizational", "new_definition_of_success"}

// storyWords lead a question of a story form to the field that it asks for. The
// first that fits counts: the later a cycle, the more of the earlier ones its
// question speaks of. The words are those of the published story form (Wenger,
// Trayner and de Laat 2011, toolkit) and of its usual shortenings.
var storyWords = []struct {
	field string
	words *regexp.Regexp
}{
	{"anonymize", regexp.MustCompile(`^(may|can|could|should) (we|i) (use|show|mention|print|give|include) (your|my|the teller s) name\b`)},
	{"consent_scope", regexp.MustCompile(`\b(consent|permission|confidential)|\b(may|can|could|should) (we|i|others|the (community|team|facilitators?|collector))\b.*\b(share|use|publish|tell|quote|show|pass)|\b(happy|agree|willing|ok|okay) (for|to|with|that|if)\b.*\b(shar|publish|quot)|\b(may|can|could|should) (this|your|my|the) story be (shared|used|published|told|quoted|shown|passed)\b|\bwho (may|can|should) (see|read|hear|know)|\bshar(e|ed|ing) (this|your|my|the) story|\bwith whom\b`)},
	{"anonymize", regexp.MustCompile(`\banonym|\b(use|show|mention|print|give|with|without|include) (your|my|the teller s) name\b|\bmention you by name\b`)},
	{"title", regexp.MustCompile(`^(title|headline|heading|name of (the|your) story|story title)$|\b(a|the) (title|headline) (for|of)\b|\bgive (your|the) story a (title|name|headline)\b`)},
	{"session_id", regexp.MustCompile(`^(session|meeting) (id|number)$`)},
	{"activity_date", regexp.MustCompile(`^(session|meeting|activity) date$|\b(date|day) of (the|this|your) (activity|session|meeting|event|conversation)|\bwhen (did|was) (it|this|that|the (activity|session|meeting|event))\b`)},
	{"application_date", regexp.MustCompile(`\bwhen (did|have) you (first )?(use|used|appl|try|tried|put)|\bdate (of|you) (use|used|applic|applied)`)},
	{"realized_date", regexp.MustCompile(`\bwhen (did|was) (you |the |this |that )?(\w+ )?(see|notice|outcome|result|difference|effect)`)},
	{"activity_ref", regexp.MustCompile(`^(session|meeting|event)( title| name)?$|\bwhich (session|meeting|event|workshop|gathering|activity|peer assist)\b`)},
	{"other_contributors", regexp.MustCompile(`\b(what|who) else\b.*\b(contribut|help|play)|\bother (factors|contributors|influences|causes)`)},
	{"cohort", regexp.MustCompile(`^(your )?cohort$|\bwhich cohort\b`)},
	{"teller_email", regexp.MustCompile(`^(your |my |the teller s )?e ?mail( address)?$`)},
	{"teller_label", regexp.MustCompile(`^(your |my |full |first and last |teller s |the teller s )?name$|^(who is|who s) (telling|the teller)|^(storyteller|teller|told by)$|^your name\b|^who are you$`)},
	{"new_definition_of_success", regexp.MustCompile(`\b(re)?defin\w* (of )?success|\bnew (understanding|view|idea|picture|definition) of\b|\bwhat (success|matters|counts) (is|looks|means|now)|\brefram(e|ed|ing)\b|\btransformative\b|\bchang\w* (how|the way|your (view|understanding|idea|thinking|mind))\b.*\b(success|matters|value|see)|\bwhat (success|matters)\b`)},
	{"outcome_organizational", regexp.MustCompile(`\b(organi[sz]ation|company|compan|firm|business|employer|team|department|workplace|institution|school)\w*\b.*\b(outcome|result|effect|affect|differ|contribut|chang|success|improv|benefit|impact|perform|metric|gain|matter)|\b(outcome|result|effect|affect|differ|contribut|chang|success|improv|benefit|impact|perform)\w*\b.*\b(organi[sz]ation|company|firm|business|employer|team|department|workplace|institution|school)`)},
	{"outcome_personal", regexp.MustCompile(`\b(outcome|result|effect|difference|impact|benefit)s?\b|\b(affect|improve|contribut|chang)\w* (to )?(your|you|my)\b|\breali[sz]ed\b|\bwhat ((has|have|had) )?(changed|come of it|came of it|happened as a result)\b|\bwhat (did|has) (it|this|that) (changed?|done)\b|\bwhat (\w+ )?changes( |$)|\bwhat change (did|have|has)\b|^(any )?changes?$`)},
	{"output", regexp.MustCompile(`\b(could|might|can|will) you\b.*\b(use|apply|try)\b|\byou (could|might|can|will|plan to|intend to) (use|apply|try)\b`)},
	{"application", regexp.MustCompile(`\bappl(y|ied|ication|ying)\b|\bput\w* (\w+ ){0,3}(in|into|to) (practice|use|action)|\b(did|have|how|where) you (\w+ )?(use|used|try|tried|do with)\b|\bhow (\w+ ){0,4}used\b|\bused? (this|it|that|the|what)\b|\bwhere (\w+ ){0,3}used\b|^(use|usage|used|uses)$`)},
	{"enabled_that_would_not_have_happened", regexp.MustCompile(`\bwould (not|otherwise not|never) have (happened|been)`)},
	{"output", regexp.MustCompile(`\b(resources?|outputs?|produced?|insights?|takeaways?|take away|took away|take with you|gain(ed)?|learn(ed|t)?|(get|got) out of|(come|came|comes) out (of|for|from)|what came out|came from it|potential|new (idea|skill|contact|tool|knowledge))\b`)},
	{"activity", regexp.MustCompile(`\bactivit|\bwhat happened\b|\b(took|take|taken|taking) part\b|\b(was|were) you (a )?part of\b|\bparticipat|\bdescribe (the|a|an|your|one) .*\b(session|meeting|event|conversation|experience|moment|situation)|\b(session|meeting|event|conversation|moment)\b.*\b(meaningful|about|describe)|\bimmediate\b`)},
}

// storyForm is which column of a form asks for which field of a story.
type storyForm struct {
	column map[string]int
	texts  []Question // of the six texts, Native the field
	others []Question // what no field is for
	// elsewhere says that it asks how far a story may go, in a language other than
	// English.
	elsewhere bool
}

// thatApply is what a form says beside a question with several boxes: not that
// anything was applied.
var thatApply = regexp.MustCompile(`\b((tick|check|select|choose|mark|click|circle|pick) )?(all|any|those|everything|whatever|whichever) ((that|which|you) )?(may |do )?appl(y|ies)\b`)

// fieldOfStory is the field that a question asks for, "" for none we know.
func fieldOfStory(heading string) string {
	h := strings.TrimSpace(thatApply.ReplaceAllString(looseHeading(heading), ""))
	for _, w := range storyWords {
		if w.words.MatchString(h) {
			return w.field
		}
	}
	return ""
}

// looseHeading is a heading in loose words.
func looseHeading(heading string) string {
	return vocabulary.Loose(strings.NewReplacer("'", " ", "’", " ", ",", " ", "…", " ").Replace(strings.ToLower(tidy(heading))))
}

// findStory leads the columns of a form to the fields of a story. A second
// column for a text that has one goes to none: which is meant is not for us to
// say.
func findStory(asks []Question) storyForm {
	f := storyForm{column: map[string]int{}, elsewhere: tellsElsewhere(asks)}
	for _, q := range asks {
		field := ""
		if f.elsewhere {
			field = fieldElsewhere(first(q.Wording, q.Heading))
		}
		if field == "" {
			field = fieldOfStory(first(q.Wording, q.Heading))
		}
		if field == "" || f.column[field] > 0 {
			f.others = append(f.others, q)
			continue
		}
		f.column[field] = q.Column
		for _, t := range storyTexts {
			if t == field {
				q.Native = field
				f.texts = append(f.texts, q)
			}
		}
	}
	return f
}

// decideKind says whether the rows are stories or responses to a survey: a form
// that asks for an activity, for its use and for two texts more, in the teller's
// own words, is told, and short ones will do where it asks how far the story may
// go; one that asks for less is answered, and so is one whose answers are numbers
// or chosen from a list. Between the two nobody but its owner can say.
func (x *answersReader) decideKind() {
	f := x.form
	whole := len(f.texts) >= 4 && f.column["activity"] > 0 && f.column["application"] > 0
	asks := x.asksForAStory()
	told := x.inOwnWords(f, longAnswer) || (whole || asks) && x.inOwnWords(f, 0)
	switch {
	case x.said.Kind == vocabulary.Stories:
		x.kind = vocabulary.Stories
	case x.said.Kind == vocabulary.Survey, len(f.texts) < 2, len(f.texts) == 2 && !asks, !told:
		x.kind = vocabulary.Survey
	case whole && (asks || x.inOwnWords(f, longAnswer)):
		x.kind = vocabulary.Stories
	default:
		x.kind = vocabulary.Survey
		x.undecided = true
		x.problem(place{sheet: x.a.sheet.No, row: x.a.names.No}, "stories_or_survey", "", "")
	}
	if x.kind == vocabulary.Stories {
		x.decideStoryDays()
		x.tellStoryColumns()
	}
}

// asksForAStory reports that the form asks how far a story may go, by that word.
func (x *answersReader) asksForAStory() bool {
	c := x.form.column["consent_scope"]
	return c > 0 && (x.form.elsewhere || strings.Contains(strings.ToLower(cell(x.a.names, c)), "stor"))
}

// inOwnWords reports that most texts are told in at least so many letters and in
// more than a word or a number, and seldom in the same words; a form that nobody
// has answered yet is taken by its questions.
func (x *answersReader) inOwnWords(f storyForm, letters int) bool {
	answered, words := 0, 0
	for _, q := range f.texts {
		seen := x.seen[q.Column]
		if seen.filled == 0 {
			continue
		}
		answered++
		told, different := seen.told, len(seen.words)
		if letters > 0 {
			told, different = seen.long, seen.longWords()
		}
		if told*2 >= seen.filled && different*2 >= told {
			words++
		}
	}
	return words*2 > answered || answered == 0
}

// tellStoryColumns tells which texts the form asked for, and which columns it
// has that no field of a story is for.
func (x *answersReader) tellStoryColumns() {
	x.sum.Questions = append(x.sum.Questions, x.form.texts...)
	for _, q := range x.form.others {
		if q.Heading != "" {
			x.sum.Questions = append(x.sum.Questions, q)
			x.note(place{x.a.sheet.No, x.a.names.No, q.Column}, "column_unknown", q.Heading, "")
		}
	}
}

// storyDays are the fields of a story that hold days.
var storyDays = []string{"activity_date", "application_date", "realized_date"}

// decideStoryDays decides in which order each column of days is written.
func (x *answersReader) decideStoryDays() {
	columns := map[int]*dateColumn{}
	for _, field := range storyDays {
		if c := x.form.column[field]; c > 0 {
			columns[c] = &dateColumn{}
		}
	}
	if len(columns) == 0 {
		return
	}
	n := 0
	for row, err := range x.a.sheet.Rows() {
		if err != nil {
			return // the pass that gives the rows meets it too, and says so
		}
		if n++; n <= x.a.above {
			continue
		}
		for at, c := range columns {
			if text := row.Cell(at); !sheet.Blank(text) && !isISO(text) {
				c.add(timeText(text))
			}
		}
	}
	known := x.clock
	for at, c := range columns {
		order := c.order()
		if order == "" && x.said.DateOrder != "" {
			order = x.said.DateOrder
		}
		if order == "" {
			order = x.orderOfTimes()
		}
		known[at] = dates{order: order}
	}
}

// orderOfTimes is the order that the file's times are written in, "" when they
// do not tell: days that people pick are written like them.
func (x *answersReader) orderOfTimes() string { return x.clock[x.timeColumn()].order }
