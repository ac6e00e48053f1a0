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
func Unite(meetings []MeetingSeen, listed []SessionListed, decisions []Decision, zone *time.Location) ([]SameSession, []Question) {
	u := uniter{listed: listed, zone: zone, verdict: map[string]Decision{}, ids: map[string]bool{}}
	for _, d := range decisions {
		if last, ok := u.verdict[d.Subject]; !ok || cmp.Or(cmp.Compare(d.At, last.At), cmp.Compare(d.ID, last.ID)) > 0 {
			u.verdict[d.Subject] = d
		}
	}
	for _, s := range listed {
		u.ids[s.ID] = true
	}
	all := slices.Clone(meetings)
	slices.SortFunc(all, func(a, b MeetingSeen) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
	for _, m := range all {
		u.place(m)
	}
	u.placeRest()
	u.follow()
	slices.SortFunc(u.out, func(a, b SameSession) int { return cmp.Compare(a.MeetingID, b.MeetingID) })
	return u.out, u.questions
}

type uniter struct {
	listed    []SessionListed
	zone      *time.Location
	verdict   map[string]Decision
	ids       map[string]bool
	out       []SameSession
	rest      []MeetingSeen
	questions []Question
}

// follow leads a meeting that somebody said is the same as another to that
// one's session, whatever it has become.
func (u *uniter) follow() {
	session := map[string]string{}
	for _, s := range u.out {
		if s.How != howDeclared {
			session[s.MeetingID] = s.SessionID
		}
	}
	for i, s := range u.out {
		if to, ok := session[s.SessionID]; ok && s.How == howDeclared {
			u.out[i].SessionID = to
		}
	}
}

// place finds the session of a meeting by decision, by name or by the sheet.
func (u *uniter) place(m MeetingSeen) {
	if d, ok := u.verdict[m.ID]; ok && d.Verdict == "same" {
		u.out = append(u.out, SameSession{d.Object, m.ID, howDeclared})
		return
	}
	if m.SessionID != "" {
		u.out = append(u.out, SameSession{m.SessionID, m.ID, howNamed})
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
	switch {
	case len(fits) == 1 && u.verdict[m.ID].Verdict != "other":
		u.out = append(u.out, SameSession{fits[0].ID, m.ID, howListed})
	default:
		u.rest = append(u.rest, m)
		if len(fits) > 1 {
			u.ask(m, fits)
		}
	}
}

// fits are the rows of the sheet on the meeting's day whose time does not
// contradict it, cancelled ones only when nothing else fits.
func (u *uniter) fits(m MeetingSeen) []SessionListed {
	var all, cancelled []SessionListed
	for _, s := range u.listed {
		if s.Day != m.Day || m.Day == 0 {
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
// names it.
func (u *uniter) placeRest() {
	var heads []MeetingSeen
	for _, m := range u.rest {
		var same, maybe []MeetingSeen
		for _, h := range heads {
			switch {
			case h.Day != m.Day || m.Day == 0 || u.verdict[m.ID].Verdict == "other":
			case h.Starts != 0 && m.Starts != 0 && (m.Starts > ends(h)+slack || ends(m)+slack < h.Starts):
			case sameTitle(h.Title, m.Title):
				same = append(same, h)
			default:
				maybe = append(maybe, h)
			}
		}
		if len(same) == 1 {
			u.out = append(u.out, SameSession{same[0].ID, m.ID, howSameDay})
			continue
		}
		heads = append(heads, m)
		u.out = append(u.out, SameSession{m.ID, m.ID, howAlone})
		if len(same)+len(maybe) > 0 {
			u.askMeetings(m, append(same, maybe...))
		}
	}
}

func (u *uniter) ask(m MeetingSeen, rows []SessionListed) {
	q := Question{Kind: "session", Subject: m.ID, Shown: m.Title, FileID: m.FileID}
	for _, s := range rows {
		q.Candidates = append(q.Candidates, Candidate{Object: s.ID, Shown: cmp.Or(s.Title, s.ID), Reason: "same_day"})
	}
	u.questions = append(u.questions, q)
}

func (u *uniter) askMeetings(m MeetingSeen, others []MeetingSeen) {
	q := Question{Kind: "session", Subject: m.ID, Shown: m.Title, FileID: m.FileID}
	for _, o := range others {
		q.Candidates = append(q.Candidates, Candidate{Object: o.ID, Shown: cmp.Or(o.Title, o.ID), Reason: "same_day"})
	}
	u.questions = append(u.questions, q)
}

func ends(m MeetingSeen) int64 { return cmp.Or(m.Ends, m.Starts) }

// sameTitle compares loosely; a blank title agrees with nothing but a blank.
func sameTitle(a, b string) bool { return vocabulary.Loose(a) == vocabulary.Loose(b) }
