package ingest

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// tally works out what one file yields by itself, from its canonical rows.
type tally struct {
	sum      layout.Summary
	zone     *time.Location
	counted  Facts
	names    map[string]bool
	emails   map[string]bool
	ids      map[string]bool
	people   map[string]bool
	sessions []string
	meetings map[string]*meetingTally
	came     map[string]*cameTally // by meeting, which may be told of later
	stays    map[string][]stay
	stories  map[string]bool
	others   map[string]bool
	// attended are the handles of attendance rows, where a register lists others.
	attended map[handle]bool
	// responses are the places of the responses, keys what each is known by.
	responses map[cellPlace]bool
	keys      map[string]bool
	known     names
}

type meetingTally struct{ receipt SessionReceipt }

type cameTally struct {
	attendances int
	people      map[string]bool
}

// cellPlace is a row of a sheet.
type cellPlace struct{ sheet, row int }

// stay is one known interval of somebody at a meeting, in seconds.
type stay struct{ from, to int64 }

// newTally is one that has taken no row yet, of a file with this summary.
func newTally(sum layout.Summary, zone *time.Location) *tally {
	return &tally{sum: sum, zone: zone, names: map[string]bool{}, emails: map[string]bool{}, ids: map[string]bool{}, people: map[string]bool{},
		meetings: map[string]*meetingTally{}, came: map[string]*cameTally{}, stays: map[string][]stay{}, stories: map[string]bool{}, others: map[string]bool{},
		attended: map[handle]bool{}, responses: map[cellPlace]bool{}, keys: map[string]bool{}, known: newNames()}
}

// facts are those of all rows taken.
func (t *tally) facts() (Facts, []SessionReceipt) {
	t.listed(t.sum.Listed)
	sum := t.sum
	f := t.counted
	f.People, f.Sessions, f.Stories = len(t.people), len(t.meetings), len(t.stories)
	f.DistinctIDs, f.DistinctNames, f.DistinctEmails = len(t.ids), len(t.names), len(t.emails)
	f.NotPeople = len(t.others)
	f.MinutesUnion += t.unitedMinutes()
	f.MinutesSum, f.MinutesUnion = thousandth(f.MinutesSum), thousandth(f.MinutesUnion)
	f.Columns, f.Questions = sum.Columns, distinctQuestions(sum)
	if sum.Stated >= 0 {
		f.StatedParticipants = &sum.Stated
	}
	sessions := make([]SessionReceipt, 0, len(t.sessions))
	for _, id := range t.sessions {
		m := t.meetings[id]
		if c := t.came[id]; c != nil {
			m.receipt.People, m.receipt.Attendances = len(c.people), c.attendances
		}
		sessions = append(sessions, m.receipt)
	}
	return f, sessions
}

func thousandth(x float64) float64 { return math.Round(x*1000) / 1000 }

func distinctQuestions(sum layout.Summary) int {
	if sum.Kind != vocabulary.Survey {
		return 0
	}
	seen := map[string]bool{}
	for _, q := range sum.Questions {
		seen[cmp.Or(q.Of, q.Native, q.Heading, strconv.Itoa(q.Column))] = true
	}
	return len(seen)
}

// take adds one row.
func (t *tally) take(r Canonical) {
	s, ok := vocabulary.SheetOf(r.Kind)
	if !ok {
		return
	}
	get := func(heading string) string { return fieldOf(s, r.Fields, heading) }
	switch r.Kind {
	case vocabulary.Meeting:
		t.meeting(get)
		return
	case vocabulary.Attendance:
		t.attendance(s, r, get)
	case vocabulary.Survey:
		if !t.keys[r.Key] { // what stands twice in a workbook was answered once
			t.keys[r.Key] = true
			t.counted.Responses++
			t.responses[cellPlace{r.Sheet, r.Row.Row}] = true
		}
		t.ids[cmp.Or(get("response_id"), r.Key)] = true
	case vocabulary.Sessions:
		t.meetings["listed "+r.Key] = &meetingTally{}
	case vocabulary.Stories:
		t.stories[get("story_id")] = true
		t.ids[get("story_id")] = true
	case "story_codes":
		t.counted.Codes++
	}
	for i, group := range s.Persons() {
		who := t.known.person(s, group, r.Fields)
		if alias := r.Values[len(s.Fields)+i]; alias != "" && (group == "member" || r.Kind == vocabulary.Stories) {
			t.people[alias] = true
		}
		if group == "member" || group == "teller" {
			t.seen(who)
		}
	}
}

