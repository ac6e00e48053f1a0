package layout

import (
	"path"
	"strings"

	"valuetrail/ingest/sheet"
)

// meetAbout is what stands above a list: the meeting's title, day and code, and
// when it began and ended.
type meetAbout struct {
	title, code, day string // day as it is written
	starts, ends     string
	at               place
}

// meetTitles, meetStarts and meetEnds are plain headings of the lines above.
var (
	meetTitles = words("meetingtitle, title, meetingname, meeting, topic, event, eventtitle, subject, besprechungstitel, titel, titre, titulo, titolo, tytul, session, sessiontitle, workshop, thema, sujet, tema, onderwerp, temat")
	meetStarts = words("starttime, started, startedat, startzeit, heurededebut, horadeinicio, oradiinizio, begintijd")
	meetEnds   = words("endtime, ended, endedat, endzeit, heuredefin, horadefinalizacion, oradifine, eindtijd")
)

// aboutMeet reads the lines above a list: headings with values under them,
// headings with values beside them, or sentences such as "Created on 2021-02-15".
func aboutMeet(no int, above []sheet.Row) meetAbout {
	var a meetAbout
	for i, row := range above {
		for c := 1; c <= len(row.Cells); c++ {
			text := cell(row, c)
			if a.day == "" {
				if a.day = dayWithin(text); a.day != "" {
					a.at = place{sheet: no, row: row.No, column: c}
				}
			}
			if a.code == "" {
				a.code = codeOf(text)
			}
			value := cell(row, c+1)
			if i+1 < len(above) && (value == "" || filled(row.Cells) > 2) {
				value = first(cell(above[i+1], c), value)
			}
			head := plain(text)
			for into, known := range map[*string]map[string]bool{&a.title: meetTitles, &a.starts: meetStarts, &a.ends: meetEnds} {
				if known[head] && *into == "" {
					*into = value
				}
			}
		}
	}
	return a
}

// dayWithin is the part of a text that is a day, "" when there is none.
func dayWithin(text string) string {
	if w, ok := readDate(text); ok && w.known >= toDay {
		return text
	}
	if at := dateInside.FindStringIndex(text); at != nil {
		if w, ok := readDate(text[at[0]:at[1]]); ok && w.known >= toDay {
			return text[at[0]:at[1]]
		}
	}
	return ""
}

// codeOf is a meeting's code within a text, "" when there is none. Three words
// joined by dashes could be a code too, so it must stand alone or be said to be
// one.
func codeOf(text string) string {
	m := meetingCode.FindStringSubmatch(text)
	if m == nil || m[0] != text && !strings.Contains(strings.ToLower(text), "code") && !strings.Contains(text, "meet.google.com") {
		return ""
	}
	return strings.ToLower(m[1] + m[2] + m[3])
}

// codeInName is a code that the file's name begins or ends with.
func codeInName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	for part := range strings.FieldsFuncSeq(strings.TrimSuffix(name, path.Ext(name)), func(r rune) bool { return strings.ContainsRune(" _()–—,", r) }) {
		if m := meetingCode.FindStringSubmatch(part); m != nil && m[0] == part && strings.Count(part, "-") == 2 {
			return strings.ToLower(m[1] + m[2] + m[3])
		}
	}
	return ""
}
