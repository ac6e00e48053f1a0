package main

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/samples"
)

func TestEverybodyWhoTookPartIsKnown(t *testing.T) {
	inWorlds(t, func(w *world) {
		var members []string
		for _, p := range w.truth.People {
			members = append(members, w.join(p.MemberID, p.Name, w.addressOf(p)))
		}
		w.same("members", w.lines(`SELECT m.member_id, p.display_name, p.email FROM main.member AS m
			JOIN private.person AS p USING (community_id, member_id) WHERE m.listed`), members)
		others := map[string]bool{}
		for _, s := range w.stays() {
			if !w.isMember(s.who) {
				others[s.who] = true
			}
		}
		var visitors []string
		for id := range others {
			visitors = append(visitors, id)
		}
		w.same("visitors and names that wait", w.lines(`SELECT DISTINCT m.member_id FROM main.member AS m
			JOIN main.presence AS p USING (community_id, member_id) WHERE NOT m.listed`), visitors)
	})
}

// addressOf is the e-mail address of the member list, else one that a file has
// beside the name.
func (w *world) addressOf(p *samples.Person) string {
	best := p.Email
	for _, n := range w.truth.Names {
		if p.Email == "" && n.LinksTo == p.MemberID && n.Email != "" && (best == "" || n.Email < best) {
			best = strings.ToLower(n.Email)
		}
	}
	return best
}

func TestMembersBelongFromTheFirstDayToTheLast(t *testing.T) {
	inWorlds(t, func(w *world) {
		var want []string
		for _, p := range w.truth.People {
			last := p.LastDay
			if last == "" {
				last = lastDayOf(p.Cohort)
			}
			want = append(want, w.join(p.MemberID, p.Cohort, p.FirstDay, last, p.OrgUnit, p.Sector, p.Function, p.Role, p.LevelOverride, p.LeaveReason))
		}
		w.same("enrolment", w.lines(`SELECT member_id, cohort_id, strftime(DATE '1970-01-01' + first_day, '%Y-%m-%d'),
			strftime(DATE '1970-01-01' + last_day, '%Y-%m-%d'), org_unit, sector, function, role, level_override, leave_reason FROM main.enrolment`), want)
	})
}

// Every file about a meeting leads to one session: the hybrid one is united, the
// moved one is on the day it was held, the cancelled one has no register.
func TestSessionsAreThoseThatWerePlanned(t *testing.T) {
	inWorlds(t, func(w *world) {
		var sessions, facilitators, records []string
		for _, s := range w.truth.Sessions {
			sessions = append(sessions, w.join(s.SessionID, s.Cohort, s.Date, s.PlannedOn, s.Start, s.Minutes, s.Kind, s.Title, s.Taxonomy, s.OpenTo, s.LedBy, s.Status, s.Scale, s.HasRegister))
			for _, f := range s.Facilitators {
				facilitators = append(facilitators, w.join(s.SessionID, f))
			}
			for _, r := range s.Recorded {
				if r, _, _ = strings.Cut(r, "_"); r != "list" { // by our own headings
					records = append(records, w.join(s.SessionID, r))
				}
			}
		}
		w.same("sessions", w.lines(`SELECT s.session_id, c.cohort_id, strftime(DATE '1970-01-01' + s.day_no, '%Y-%m-%d'),
			strftime(DATE '1970-01-01' + s.planned_on, '%Y-%m-%d'), s.starts, s.minutes, s.kind, t.words, s.taxonomy, s.open_to, s.led_by, s.status, s.scale, s.has_register
			FROM main.session AS s LEFT JOIN main.session_cohort AS c USING (community_id, session_id)
			LEFT JOIN private.text AS t ON t.text_id = s.title_text_id WHERE s.counts`), sessions)
		w.same("facilitators", w.lines(`SELECT session_id, member_id FROM main.session_facilitator`), facilitators)
		w.same("records of sessions", w.lines(`SELECT DISTINCT s.session_id, f.source FROM main.same_session AS s
			JOIN main.attendance AS a USING (community_id, meeting_id) JOIN main.source_file AS f USING (community_id, file_id)
			WHERE a.counts AND f.source <> 'own'`), records)
	})
}

// stay is everything that one person left at one session.
type stay struct {
	session, who, status string
	modes                []string
	seconds              int
	timed, attended      bool
	rows                 []samples.AttendanceRow
}

