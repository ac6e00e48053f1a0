package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"valuetrail/internal/vocabulary"
)

// How a meeting's session is known.
const (
	howNamed    = "named"    // the file names the session
	howListed   = "listed"   // one row of the sessions sheet fits
	howSameDay  = "same_day" // the same title, day and time as another meeting
	howAlone    = "alone"    // no other record of it
	howDeclared = "decided"
)

// slack is how far apart two records of one meeting may start and end.
const slack = 15 * 60

// Unite decides which session each recorded meeting was. A row of the sessions
// sheet on the same day, whose time overlaps or is unknown, is it when only one
// fits; meetings that no row fits are one session when day and title agree and
// their times do not contradict. Where only the day agrees it is a question.
// The answer depends on the sets, not on their order.
func Unite(meetings []MeetingSeen, listed []SessionListed, decisions []Decision, zone *time.Location) ([]SameSession, []Question) {
	u := uniter{meetings: slices.Clone(meetings), listed: slices.Clone(listed), zone: zone, ids: map[string]bool{}, found: map[string]SameSession{}}
	slices.SortFunc(u.meetings, func(a, b MeetingSeen) int { // those whose time is known first
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(unknown(a.Starts), unknown(b.Starts)), cmp.Compare(a.Starts, b.Starts), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(u.listed, func(a, b SessionListed) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Starts, b.Starts), cmp.Compare(a.ID, b.ID))
	})
	for _, s := range u.listed {
		u.ids[s.ID] = true
	}
	u.said = heard(decisions)
	u.said.breakCircles()
	for _, m := range u.meetings {
		if u.said.same[m.ID] == "" {
			u.place(m)
		}
	}
	u.placeRest()
	var out []SameSession
	for _, m := range u.meetings {
		out = append(out, u.session(m.ID))
	}
	slices.SortFunc(out, func(a, b SameSession) int { return cmp.Compare(a.MeetingID, b.MeetingID) })
	return out, u.questions
}

func unknown(starts int64) int {
	if starts == 0 {
		return 1
	}
	return 0
}

type uniter struct {
	meetings  []MeetingSeen
	listed    []SessionListed
	zone      *time.Location
	said      verdicts
	ids       map[string]bool
	found     map[string]SameSession
	heads     []head
	rest      []MeetingSeen
	questions []Question
}

// head is a session that no row of the sheet lists: what its meetings agree on,
// and the time they took together.
type head struct {
	MeetingSeen
	session string
}

// session is where a meeting belongs: what was decided leads to a row of the
// sheet or to where another meeting belongs.
func (u *uniter) session(meeting string) SameSession {
	at := meeting
	for u.said.same[at] != "" {
		at = u.said.same[at]
	}
	s, placed := u.found[at]
	switch {
	case !placed:
		s.SessionID = at
		fallthrough
	case at != meeting:
		s.MeetingID, s.How = meeting, howDeclared
	}
	return s
}

// place finds the session of a meeting by name or by the sheet.
func (u *uniter) place(m MeetingSeen) {
	if m.SessionID != "" {
		u.found[m.ID] = SameSession{m.SessionID, m.ID, howNamed}
		if !u.ids[m.SessionID] {
			u.extend(m, m.SessionID)
		}
		return
	}
	fits := u.fits(m)
	if len(fits) > 1 {
		if same := slices.DeleteFunc(slices.Clone(fits), func(s SessionListed) bool { return !sameTitle(s.Title, m.Title) }); len(same) == 1 {
			fits = same
		} else if timed := u.overlapping(m, fits); len(timed) == 1 {
			fits = timed
		}
	}
	if len(fits) == 1 && !u.another(m, fits[0]) {
		u.found[m.ID] = SameSession{fits[0].ID, m.ID, howListed}
		return
	}
	u.rest = append(u.rest, m)
	u.ask(m, fits)
}

// another reports whether a row for a whole day means another meeting than m:
// one that bears its title, at a time when m was not.
func (u *uniter) another(m MeetingSeen, s SessionListed) bool {
	if from, _ := u.span(s); from != 0 || sameTitle(s.Title, m.Title) {
		return false
	}
	return slices.ContainsFunc(u.meetings, func(o MeetingSeen) bool {
		return o.Day == m.Day && sameTitle(o.Title, s.Title) && apart(o, m)
	})
}

// fits are the rows of the sheet on the meeting's day whose time does not
// contradict it, cancelled ones only when nothing else fits.
func (u *uniter) fits(m MeetingSeen) []SessionListed {
	var all, cancelled []SessionListed
	for _, s := range u.listed {
		if s.Day != m.Day || m.Day == 0 || u.said.apart[[2]string{m.ID, s.ID}] {
			continue
		}
		if from, to := u.span(s); from != 0 && m.Starts != 0 && (m.Starts > to+slack || ends(m)+slack < from) {
			continue
		}
		if s.Status == "cancelled" {
			cancelled = append(cancelled, s)
			continue
		}
		all = append(all, s)
	}
	if len(all) == 0 {
		return cancelled
	}
	return all
}

