package layout

import (
	"regexp"
	"strconv"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// headcounts is a table that says how many came to each session, not who.
type headcounts struct {
	sheet                     *sheet.Sheet
	header                    sheet.Row
	above                     int
	date, clock, title, count int
	utc                       bool // the headings say that times are UTC
}

var (
	countHeadings = words("num attendees, number of attendees, attendees, participants, num participants, number of participants, headcount, head count, attendance, attendance count, attended, people, how many, teilnehmerzahl, anzahl teilnehmer, participants count, nombre de participants, participants présents, número de participantes, número de asistentes, asistentes, participantes, numero partecipanti, partecipanti, presenti, aantal deelnemers, deelnemers, aanwezigen, anzahl, teilnehmende, anzahl teilnehmende, liczba uczestników, uczestnicy, total attendees, day1, day 1")
	slugDay       = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
)

// findHeadcount finds headings for a number beside a day or a title that
// begins with one, and none for a person.
func findHeadcount(s *sheet.Sheet, rows []sheet.Row) (headcounts, bool) {
	for i, row := range rows[:min(len(rows), headRows)] {
		h := headcounts{sheet: s, header: row, above: i + 1}
		for c := range row.Cells {
			head := vocabulary.Loose(row.Cell(c + 1))
			for into, known := range map[*int]map[string]bool{&h.date: dayHeadings, &h.clock: clockHeadings, &h.title: titleHeadings, &h.count: countHeadings} {
				if known[head] && *into == 0 {
					*into = c + 1
					h.utc = h.utc || strings.HasSuffix(head, " utc")
				}
			}
		}
		w := whoIn(row)
		if h.count == 0 || w.name > 0 && w.name != h.count || w.email > 0 || w.given > 0 || filled(row.Cells) > 12 {
			continue
		}
		if (h.date > 0 || h.title > 0 && dayInTitle(h, rows[i+1:])) && h.counts(rows[i+1:]) {
			return h, true
		}
	}
	return headcounts{}, false
}

func dayInTitle(h headcounts, rows []sheet.Row) bool {
	found := 0
	for _, row := range rows {
		if slugDay.MatchString(cell(row, h.title)) {
			found++
		}
	}
	return found > 0 && found*2 > len(rows)
}

// counts reports that the column of numbers holds numbers.
func (h headcounts) counts(rows []sheet.Row) bool {
	for _, row := range rows {
		if text := cell(row, h.count); text != "" && !isTotal(firstCell(row)) {
			if _, ok := whole(text); !ok {
				return false
			}
		}
	}
	return true
}

// readHeadcount gives a meeting a row, with how many came.
func (r *reading) readHeadcount(h headcounts, rows []sheet.Row) error {
	r.headings(h.header, h.above-1)
	c := dateColumn{near: nameDay(r.book.Name)}
	for _, row := range rows {
		c.add(cell(row, h.date))
	}
	order := r.listOrder(&c)
	r.note(place{sheet: h.sheet.No, row: h.header.No}, "headcount_only", "", "")
	if len(rows) == 0 {
		r.empty(place{sheet: h.sheet.No, row: h.header.No})
	}
	taken := map[string]int{}
	told := false
	for _, row := range rows {
		r.sum.Read++
		m, ok := r.headcountRow(h, row, dates{order: order}, &told)
		if !ok {
			continue
		}
		text := m.day + "\x1f" + m.starts.minute() + "\x1f" + vocabulary.Loose(m.title)
		taken[text]++
		m.id = hash("headcount", text, strconv.Itoa(taken[text]))
		if err := r.emitMeeting(m); err != nil {
			return err
		}
	}
	return nil
}

// headcountRow reads one session; false when it is a sum or is kept back.
func (r *reading) headcountRow(h headcounts, row sheet.Row, clock dates, told *bool) (meeting, bool) {
	at := place{h.sheet.No, row.No, h.date}
	m := newMeeting(register, place{sheet: h.sheet.No, row: row.No})
	m.title = cell(row, h.title)
	text := cell(row, h.date)
	if h.date == 0 {
		text = slugDay.FindString(m.title)
	}
	if isTotal(text) || text == "" && (isTotal(firstCell(row)) || m.title == "") {
		r.ignore("summary")
		return m, false
	}
	when, ok, open := clock.read(text)
	switch {
	case open:
		r.keepOpenDay(at, text, told)
		return m, false
	case !ok && text != "":
		r.keep(at, "date_unreadable", text, "")
		return m, false
	case when.known < toDay:
		r.note(at, "session_date_missing", text, "")
	}
	m.day = when.Day()
	if hours, ok := readClock(cell(row, h.clock)); ok && when.known == toDay {
		when, _, _ = clock.read(m.day + " " + hours)
	}
	if when.known == toClock {
		if h.utc {
			w, _ := readDate(when.String() + "Z")
			when, _, _ = clock.of(w)
		} else {
			r.assumeZone()
		}
		m.starts = when
	}
	r.span.add(when)
	if n, ok := whole(cell(row, h.count)); ok {
		m.headcount = n
	}
	return m, true
}
