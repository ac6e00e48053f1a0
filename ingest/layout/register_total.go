package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// comersWords are the words for those who came, and for how many they are, with
// which rows of counts begin in registers; sumFillers may stand beside them.
var (
	comersWords = words("present, presents, attended, attendees, attendee, attendance, participants, participant, came, there, headcount, count, total, totals, sum, people, persons, members, absent, absentees, excused, late, " +
		"anwesend, anwesende, anwesenden, anwesenheit, anwesenheiten, teilnehmer, teilnehmerzahl, teilnehmende, teilnehmenden, teilnehmerinnen, teilnehmeranzahl, personen, summe, gesamt, gesamtzahl, insgesamt, gesamtsumme, abwesend, abwesende, entschuldigt, quote, anwesenheitsquote, " +
		"présent, présents, présente, présentes, présence, présences, effectif, effectifs, participantes, absents, moyenne, somme, " +
		"asistente, asistentes, asistencia, asistencias, asistieron, presentes, presente, suma, ausentes, " +
		"presenti, presenza, presenze, partecipanti, partecipante, totale, somma, assenti, " +
		"aanwezig, aanwezige, aanwezigen, aanwezigheid, deelnemer, deelnemers, opkomst, totaal, som, afwezig, afwezigen, " +
		"obecni, obecnych, obecna, obecny, obecność, obecności, uczestnicy, uczestników, frekwencja, razem, suma, łącznie, ogółem, nieobecni, nieobecnych, " +
		"taux, rate, percentage, pourcentage, prozent, porcentaje, percentuale, procent, tasa, taxa, tasso, wskaźnik, " +
		"presença, presenças, participação, soma, totais, ausências, närvarande, deltagere, deltagare, fremmødte, osallistujat")
	sumFillers = words("number, no, nr, of, the, in, all, how, many, who, per, session, meeting, anzahl, zahl, der, die, das, an, pro, termin, sitzung, alle, nombre, nb, nbre, de, des, du, le, les, par, número, numero, nº, n°, n, núm, num, nro, el, los, las, por, sesión, " +
		"di, del, dei, degli, per, aantal, van, liczba, osób, na, spotkaniu, ilość, antal, do, da, dos, x, #, %, ø, σ, =")
)

// isSummary tells the rows that count those who came: by a word that nobody is
// called, or by a word for them with nothing but numbers under the sessions, or
// because its numbers are the counts.
func (g grid) isSummary(row sheet.Row) bool {
	named := first(g.name(row), cell(row, g.who.email), cell(row, g.who.member))
	if isTotal(named) || isTotal(firstCell(row)) {
		return true
	}
	if g.sums[row.No] || sumsUp.MatchString(tidy(first(named, firstCell(row)))) && g.allNumbers(row) {
		return true
	}
	return (countsComers(named) || named == "" && countsComers(firstCell(row))) && g.allNumbers(row)
}

// sumsUp begins a row that sums up a group: Sous-total groupe A, Total North.
var sumsUp = regexp.MustCompile(`(?i)^(sub|sous|grand|zwischen|teil|gesamt)?[- ]?(totals?|totaux|totales?|totali|totaal|totais|summen?|razem)\b`)

// countsComers tells a name that is none: words for those who came, and perhaps
// fillers, "Total present", "Anzahl der Teilnehmer".
func countsComers(name string) bool {
	found := false
	for w := range strings.FieldsSeq(vocabulary.Loose(name)) {
		w = strings.Trim(w, "=:()")
		switch {
		case comersWords[w]:
			found = true
		case w != "" && !sumFillers[w]:
			return false
		}
	}
	return found
}

// people are the rows that have a letter, and do not begin with a word for those who
// came: under few names a row of counts would outweigh the marks.
func people(rows []sheet.Row) []sheet.Row {
	return slices.DeleteFunc(slices.Clone(rows), func(row sheet.Row) bool {
		text := firstCell(row)
		named := slices.ContainsFunc(row.Cells, func(c string) bool { return strings.ContainsFunc(c, unicode.IsLetter) })
		return !named || isTotal(text) || countsComers(text)
	})
}

// allNumbers reports that a row holds numbers under its sessions, and nothing
// else there.
func (g grid) allNumbers(row sheet.Row) bool {
	some := false
	for _, s := range g.sessions {
		text := cell(row, s.column)
		if text == "" || FailedFormula(text) {
			continue
		}
		if _, ok := readNumber(text, false); !ok {
			return false
		}
		some = true
	}
	return some
}

// countRows finds the rows whose numbers are how many marks of presence stand in
// each column over them, from the top or from the last such row, whatever they are
// called. One of the counts is above one: a row of ones and noughts is somebody's
// marks.
func (g *grid) countRows() {
	g.sums = map[int]bool{}
	came, before := make([]int, len(g.sessions)), make([]int, len(g.sessions))
	for _, row := range g.rows {
		most, all, some := 0, len(g.sessions) > 0, len(g.sessions) > 0
		for i, s := range g.sessions {
			n, ok := whole(cell(row, s.column))
			all, some = all && ok && n == came[i], some && ok && n == came[i]-before[i]
			most = max(most, n)
		}
		if (all || some) && most > 1 || g.isSummary(row) {
			g.sums[row.No] = true
			copy(before, came)
			continue
		}
		for i, s := range g.sessions {
			if cameBy(cell(row, s.column)) {
				came[i]++
			}
		}
	}
}

// groupWords begin the lines that part a register into groups.
var groupWords = []string{"group", "gruppe", "groupe", "grupo", "gruppo", "groep", "grupa", "team", "équipe", "equipo", "squadra", "class", "klasse", "classe", "clase", "cohort", "kohorte", "cohorte", "section", "sektion", "table", "tisch",
	"guests", "visitors", "gäste", "besucher", "invités", "visiteurs", "invitados", "visitantes", "ospiti", "gasten", "bezoekers", "goście", "convidados"}

// partsGroups tells a line that names a group and nobody in it, or says what marks
// mean: it stands alone in its row and calls itself one.
func (g grid) partsGroups(row sheet.Row) bool {
	words := strings.Fields(vocabulary.Loose(g.name(row)))
	if name := g.name(row); filled(row.Cells) == 1 && strings.ContainsAny(name, ":=") { // Guests:, P = present
		return true
	}
	if filled(row.Cells) != 1 || len(words) == 0 || len(words) > 4 {
		return len(words) > 0 && len(row.Merged) > 0 && len(g.sessions) > 0 && row.Merged[0].First <= g.who.name && row.Merged[0].Last >= g.sessions[0].column
	}
	return slices.Contains(groupWords, words[0])
}