// note remembers who has an attendance row.
func (t *tally) note(who person) {
	for _, h := range append(who.sure(), handle{"name", who.name}) {
		t.attended[h] = true
	}
}

// listed counts those of a register of whom no mark was loaded.
func (t *tally) listed(all []layout.Named) {
	for _, n := range all {
		who := memberOrElse(person{email: layout.NormaliseEmail(n.Email), name: t.known.Normalise(n.Name), shown: n.Name}, n.Member)
		if h := who.best(); !t.attended[h] {
			t.people["listed "+h.kind+" "+h.value] = true
		}
		t.note(who)
		t.seen(who)
	}
}

func (t *tally) seen(who person) {
	if who.shown != "" {
		t.names[strings.TrimSpace(who.shown)] = true
	}
	if who.email != "" {
		t.emails[who.email] = true
	}
}

func (t *tally) meeting(get func(string) string) {
	id := get("meeting_id")
	if t.meetings[id] != nil {
		return
	}
	t.meetings[id] = &meetingTally{receipt: SessionReceipt{Title: get("title"),
		Start: cmp.Or(local(get("starts_at"), t.zone), get("date")), End: local(get("ends_at"), t.zone)}}
	t.sessions = append(t.sessions, id)
	if n, err := strconv.Atoi(get("headcount")); err == nil {
		t.counted.Headcount += n
	}
}

func (t *tally) attendance(s vocabulary.Sheet, r Canonical, get func(string) string) {
	alias := r.Values[len(s.Fields)]
	if len(t.sum.Listed) > 0 {
		t.note(t.known.person(s, "member", r.Fields))
	}
	if seen := get("seen_as"); seen != "" && seen != "person" {
		t.others[get("name")] = true
	}
	if !cameTo(get("status")) {
		return
	}
	t.counted.Attendances++
	t.at(get("meeting_id"), alias)
	minutes, err := strconv.ParseFloat(get("minutes"), 64)
	if err == nil {
		t.counted.MinutesSum += minutes
	}
	from, to := instant(get("joined")), instant(get("left"))
	switch {
	case from != 0 && to != 0:
		t.counted.Intervals++
		who := cmp.Or(alias, get("email"), get("name")) + " " + get("meeting_id")
		t.stays[who] = append(t.stays[who], stay{from, to})
		if get("open") == "yes" {
			t.counted.OpenIntervals++
			return
		}
		seconds := to - from
		if err == nil && math.Abs(minutes-math.Round(minutes)) > 1e-9 {
			seconds = int64(math.Round(minutes * 60))
		}
		t.counted.SecondsSum += int(seconds)
	case err == nil:
		t.counted.Intervals++
		t.counted.SecondsSum += int(math.Round(minutes * 60))
		t.counted.MinutesUnion += minutes
	}
}

// at counts somebody at a meeting.
func (t *tally) at(meeting, alias string) {
	c := t.came[meeting]
	if c == nil {
		c = &cameTally{people: map[string]bool{}}
		t.came[meeting] = c
	}
	c.attendances++
	if alias != "" {
		c.people[alias] = true
	}
}

// cameTo reports whether a status says that somebody was there; one who joined
// has none.
func cameTo(status string) bool {
	return status == "" || status == "present" || status == "late"
}

// unitedMinutes is the time of each person at each meeting, overlaps counted
// once.
func (t *tally) unitedMinutes() float64 {
	var seconds int64
	for _, all := range t.stays {
		slices.SortFunc(all, func(a, b stay) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
		reached := int64(math.MinInt64)
		for _, s := range all {
			if s.to > max(reached, s.from) {
				seconds += s.to - max(reached, s.from)
				reached = s.to
			}
		}
	}
	return float64(seconds) / 60
}

func instant(s string) int64 {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return 0
	}
	return t.Unix()
}

// local is an instant as the clock on the wall showed it.
func local(s string, zone *time.Location) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return ""
	}
	return t.In(zone).Format(time.DateTime)
}
