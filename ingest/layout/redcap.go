package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

const redCap = "redcap"

// capMeta leads the tool's own columns, by variable name or by label, to what
// they say.
var capMeta = map[string]string{
	"redcap_event_name": "event", "redcap_repeat_instrument": "instrument", "redcap_repeat_instance": "instance", "redcap_survey_identifier": "identifier", "redcap_data_access_group": "group",
	"event name": "event", "repeat instrument": "instrument", "repeat instance": "instance", "survey identifier": "identifier", "data access group": "group",
}

var (
	capVariable = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	capChoice   = regexp.MustCompile(`\(choice=.*\)$`)
	// capEvent is an event as labels write it: its name, and its arm.
	capEvent = regexp.MustCompile(`^(.*?) \(Arm (\d+): .*\)$`)
)

// capForm is one form of a project: its columns up to the one of its status.
type capForm struct{ first, status int }

// capSheet is what is found of the tool on a sheet.
type capSheet struct {
	own     map[string]int
	forms   []capForm
	names   []string // the variable names of the forms; blank under labels
	times   []int
	record  int
	strange int          // headings that are no variable name
	choices int          // columns of one choice, under labels
	ticks   int          // the same, under variable names
	boxes   map[int]bool // the columns of one choice, under either
	wide    int
}

// findCap finds exports of records of REDCap: a row a record, and where events or
// forms repeat a row each of their turns; under variable names with raw values,
// or under labels.
func findCap(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	if len(rows) == 0 {
		return answerSheet{}, false
	}
	k := lookCap(rows[0], rows[1:])
	sure := k.sure()
	if sure == 0 {
		return answerSheet{}, false
	}
	a := headedBy(redCap, s, rows, 0)
	a.sure = sure
	a.takeAll(k.own)
	a.take("id", k.record)
	for _, f := range k.forms {
		a.meta[f.status] = true
	}
	for _, c := range k.times {
		a.meta[c] = true
	}
	for c := 1; c <= a.wide; c++ {
		if heading := cell(a.names, c); !a.meta[c] {
			a.bare[c] = heading == ""
			a.ask(Question{Column: c, Heading: heading})
		}
	}
	a.capWays(k)
	return a, len(a.asks) > 0
}

// lookCap sorts the headings. A form ends with its status; what stands before
// the first form's own columns says which record the row is of.
func lookCap(head sheet.Row, rows []sheet.Row) capSheet {
	k := capSheet{own: map[string]int{}, boxes: map[int]bool{}, wide: len(head.Cells)}
	begins := 0
	for c := 1; c <= k.wide; c++ {
		h := cell(head, c)
		role := capMeta[strings.ToLower(h)]
		if c == 1 && indexHeading[vocabulary.Loose(h)] && numbersRows(rows, c) {
			role = "index"
		}
		switch {
		case role != "":
			k.own[role] = c
			continue
		case h == "Complete?" && statuses(rows, c), strings.HasSuffix(h, "_complete") && capVariable.MatchString(h) && statuses(rows, c):
			k.forms = append(k.forms, capForm{first: begins, status: c})
			k.names = append(k.names, strings.TrimSuffix(strings.TrimSuffix(h, "Complete?"), "_complete"))
			begins = 0
			continue
		case h == "Survey Timestamp", strings.HasSuffix(h, "_timestamp") && capVariable.MatchString(h) && stamps(rows, c):
			k.times = append(k.times, c)
			continue
		case capChoice.MatchString(h):
			k.choices++
			k.boxes[c] = true
		case strings.Contains(h, "___"):
			k.ticks++
			k.boxes[c] = true
		}
		if !capVariable.MatchString(h) {
			k.strange++
		}
		if k.record == 0 {
			k.record = c
		} else if begins == 0 {
			begins = c
		}
	}
	return k
}

// sure is how sure the headings make.
func (k capSheet) sure() float64 {
	events := k.own["event"] > 0 || k.own["instrument"] > 0 && k.own["instance"] > 0
	switch {
	case k.record != 1+min(k.own["index"], 1) || len(k.forms) == 0 && k.strange > 0 && !(events && k.own["instrument"] > 0):
		return 0
	case k.strange == 0 && (events || k.own["identifier"]+k.own["group"] > 0), len(k.forms) > 0 && (events || k.choices > 0):
		return 0.97
	case len(k.forms) > 0 && k.strange == 0:
		return 0.9
	case len(k.forms) > 0 && k.own["identifier"]+len(k.times) > 0:
		return 0.9
	case len(k.forms) > 0, k.ticks > 1 && k.strange == 0:
		return 0.7
	}
	return 0
}