// stays unites the truth's rows by session and by whoever the rules, without
// any answer from people, take the row for.
func (w *world) stays() []*stay {
	by := map[string]*stay{}
	var all []*stay
	for _, r := range w.lastRows() {
		who := w.ruled(r)
		if who == "" || r.Waiting {
			continue
		}
		s := by[r.Session+" "+who]
		if s == nil {
			s = &stay{session: r.Session, who: who}
			by[r.Session+" "+who] = s
			all = append(all, s)
		}
		s.rows = append(s.rows, r)
	}
	for _, s := range all {
		s.unite(w.truth.MinimumMinutes)
	}
	return all
}

// ruled is who the rules take a row for: the member it links to by itself, the
// visitor, a name that waits for somebody to decide (or, once decided, whoever
// it is), or nobody.
func (w *world) ruled(r samples.AttendanceRow) string {
	name := r.Name
	if r.MemberID != "" {
		name = r.MemberID
	}
	for _, n := range w.truth.Names {
		if n.File != r.Ref.File || n.Name != name || n.Email != r.Email {
			continue
		}
		switch {
		case n.LinksTo != "":
			return n.LinksTo
		case n.Rule == "proposal" && w.decided:
			return n.Who
		case n.Rule == "visitor" || n.Rule == "proposal":
			return w.identityOf("", n.Email, n.Name)
		}
		return ""
	}
	w.Errorf("the truth does not say who %q is in %s", name, r.Ref.File)
	return ""
}

// lastRows leaves out what a later copy of the same register or list repeats:
// one mark a person's row, session and file family.
func (w *world) lastRows() []samples.AttendanceRow {
	family := func(r samples.AttendanceRow) string {
		switch {
		case r.Column > 0:
			return fmt.Sprint("register ", r.Session, " ", r.Name)
		case r.MemberID != "":
			return fmt.Sprint("list ", r.Session, " ", r.MemberID)
		}
		return fmt.Sprint("row ", r.ID)
	}
	last := map[string]int{}
	for i, r := range w.truth.AttendanceRows {
		if before, ok := last[family(r)]; !ok || w.truth.AttendanceRows[before].Ref.File < r.Ref.File {
			last[family(r)] = i
		}
	}
	var all []samples.AttendanceRow
	for i, r := range w.truth.AttendanceRows {
		if last[family(r)] == i {
			all = append(all, r)
		}
	}
	return all
}

// unite adds the rows up: overlapping intervals once, marks without a time as
// an unknown time.
func (s *stay) unite(minimum int) {
	var here [24 * 60 * 60]bool // every second somebody was there
	unknown, told := false, 0
	for _, r := range s.rows {
		if r.Status != "present" {
			if s.status == "" {
				s.status = r.Status
			}
			continue
		}
		s.status = "present"
		if r.Mode != "" {
			s.modes = append(s.modes, r.Mode)
		}
		switch {
		case r.Seconds == nil:
			unknown = true
		case r.Joined == "":
			told, s.timed = told+*r.Seconds, true
		default:
			s.timed = true
			for second, gone := secondOf(r.Joined), secondOf(r.Left); second < gone; second++ {
				here[second] = true
			}
		}
	}
	s.seconds = told
	for _, there := range here {
		if there {
			s.seconds++
		}
	}
	s.attended = s.status == "present" && (unknown || s.seconds >= minimum*60)
}

func secondOf(instant string) int {
	var hour, minute, second int
	if _, err := fmt.Sscanf(instant[len("2006-01-02T"):], "%d:%d:%d", &hour, &minute, &second); err != nil {
		return 0
	}
	return hour*3600 + minute*60 + second
}

func TestMinutesAreThoseOfTheUnitedStays(t *testing.T) {
	inWorlds(t, func(w *world) {
		var want []string
		ours := map[string]*stay{}
		for _, s := range w.stays() {
			minutes := any(nil)
			if s.timed {
				minutes = float64(s.seconds) / 60
			}
			want = append(want, w.join(s.session, s.who, s.status, minutes, s.attended))
			ours[s.session+" "+s.who] = s
		}
		w.same("presence", w.lines(`SELECT session_id, member_id, status, minutes, attended FROM main.presence`), want)
		for _, a := range w.truth.Attendance { // the test's own uniting, held to the generator's
			s := ours[a.Session+" "+a.Who]
			switch {
			case s == nil && a.AttendedByRules, s != nil && s.attended != a.AttendedByRules:
				w.Errorf("%s at %s: attended is %v in the truth", a.Who, a.Session, a.AttendedByRules)
			case s != nil && a.SecondsByRules != nil && s.seconds != *a.SecondsByRules:
				w.Errorf("%s at %s: %d seconds, in the truth %d", a.Who, a.Session, s.seconds, *a.SecondsByRules)
			}
		}
	})
}
