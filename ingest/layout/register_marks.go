package layout

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// meaning is what a mark says: a status, and how somebody took part.
type meaning struct{ status, mode string }

// came reports a mark of somebody who was there.
func (m meaning) came() bool { return m.status == "present" || m.status == "late" }

// noMark is the meaning of marks that say nothing: not enrolled, not held.
const noMark = ""

// surePresence are the marks that mean the same in every register.
var surePresence = map[string]meaning{
	"x": {status: "present"}, "✓": {status: "present"}, "✔": {status: "present"}, "✔️": {status: "present"}, "☑": {status: "present"}, "✅": {status: "present"}, "√": {status: "present"},
	"•": {status: "present"}, "●": {status: "present"}, "+": {status: "present"}, "p": {status: "present"}, "present": {status: "present"}, "pres": {status: "present"},
	"attended": {status: "present"}, "came": {status: "present"}, "here": {status: "present"}, "anwesend": {status: "present"}, "présent": {status: "present"},
	"présente": {status: "present"}, "presente": {status: "present"}, "aanwezig": {status: "present"}, "obecny": {status: "present"}, "obecna": {status: "present"},
	"online": {"present", "online"}, "remote": {"present", "online"}, "virtual": {"present", "online"}, "zoom": {"present", "online"}, "teams": {"present", "online"},
	"in person": {"present", "in_person"}, "in-person": {"present", "in_person"}, "on site": {"present", "in_person"}, "onsite": {"present", "in_person"}, "room": {"present", "in_person"},
	"late": {status: "late"}, "l": {status: "late"}, "tardy": {status: "late"}, "verspätet": {status: "late"}, "en retard": {status: "late"},
	"e": {status: "excused"}, "ex": {status: "excused"}, "exc": {status: "excused"}, "excused": {status: "excused"}, "apologies": {status: "excused"}, "apology": {status: "excused"},
	"entschuldigt": {status: "excused"}, "excusé": {status: "excused"}, "excusée": {status: "excused"},
	"absent": {status: "absent"}, "abs": {status: "absent"}, "no show": {status: "absent"}, "no-show": {status: "absent"}, "missing": {status: "absent"}, "abwesend": {status: "absent"},
	"asistió": {status: "present"}, "asiste": {status: "present"}, "asistio": {status: "present"}, "compareceu": {status: "present"}, "presença": {status: "present"}, "presencia": {status: "present"}, "présence": {status: "present"}, "presenza": {status: "present"}, "a participé": {status: "present"}, "obecność": {status: "present"},
	"justificado": {status: "excused"}, "justificada": {status: "excused"}, "giustificato": {status: "excused"}, "giustificata": {status: "excused"}, "afgemeld": {status: "excused"},
	"usprawiedliwiony": {status: "excused"}, "usprawiedliwiona": {status: "excused"}, "entsch": {status: "excused"}, "retard": {status: "late"}, "tarde": {status: "late"}, "in ritardo": {status: "late"}, "te laat": {status: "late"},
	"spóźniony": {status: "late"}, "spóźniona": {status: "late"}, "atrasado": {status: "late"}, "atrasada": {status: "late"}, "retrasado": {status: "late"}, "retrasada": {status: "late"},
	"no asistió": {status: "absent"}, "no asistio": {status: "absent"}, "faltó": {status: "absent"}, "falta": {status: "absent"}, "faltou": {status: "absent"}, "absente": {status: "absent"},
	"nieobecna": {status: "absent"}, "unentschuldigt": {status: "absent"}, "nicht anwesend": {status: "absent"}, "not present": {status: "absent"}, "did not attend": {status: "absent"},
	"fehlt": {status: "absent"}, "afwezig": {status: "absent"}, "nieobecny": {status: "absent"}, "ausente": {status: "absent"}, "assente": {status: "absent"},
	"✗": {status: "absent"}, "✘": {status: "absent"}, "❌": {status: "absent"}, "declined": {status: "declined"}, "invited": {status: "invited"},
}

// plainMarks are clear as well, but stand in columns that are no sessions too.
var plainMarks = map[string]meaning{
	"1": {status: "present"}, "1.0": {status: "present"}, "y": {status: "present"}, "yes": {status: "present"}, "true": {status: "present"}, "ja": {status: "present"}, "j": {status: "present"},
	"oui": {status: "present"}, "si": {status: "present"}, "sí": {status: "present"}, "tak": {status: "present"}, "sim": {status: "present"}, "sì": {status: "present"}, "wahr": {status: "present"}, "vrai": {status: "present"},
	"0": {status: "absent"}, "0.0": {status: "absent"}, "no": {status: "absent"}, "false": {status: "absent"}, "nein": {status: "absent"}, "non": {status: "absent"}, "nie": {status: "absent"}, "não": {status: "absent"}, "nao": {status: "absent"}, "nee": {status: "absent"}, "falsch": {status: "absent"}, "faux": {status: "absent"},
	"-": {}, "–": {}, "—": {}, "n/a": {}, "na": {}, "/": {},
}

// openMarks depend on the marks beside them: A is absent in English and present
// in German, N is no or too short, T is tardy or true.
var openMarks = []string{"a", "n", "t", "f"}

// markOf is a mark as marks are compared.
func markOf(text string) string { return strings.Trim(strings.ToLower(tidy(text)), " *.!") }

// looksLikeMark tells a cell that could be a mark in some register.
func looksLikeMark(text string) bool {
	m := markOf(text)
	return saysPresence(text) || utf8.RuneCountInString(m) <= 2 && strings.Trim(m, "0123456789") == m
}

// saysPresence tells a cell that is a mark wherever one is looked for.
func saysPresence(text string) bool {
	m := markOf(text)
	_, sure := surePresence[m]
	_, plain := plainMarks[m]
	return sure || plain || FailedFormula(text) || stayLength(text) != "" || slices.Contains(openMarks, m)
}

// readMarks decides what each mark of a file means by the marks beside it.
// Marks that stay open are not in the result.
func readMarks(seen map[string]bool, said map[string]string) (known map[string]meaning, assumed []string) {
	known = map[string]meaning{}
	for m := range seen {
		if v, ok := surePresence[m]; ok {
			known[m] = v
		} else if v, ok := plainMarks[m]; ok {
			known[m] = v
		}
	}
	if seen["j"] && seen["p"] { // beside P it is no yes: justificada, justifié
		delete(known, "j")
	}
	present, absent := false, false
	for _, v := range known {
		present = present || v.status == "present"
		absent = absent || v.status == "absent"
	}
	assume := func(mark, status string) {
		if _, isSaid := said[mark]; seen[mark] && !isSaid {
			known[mark] = meaning{status: status}
			assumed = append(assumed, mark)
		}
	}
	switch {
	case seen["t"] && seen["f"] && !seen["p"]:
		assume("t", "present")
		assume("f", "absent")
		present = true
	case seen["p"]:
		assume("t", "late")
	}
	if present {
		assume("a", "absent")
	}
	if (seen["y"] || seen["yes"]) && !absent && !seen["a"] {
		assume("n", "absent")
	}
	for mark, status := range said {
		known[markOf(mark)] = meaning{status: status}
	}
	return known, assumed
}