// statuses reports that a column holds what a form's status can be.
func statuses(rows []sheet.Row, column int) bool {
	for _, row := range rows {
		switch cell(row, column) {
		case "", "0", "1", "2", "Incomplete", "Unverified", "Complete":
		default:
			return false
		}
	}
	return true
}

// stamps reports that a column holds times, or the word for none.
func stamps(rows []sheet.Row, column int) bool {
	for _, row := range rows {
		if text := cell(row, column); text != "" && !isNotCompleted(text) {
			if w, ok := readDate(timeText(text)); !ok || w.known != toClock {
				return false
			}
		}
	}
	return true
}

func isNotCompleted(text string) bool { return text == "[not completed]" }

// capWays says what the tool does otherwise: a row tells its event and which
// turn of which form it is, each form has a status and a time of its own, and
// record numbers begin again in each project.
func (a *answerSheet) capWays(k capSheet) {
	a.ways.undated = true
	a.ways.noTime = isNotCompleted
	a.ways.moreTimes = k.times
	a.countValuesOf(k.own["event"])
	a.countValuesOf(k.own["instrument"])
	if c := k.own["identifier"]; c > 0 {
		a.at["email"] = c // where whoever was asked is known by an address
	}
	a.ways.wave = func(row sheet.Row) string { return eventName(cell(row, k.own["event"])) }
	a.ways.finished = k.finished
	a.ways.unreal = k.untouched
	project := hash(append([]string{vocabulary.Loose(cell(a.names, k.record))}, k.names...)...)
	a.ways.native = func(row sheet.Row, s sending) string {
		return strings.Join([]string{redCap, project, s.id, eventName(cell(row, k.own["event"])), cell(row, k.own["instrument"]), cell(row, k.own["instance"])}, "|")
	}
}

// eventName is an event as variable names write it, out of either writing: the
// label without what is neither letter nor digit, cut at 18, and the arm.
func eventName(event string) string {
	m := capEvent.FindStringSubmatch(event)
	if m == nil {
		return event
	}
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '_':
			return r
		case r == ' ':
			return '_'
		}
		return -1
	}, strings.ToLower(m[1]))
	return strings.Trim(name[:min(len(name), 18)], "_") + "_arm_" + m[2]
}

// finished is yes where every form that the row has something of is complete, no
// where one is not, "" where it has nothing of any.
func (k capSheet) finished(row sheet.Row) string {
	said := ""
	for _, f := range k.forms {
		switch status := cell(row, f.status); {
		case status == "2" || status == "Complete":
			if said == "" {
				said = "yes"
			}
		case status == "1", status == "Unverified", k.holds(row, f):
			said = "no"
		}
	}
	return said
}

// untouched is the reason why a row of a survey is no response: somebody was
// asked and has not filled anything in. It has no time, no form begun or saved,
// and no answer. Where forms have no times they are filled in by the project's own
// people, and a row is there because one of them made it.
func (k capSheet) untouched(row sheet.Row) string {
	if len(k.times) == 0 {
		return ""
	}
	for _, c := range k.times {
		if text := cell(row, c); text != "" && !isNotCompleted(text) {
			return ""
		}
	}
	own := map[int]bool{k.record: true}
	for _, c := range k.own {
		own[c] = true
	}
	for _, f := range k.forms {
		own[f.status] = true
		if status := cell(row, f.status); status != "" && status != "0" && status != "Incomplete" {
			return ""
		}
	}
	for c := 1; c <= k.wide; c++ {
		if !own[c] && k.says(row, c) {
			return ""
		}
	}
	return "unanswered"
}

// holds reports that a row has an answer of a form.
func (k capSheet) holds(row sheet.Row, f capForm) bool {
	if f.first == 0 {
		return false
	}
	for c := f.first; c < f.status; c++ {
		if k.says(row, c) {
			return true
		}
	}
	return false
}

// says reports that a cell holds an answer; a box left empty is none.
func (k capSheet) says(row sheet.Row, column int) bool {
	switch cell(row, column) {
	case "", "Unchecked", "[not completed]":
		return false
	case "0":
		return !k.boxes[column]
	}
	return true
}
