package main

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"valuetrail/internal/need"
)

func TestAZoomReportGivesTheSameHoweverItWasSaved(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "exports", "zoom")
	sentenceCase := replace("Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes)", "Name (original name),Email,Join time,Leave time,Duration (minutes)")
	agree(t, filepath.Join(folder, "sujith12145__zoom_analyzer__sample_data__sample_zoom_class2.csv"), map[string]variant{
		"UTF-16, little end first":   {as: utf16LE},
		"UTF-16, big end first":      {as: utf16BE},
		"semicolons, as Excel saves": {change: strings.NewReplacer(",", ";").Replace, as: charmap.Windows1250},
		"tabs":                       {change: replace(",", "\t")},
		"line ends of an old Mac":    {change: replace("\n", "\r")},
		"line ends of Windows":       {change: replace("\n", "\r\n")},
		"padded lines":               {change: eachLine(func(l string) string { return l + ",,," })},
		"blank lines at the end":     {change: func(s string) string { return s + "\n,,,,\n\n" }},
		"headings in sentence case":  {change: sentenceCase},
		"all columns of today": {change: then(sentenceCase, eachLine(func(l string) string {
			if strings.HasPrefix(l, "Name") {
				return l + ",Guest,Recording disclaimer response,In waiting room"
			}
			return l + ",Yes,OK,No"
		}))},
		"a clock of twelve hours": {change: pattern(`(\d\d/\d\d/\d{4}) (1[01]:\d\d:\d\d)`, "$1 $2 AM")},
		"without seconds":         {change: pattern(`(\d\d:\d\d):00`, "$1")},
		"ISO days":                {change: pattern(`(\d\d)/(\d\d)/(\d{4}) `, "$3-$1-$2 ")},
		"months in words":         {change: pattern(`01/(\d\d)/(\d{4}) (\d\d:\d\d):00`, `"Jan $1, $2 $3 AM"`)},
		"day before month":        {change: pattern(`(\d\d)/(\d\d)/(\d{4}) `, "$2/$1/$3 ")},
		"newest first":            {change: newestFirst(1)},
		"someone never let in": {change: func(s string) string {
			s = eachLine(func(l string) string { return l + ",No" })(s)
			return strings.Replace(s, "(Minutes),No", "(Minutes),In Waiting Room", 1)
		}},
	})
	agree(t, filepath.Join(folder, "andrewpknight__inst__extdata__meeting001_participants.csv"), map[string]variant{
		"UTF-16":             {as: utf16LE},
		"today's preamble":   {change: replace("Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,", "ID,Topic,Start time,End time,Host email,Duration (minutes),Participants,")},
		"an id with blanks":  {change: replace("00000000001", `"812 3456 7890"`)},
		"a heading misspelt": {change: replace("Total Duration (Minutes)", " Total Durection(Minutes)")},
		"no blank line":      {change: replace("\n\n", "\n")},
		"padded to one width": {change: eachLine(func(l string) string {
			return l + strings.Repeat(",", max(0, 7-strings.Count(l, ",")))
		})},
	})
}

func TestAListOfUniqueUsersWithoutItsMeetingTakesItsDayFromOutside(t *testing.T) {
	file := filepath.Join(need.Shared(t), "exports", "zoom", "andrewpknight__inst__extdata__meeting001_participants.csv")
	_, table, _ := strings.Cut(unmarked(t, file), "\n\n")
	for name, flags := range map[string][]string{"participants.csv": {"--session-date", "2020-09-24"}, "participants_2020-09-24.csv": nil} {
		d := newDesk(t)
		_, files := d.receipts(append([]string{d.write(name, []byte(table))}, flags...)...)
		r := files[0]
		if r["from"] != "2020-09-24" || r.number("facts.people") != 9 || r.number("facts.minutes_sum") != 629 || r.number("rows.loaded") != 10 {
			t.Errorf("%s %v: from %v, %s", name, flags, r["from"], asJSON(r["facts"]))
		}
	}
	d := newDesk(t)
	_, files := d.receipts(d.write("participants.csv", []byte(table)))
	if !files[0].codes()["session_date_missing"] {
		t.Errorf("no day anywhere, and nobody asks: %s", asJSON(files[0]["problems"]))
	}
}