// overlapping are the rows whose known time overlaps the meeting's known time.
func (u *uniter) overlapping(m MeetingSeen, rows []SessionListed) []SessionListed {
	if m.Starts == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(rows), func(s SessionListed) bool {
		from, to := u.span(s)
		return from == 0 || m.Starts > to || ends(m) < from
	})
}

// span is the time of a row of the sheet in seconds, 0 when it names no start;
// without a length it lasts two hours.
func (u *uniter) span(s SessionListed) (from, to int64) {
	hour, minute, ok := strings.Cut(s.Starts, ":")
	h, err1 := strconv.Atoi(hour)
	n, err2 := strconv.Atoi(minute)
	if !ok || err1 != nil || err2 != nil {
		return 0, 0
	}
	day := time.Unix(int64(s.Day)*86400, 0).UTC()
	from = time.Date(day.Year(), day.Month(), day.Day(), h, n, 0, 0, u.zone).Unix()
	return from, from + int64(cmp.Or(s.Minutes, 120)*60)
}

// placeRest unites what no row of the sheet fits. The first record of a session
// names it, unless a file did.
func (u *uniter) placeRest() {
	for _, m := range u.rest {
		var same, maybe []head
		for _, h := range u.heads {
			switch {
			case h.Day != m.Day || m.Day == 0 || apart(h.MeetingSeen, m) || u.said.apart[[2]string{m.ID, h.ID}]:
			case sameTitle(h.Title, m.Title):
				same = append(same, h)
			default:
				maybe = append(maybe, h)
			}
		}
		if len(same) == 1 {
			u.found[m.ID] = SameSession{same[0].session, m.ID, howSameDay}
			u.extend(m, same[0].session)
			continue
		}
		u.found[m.ID] = SameSession{m.ID, m.ID, howAlone}
		u.extend(m, m.ID)
		u.askMeetings(m, append(same, maybe...))
	}
}

// extend adds a meeting to a session that no sheet lists.
func (u *uniter) extend(m MeetingSeen, session string) {
	i := slices.IndexFunc(u.heads, func(h head) bool { return h.session == session && h.Day == m.Day })
	if i < 0 {
		u.heads = append(u.heads, head{m, session})
		return
	}
	h := &u.heads[i]
	if m.Starts != 0 && (h.Starts == 0 || m.Starts < h.Starts) {
		h.Starts = m.Starts
	}
	h.Ends, h.Title = max(ends(h.MeetingSeen), ends(m)), cmp.Or(h.Title, m.Title)
}

func (u *uniter) ask(m MeetingSeen, rows []SessionListed) {
	var all []Candidate
	for _, s := range rows {
		all = append(all, Candidate{Object: s.ID, Shown: strings.TrimSpace(dayText(s.Day) + " " + s.Starts + " " + cmp.Or(s.Title, s.ID)), Reason: "same_day"})
	}
	u.wonder(m, all)
}

func (u *uniter) askMeetings(m MeetingSeen, others []head) {
	var all []Candidate
	for _, o := range others {
		all = append(all, Candidate{Object: o.session, Shown: u.shown(o.MeetingSeen), Reason: "same_day"})
	}
	u.wonder(m, all)
}

func (u *uniter) wonder(m MeetingSeen, all []Candidate) {
	if len(all) > 0 {
		u.questions = append(u.questions, Question{Kind: "session", Subject: m.ID, Shown: u.shown(m), FileID: m.FileID, Candidates: all})
	}
}

// apart reports whether the known times of two meetings contradict their being
// one.
func apart(a, b MeetingSeen) bool {
	return a.Starts != 0 && b.Starts != 0 && (a.Starts > ends(b)+slack || b.Starts > ends(a)+slack)
}

func ends(m MeetingSeen) int64 { return max(m.Ends, m.Starts) }

// sameTitle compares loosely; a blank title agrees with nothing but a blank.
func sameTitle(a, b string) bool { return vocabulary.Loose(a) == vocabulary.Loose(b) }

// shown is a meeting as people know it: day, time and title.
func (u *uniter) shown(m MeetingSeen) string {
	clock := ""
	if m.Starts != 0 {
		clock = time.Unix(m.Starts, 0).In(u.zone).Format("15:04")
	}
	return strings.Join(strings.Fields(dayText(m.Day)+" "+clock+" "+m.Title), " ")
}

// dayText is a day as 2006-01-02, "" for none.
func dayText(day int) string {
	if day == 0 {
		return ""
	}
	return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
}
