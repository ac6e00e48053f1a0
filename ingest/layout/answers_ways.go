package layout

import (
	"regexp"
	"strings"

	"valuetrail/ingest/sheet"
)

// toolWays are what one tool does otherwise than the rest. The zero toolWays
// does nothing otherwise.
type toolWays struct {
	// unreal is the reason why a row is no response, "" where it is one.
	unreal func(sheet.Row) string
	// finished says yes or no of a row, "" where the tool does not tell.
	finished func(sheet.Row) string
	// wave is the round that a row names, "" for none.
	wave func(sheet.Row) string
	// native identifies a row in every export, "" where nothing does.
	native func(sheet.Row, sending) string
	// noTime tells texts in a column of times that stand for none.
	noTime func(string) bool
	// utc are the roles whose times are in UTC without saying so.
	utc map[string]bool
	// moreTimes are further columns that say when a row was sent: the latest
	// counts.
	moreTimes []int
	// gather brings columns that answer one question together, once it is known
	// what they hold.
	gather func(*answersReader)
	// undated says that a row may lack a time where others have one.
	undated bool
	// repeats says that each row is one turn of questions that a response asks
	// several times over, and no response.
	repeats bool
	// tallies are columns whose values are worth counting.
	tallies []int
}

// columnsOf are the columns that hold the times of a role.
func (a *answerSheet) columnsOf(role string) []int {
	var columns []int
	if c := a.at[role]; c > 0 {
		columns = append(columns, c)
	}
	if role == "sent" {
		columns = append(columns, a.ways.moreTimes...)
	}
	return columns
}

// isNoTime reports that a cell of a column of times holds none.
func (a *answerSheet) isNoTime(text string) bool {
	return sheet.Blank(text) || a.ways.noTime != nil && a.ways.noTime(tidy(text))
}

// dottedClock is a time of day with dots in place of colons, as some languages
// write it behind a day.
var dottedClock = regexp.MustCompile(`^(\S+,? \d{1,2})\.(\d{2})\.(\d{2})$`)

var (
	// spacedDay is a day with a blank behind each point.
	spacedDay = regexp.MustCompile(`^(\d{1,4})\. ?(\d{1,2})\. ?(\d{1,4})\.?(?: +|$)`)
	// halfBefore is a time of day with its half of the day before it, and a word for
	// a time of day before one.
	halfBefore = regexp.MustCompile(` ?(上午|下午|午前|午後|오전|오후) ?(\d{1,2}:\d{2}(?::\d{2})?)$`)
	clockWord  = regexp.MustCompile(` (?:klo|kl\.?|um|à|alle|às) (\d{1,2}[:.]\d{2})`)
)

// timeText is the text of a cell in a column of times, in a way that dates are
// read.
func timeText(cell string) string {
	text := tidy(cell)
	if _, plain := plainISO(text); plain {
		return text
	}
	text = clockWord.ReplaceAllString(text, " $1")
	text = dottedClock.ReplaceAllString(text, "$1:$2:$3")
	text = strings.TrimSpace(spacedDay.ReplaceAllString(text, "$1.$2.$3 "))
	if m := halfBefore.FindStringSubmatchIndex(text); m != nil {
		half := " AM"
		switch text[m[2]:m[3]] {
		case "下午", "午後", "오후":
			half = " PM"
		}
		text = text[:m[0]] + " " + text[m[4]:m[5]] + half
	}
	return text
}

// timeOf is the latest time that a row holds in the columns of a role, the zero
// Moment where they are blank; false when one cannot be read, which it then has
// told.
func (x *answersReader) timeOf(row sheet.Row, role string) (latest Moment, readable bool) {
	for _, c := range x.a.columnsOf(role) {
		if x.a.isNoTime(row.Cell(c)) {
			continue
		}
		text := timeText(row.Cell(c))
		m, ok, open := x.clock[c].read(text)
		switch {
		case open:
			if x.open.cells++; x.open.cells == 1 {
				x.open.first, x.open.text = place{x.a.sheet.No, row.No, c}, text
			}
			return Moment{}, false
		case !ok || m.known < toDay:
			x.problem(place{x.a.sheet.No, row.No, c}, "instant_unreadable", text, "")
			return Moment{}, false
		}
		if latest.IsZero() || m.wall.After(latest.wall) {
			latest = m
		}
	}
	return latest, true
}

// countValuesOf makes the values of a column worth counting, where the file has
// that column.
func (a *answerSheet) countValuesOf(column int) {
	if column > 0 {
		a.ways.tallies = append(a.ways.tallies, column)
	}
}

// tally counts the values of a row that are worth it.
func (x *answersReader) tally(row sheet.Row) {
	for _, c := range x.a.ways.tallies {
		x.count(cell(x.a.names, c), cell(row, c))
	}
}

// unreal is the reason why a row is no response, "" where it is one.
func (x *answersReader) unreal(row sheet.Row) string {
	if x.a.ways.unreal == nil {
		return ""
	}
	return x.a.ways.unreal(row)
}

// finished says whether a response was answered to its end: yes, no or "".
func (x *answersReader) finished(row sheet.Row) string {
	if x.a.ways.finished != nil {
		return x.a.ways.finished(row)
	}
	return complete(x.get(row, "complete"), "")
}

// wave is the round that a row names, else the one that was said.
func (x *answersReader) wave(row sheet.Row) string {
	named := x.get(row, "wave_id")
	if named == "" && x.a.ways.wave != nil {
		named = x.a.ways.wave(row)
	}
	return first(named, x.said.Wave)
}

// readRepeats counts the rows of a table that belongs to responses standing
// elsewhere: each is one turn of a group of questions, so none is a response.
func (r *reading) readRepeats(a answerSheet) error {
	r.sum.Skipped["heading"] += a.heads
	r.sum.Skipped["preamble"] += a.above - a.heads
	r.sum.Columns = max(r.sum.Columns, a.wide)
	n := 0
	for _, err := range a.sheet.Rows() {
		if err != nil {
			return err
		}
		if n++; n > a.above {
			r.sum.Read++
			r.ignore("repeat_group")
		}
	}
	at := place{sheet: a.sheet.No, row: a.names.No}
	if n == a.above {
		r.empty(at)
		return nil
	}
	r.note(at, "repeats_apart", a.sheet.Name, plainNumber(float64(n-a.above)))
	return nil
}