func TestATeamsReportGivesTheSameHoweverItWasSaved(t *testing.T) {
	folder := filepath.Join(need.Shared(t), "exports", "teams")
	polish := replace("1. Summary", "1. Podsumowanie", "2. Participants", "2. Uczestnicy", "3. In-Meeting activities", "3. Działania podczas spotkania",
		"Meeting title", "Tytuł spotkania", "Attended participants", "Uczestnicy spotkania", "Start time", "Godzina rozpoczęcia", "End time", "Godzina zakończenia",
		"Meeting duration", "Czas trwania spotkania", "Average attendance time", "Średni czas udziału", "Name\t", "Imię i nazwisko\t", "First join", "Pierwsze dołączenie",
		"Last leave", "Ostatnie wyjście", "In-meeting duration", "Czas udziału w spotkaniu", "\tEmail", "\tAdres e-mail", "Participant ID (UPN)", "Identyfikator uczestnika (UPN)",
		"\tRole", "\tRola", "Join time", "Godzina dołączenia", "Leave time", "Godzina opuszczenia", "Duration", "Czas trwania", "Organizer", "Organizator", "Presenter", "Osoba prowadząca")
	polishLengths := then(polish, pattern(`(\d+)m (\d+)s`, "$1 min $2 s"))
	german := then(replace("1. Summary", "1. Zusammenfassung", "2. Participants", "2. Teilnehmer", "3. In-Meeting activities", "3. Aktivitäten in der Besprechung",
		"First join", "Erster Beitritt", "Last leave", "Letztes Verlassen", "In-meeting duration", "Dauer der Besprechung", "\tEmail", "\tE-Mail",
		"Participant ID (UPN)", "Teilnehmer-ID (UPN)", "\tRole", "\tRolle"), pattern(`(\d+)m (\d+)s`, "$1 Min. $2 Sek."))
	for _, file := range []string{"dvaneynde__data__IDL-14-11-22.csv", "dvaneynde__data__IDL-16-11-22.csv", "dvaneynde__data__utf8__IDL-15-11-22.csv"} {
		agree(t, filepath.Join(folder, file), map[string]variant{
			"UTF-16, little end first": {as: utf16LE},
			"UTF-16, big end first":    {as: utf16BE},
			"UTF-8":                    {change: replace("\n", "\r\n")},
			"semicolons, padded, as Excel saves it in Poland": {change: then(replace("\t", ";"), eachLine(func(l string) string {
				return l + strings.Repeat(";", 6-strings.Count(l, ";"))
			})), as: charmap.Windows1250},
			"commas":            {change: func(s string) string { return strings.ReplaceAll(quoteCommas(s), "\t", ",") }},
			"title case":        {change: replace("First join", "First Join", "Last leave", "Last Leave", "In-meeting duration", "In-Meeting Duration", "activities", "Activities", "Join time", "Join Time")},
			"Polish":            {change: polishLengths, as: utf16LE},
			"German":            {change: german, as: utf16LE},
			"four-digit years":  {change: pattern(`(\d\d)/(\d\d)/22,`, "$1/$2/2022,")},
			"dotted days":       {change: pattern(`(\d\d)/(\d\d)/(\d\d),`, "$1.$2.$3,")},
			"American days":     {change: pattern(`(\d\d)/(\d\d)/(\d\d), 09:(\d\d:\d\d)`, "$2/$1/$3, 9:$4 AM")},
			"no last section":   {change: func(s string) string { head, _, _ := strings.Cut(s, "3. In-Meeting"); return head }},
			"small am and pm":   {change: pattern(`(\d\d)/(\d\d)/(\d\d), 09:(\d\d:\d\d)`, "$2/$1/$3, 9:$4 am")},
			"blank lines twice": {change: replace("\n\n", "\n\n\n")},
		})
	}
}

