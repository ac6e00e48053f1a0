package ingest

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xrash/smetrics"
)

//go:embed nicknames.txt
var nicknameList string

// nicknames leads a given name to the numbers of the families of names that it
// belongs to.
var nicknames = readNicknames(nicknameList)

func readNicknames(text string) map[string][]int {
	all := map[string][]int{}
	n := 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for name := range strings.FieldsSeq(line) {
			all[name] = append(all[name], n)
		}
	}
	return all
}

// shortFor reports whether one given name is called the other for short, or both
// are short for one.
func shortFor(a, b string) bool {
	return a != b && slices.ContainsFunc(nicknames[a], func(n int) bool { return slices.Contains(nicknames[b], n) })
}

// likeness is how alike two normalised names are, 0 to 1, and in what way: words
// in any order, a short form, an initial, a part of a longer name, one word alone,
// or slips of the fingers. The first is as somebody wrote it, the second is of
// the member list.
func likeness(a, b string) (float64, string) {
	p, q := partsOf(a), partsOf(b)
	switch {
	case len(p) == 0 || len(q) == 0:
		return 0, ""
	case len(p) == 1 && len(q) > 1:
		return oneWord(p[0], q)
	case len(p) == 1 || len(q) == 1:
		return alike(a, b), reasonNear
	}
	score, reason := inPart(p, q)
	if s, r := wordByWord(p, q); s > score {
		score, reason = s, r
	}
	if reason == "" {
		return slips(p, q), reasonNear
	}
	return score, reason
}

// partsOf are the words of a name; those of a double name count by themselves.
func partsOf(name string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(name, "'", ""), func(r rune) bool { return r == ' ' || r == '-' })
}

func alike(a, b string) float64 { return smetrics.JaroWinkler(a, b, 0.7, 4) }

// oneWord compares a single word with a name of the list: the given name, short
// for it, the family name, or both without a blank.
func oneWord(word string, q []string) (float64, string) {
	switch {
	case word == strings.Join(q, ""):
		return 0.97, reasonNear
	case word == q[0]:
		return 0.88, reasonFirstOnly
	case shortFor(word, q[0]):
		return 0.87, reasonFirstOnly
	case word == q[len(q)-1]:
		return 0.87, reasonFamilyOnly
	}
	return 0, ""
}

// inPart finds all words of the shorter name in the longer: a middle name, half a
// double name, or the same words in another order.
func inPart(p, q []string) (float64, string) {
	short, long := p, q
	if len(short) > len(long) {
		short, long = long, short
	}
	left := slices.Clone(long)
	for _, w := range short {
		i := slices.Index(left, w)
		if i < 0 {
			return 0, ""
		}
		left = slices.Delete(left, i, i+1)
	}
	if len(left) == 0 {
		return 0.99, reasonNear
	}
	return 0.95, reasonPart
}

// wordByWord compares given names with given names and family names with family
// names, whichever stands first.
func wordByWord(p, q []string) (score float64, reason string) {
	given, family := q[0], q[len(q)-1]
	for _, o := range [][2]string{{p[0], p[len(p)-1]}, {p[len(p)-1], p[0]}} {
		s, r := 0.0, ""
		switch {
		case o[1] == family && shortFor(o[0], given):
			s, r = 0.94, reasonShort
		case o[1] == family && initial(o[0], given):
			s, r = 0.93, reasonInitial
		case o[0] == given && (initial(o[1], family) || initial(o[1], q[1])): // of van Dijk, V or D
			s, r = 0.92, reasonGiven
		case shortFor(o[0], given) && (initial(o[1], family) || alike(o[1], family) >= 0.9):
			s, r = 0.88, reasonShort
		}
		if s > score {
			score, reason = s, r
		}
	}
	return score, reason
}

// initial reports whether one word is only the first letter of the other.
func initial(a, b string) bool {
	x, n := utf8.DecodeRuneInString(a)
	y, m := utf8.DecodeRuneInString(b)
	return x == y && (n == len(a)) != (m == len(b))
}

// slips is how alike two names are letter by letter, whichever word stands first;
// 0 where given or family names are too far apart for a slip.
func slips(p, q []string) float64 {
	given, family := q[0], q[len(q)-1]
	score := 0.0
	for _, o := range [][2]string{{p[0], p[len(p)-1]}, {p[len(p)-1], p[0]}} {
		g, f := alike(o[0], given), alike(o[1], family)
		if min(g, f) >= 0.75 {
			score = max(score, (g+f)/2)
		}
	}
	return score
}
