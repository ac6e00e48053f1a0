package layout

import (
	"path"
	"regexp"
	"strings"
)

// monthNames are the months in the languages that files were seen in.
var monthNames = [12]string{
	"january januar jänner janvier gennaio enero januari styczeń stycznia janeiro",
	"february februar février fevrier febbraio febrero februari luty lutego fevereiro",
	"march märz maerz mars marzo maart marzec marca março",
	"april avril aprile abril kwiecień kwietnia",
	"may mai maggio mayo mei maj maja maio",
	"june juni juin giugno junio czerwiec czerwca junho",
	"july juli juillet luglio julio lipiec lipca julho",
	"august août aout agosto augustus sierpień sierpnia",
	"september septembre settembre septiembre wrzesień września setembro",
	"october oktober octobre ottobre octubre październik października outubro",
	"november novembre noviembre listopad listopada novembro",
	"december dezember décembre decembre dicembre diciembre grudzień grudnia dezembro",
}

// monthOf is the number of the month whose name, or the beginning of whose
// name, word is; 0 when none or more than one could be meant.
func monthOf(word string) int {
	word = strings.ToLower(strings.TrimSuffix(word, "."))
	if len(word) < 3 {
		return 0
	}
	found := 0
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			if !strings.HasPrefix(name, word) {
				continue
			}
			if name == word {
				return i + 1
			}
			if found != 0 && found != i+1 {
				return 0
			}
			found = i + 1
		}
	}
	return found
}

var (
	nameYMD = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d{2})([-_. ]?)(\d{2})([-_. ]?)(\d{2})(?:[^0-9]|$)`)
	nameDMY = regexp.MustCompile(`(?:^|[^0-9])(\d{1,2})([-_.])(\d{1,2})([-_.])(\d{4}|\d{2})(?:[^0-9]|$)`)
)

// nameDay is the day that a file's name tells beyond doubt, the zero Moment
// when it tells none.
func nameDay(name string) Moment {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.TrimSuffix(name, path.Ext(name))
	if m := nameYMD.FindStringSubmatch(name); m != nil && m[2] == m[4] {
		w := writtenDate{parts: [3]int{number(m[1]), number(m[3]), number(m[5])}, order: ymd, known: toDay}
		if day, ok := w.in(ymd); ok {
			return day
		}
	}
	if m := nameDMY.FindStringSubmatch(name); m != nil && m[2] == m[4] {
		w := writtenDate{parts: [3]int{number(m[1]), number(m[3]), number(m[5])}, known: toDay}
		a, isDMY := w.in(dmy)
		b, isMDY := w.in(mdy)
		switch {
		case isDMY && isMDY && a != b:
		case isDMY:
			return a
		case isMDY:
			return b
		}
	}
	return Moment{}
}