// quoteCommas puts cells with a comma into quotation marks.
func quoteCommas(s string) string {
	return eachLine(func(l string) string {
		cells := strings.Split(l, "\t")
		for i, c := range cells {
			if strings.Contains(c, ",") {
				cells[i] = `"` + c + `"`
			}
		}
		return strings.Join(cells, "\t")
	})(s)
}

func TestTheListOfWhoJoinedAndLeftGivesTheSameHoweverItWasSaved(t *testing.T) {
	file := filepath.Join(need.Shared(t), "exports", "teams", "dominikhoebert__meetingAttendanceList.csv")
	words := func(joined, left, head string) func(string) string {
		return func(s string) string {
			return replace("\tJoined", "\t"+joined, "\tLeft", "\t"+left)(strings.Replace(s, "Full Name\tUser Action\tTimestamp", head, 1))
		}
	}
	agree(t, file, map[string]variant{
		"UTF-8":                   {change: replace("\n", "\r\n")},
		"UTF-16, big end first":   {as: utf16BE},
		"newest first":            {change: newestFirst(1)},
		"no headings":             {change: func(s string) string { _, rest, _ := strings.Cut(s, "\n"); return rest }},
		"commas":                  {change: func(s string) string { return strings.ReplaceAll(quoteCommas(s), "\t", ",") }},
		"semicolons":              {change: replace("\t", ";"), as: charmap.Windows1250},
		"Portuguese":              {change: words("Ingressou", "Saiu", "Nome Completo\tAtividade\tCarimbo de data/hora"), as: utf16LE},
		"Spanish":                 {change: words("Se unió", "Salió", "Nombre completo\tAcción del usuario\tMarca de tiempo"), as: utf16LE},
		"French":                  {change: words("A rejoint", "A quitté", "Nom complet\tAction de l’utilisateur\tHorodatage"), as: utf16LE},
		"German":                  {change: words("Beigetreten", "Verlassen", "Vollständiger Name\tBenutzeraktion\tZeitstempel"), as: utf16LE},
		"a clock of twelve hours": {change: twelveHours},
		"pulled during the meeting": {change: func(s string) string {
			return strings.Replace(s, "Mustermann Max\tJoined\t11/12/2020, 12:27:24", "Mustermann Max\tJoined before\t11/12/2020, 12:27:24", 1)
		}},
	})
}

// twelveHours writes 11/12/2020, 15:42:10 as 12/11/2020, 3:42:10 pm.
func twelveHours(s string) string {
	s = pattern(`11/12/2020, (\d\d):`, "12/11/2020, $1:")(s)
	s = pattern(`, 12(:\d\d:\d\d)`, ", 12$1 pm")(s)
	for hour, short := range map[string]string{"13": "1", "14": "2", "15": "3"} {
		s = pattern(`, `+hour+`(:\d\d:\d\d)`, ", "+short+"$1 pm")(s)
	}
	return s
}

func TestWhoNeverLeftIsThereToTheEndAndWhoNeverJoinedCameAtSomeTime(t *testing.T) {
	file := filepath.Join(need.Shared(t), "exports", "teams", "dominikhoebert__meetingAttendanceList.csv")
	text := unmarked(t, file)
	d := newDesk(t)
	_, files := d.receipts(d.write("list.csv", []byte(strings.Replace(text, "Mustermann Max\tLeft\t11/12/2020, 12:45:18\n", "", 1))))
	r := files[0]
	if r.number("facts.open_intervals") != 1 || r.number("facts.people") != 5 || !r.codes()["open_interval"] {
		t.Errorf("a missing Left: %s, %v", asJSON(r["facts"]), r.codes())
	}
	d = newDesk(t)
	_, files = d.receipts(d.write("list.csv", []byte(strings.Replace(text, "Huber Uwe\tJoined\t11/12/2020, 12:32:15\n", "", 1))))
	if r = files[0]; r.number("facts.people") != 5 || r.number("facts.attendances") != 19 || r.number("facts.intervals") != 18 || !r.codes()["left_without_join"] {
		t.Errorf("a missing Joined: %s, %v", asJSON(r["facts"]), r.codes())
	}
	balances(t, r)
}
