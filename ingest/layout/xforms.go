package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
)

// Forms written for phones share a way of writing whatever server gives their
// answers: questions are named by a path of groups, a question of several
// choices gives one column with all that was chosen and, if asked to, one more a
// choice, and questions asked several times over stand in a table of their own.

// xformMeta are what a phone notes by itself, by the name a form gives it.
var xformMeta = map[string]string{
	"start": "began", "end": "ended", "starttime": "began", "endtime": "ended", "today": "today", "deviceid": "device", "subscriberid": "device", "simserial": "device", "simid": "device", "phonenumber": "device",
	"devicephonenum": "device", "username": "device", "audit": "audit", "caseid": "case", "device_info": "device", "duration": "duration",
	"instanceid": "instance", "meta-instanceid": "instance", "meta/instanceid": "instance", "instancename": "instance", "meta-instancename": "instance", "meta/instancename": "instance",
	"meta-audit": "audit", "meta/audit": "audit", "meta/deprecatedid": "instance", "meta-deprecatedid": "instance",
}

// xformName is a heading as those names are written.
func xformName(heading string) string { return strings.ToLower(heading) }

// columnsNamed leads the names of a heading row, as written, to the first column
// of each.
func columnsNamed(row sheet.Row) map[string]int {
	at := map[string]int{}
	for c := 1; c <= len(row.Cells); c++ {
		if h := cell(row, c); h != "" && at[h] == 0 {
			at[h] = c
		}
	}
	return at
}

// takeXform takes the columns that a phone noted by itself: times only where
// they hold times.
func (a *answerSheet) takeXform(rows []sheet.Row) {
	for c := 1; c <= a.wide; c++ {
		role := xformMeta[xformName(cell(a.names, c))]
		if role == "" || a.meta[c] || (role == "began" || role == "ended") && !timesUnder(rows, c) {
			continue
		}
		a.take(role, c)
	}
}

// askXform makes the remaining columns questions. The column of one choice says
// again what the column of all that was chosen says, and asks nothing; where that
// one was left out, each choice is a question by itself. A question's own name is
// the end of its path where no other has that.
func (a *answerSheet) askXform(rows []sheet.Row, separators string) {
	at, ends := columnsNamed(a.names), map[string]int{}
	for c := 1; c <= a.wide; c++ {
		ends[pathEnd(cell(a.names, c), separators)]++
	}
	for c := 1; c <= a.wide; c++ {
		heading := cell(a.names, c)
		switch {
		case a.meta[c]:
		case choiceOf(heading, at) > 0 && ticksUnder(rows, c):
			a.take("choice", c)
		default:
			a.bare[c] = heading == ""
			q := Question{Column: c, Heading: heading}
			if end := pathEnd(heading, separators); end != heading && ends[end] == 1 {
				q.Native = end
			}
			a.ask(q)
		}
	}
}

// choiceOf is the column of all that was chosen beside the column of one choice,
// "q/a" beside "q", 0 for none.
func choiceOf(heading string, at map[string]int) int {
	for i := len(heading) - 1; i > 0; i-- {
		if heading[i] == '/' && i+1 < len(heading) {
			if c := at[strings.TrimSpace(heading[:i])]; c > 0 {
				return c
			}
		}
	}
	return 0
}

// ticksUnder reports that a column holds nothing but whether a box was ticked.
func ticksUnder(rows []sheet.Row, column int) bool {
	for _, row := range rows {
		switch strings.ToLower(cell(row, column)) {
		case "", "0", "1", "0.0", "1.0", "true", "false", "n/a", "na":
		default:
			return false
		}
	}
	return true
}

// pathEnd is the last name of a path.
func pathEnd(heading, separators string) string {
	if strings.ContainsAny(heading, " ?") {
		return heading // a text: whatever stands in it is no path
	}
	if i := strings.LastIndexAny(heading, separators); i >= 0 && i+1 < len(heading) {
		return heading[i+1:]
	}
	return heading
}

// scoped makes keys out of ids that tell the rows of every form apart, or out of
// shorter ones and the form's own questions.
func (a *answerSheet) scoped() func(sheet.Row, sending) string {
	source, form := a.source, a.formName()
	return func(_ sheet.Row, s sending) string {
		if len(s.id) >= 32 {
			return source + "|" + s.id
		}
		return source + "|" + form + "|" + s.id
	}
}
