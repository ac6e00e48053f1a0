package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A name of longOf letters or more may have an s behind it.
// A name of shortOf letters or more is one in small letters too.
const longOf, shortOf = 5, 3

// letters that a base letter and a mark do not make up.
var plain = strings.NewReplacer("ł", "l", "ø", "o", "ß", "ss", "æ", "ae", "œ", "oe", "ð", "d", "þ", "th", "đ", "d", "ı", "i", "ħ", "h")

// folded is a word in small letters without their marks, as people type names.
func folded(word string) string {
	ascii := true
	for i := range len(word) {
		ascii = ascii && word[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(word)
	}
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(plain.Replace(strings.ToLower(norm.NFC.String(word)))))
}

// Parts are the single names of people: given names, surnames and what is made of
// both without a blank. The zero one knows nobody.
type Parts struct{ known map[string]bool }

// NewParts knows the parts of full names. Particles, titles and single letters
// are nobody's; nor is anything in a label that is no name.
func NewParts(names []string) Parts {
	p := Parts{map[string]bool{}}
	for _, name := range names {
		p.add(name)
	}
	return p
}

func (p Parts) add(name string) {
	words := wordsOf(name)
	var parts []string
	for _, w := range words {
		if roleWords[w.small] {
			return
		}
		if first, _ := utf8.DecodeRuneInString(name[w.start:]); unicode.IsLower(first) && !namelessWords[w.small] {
			return // a label in words, not a name
		}
	}
	for _, w := range words {
		if n := utf8.RuneCountInString(w.small); n >= 2 && !namelessWords[w.small] && !strings.ContainsFunc(w.small, unicode.IsDigit) {
			p.known[w.small] = true
			parts = append(parts, w.small)
		}
	}
	if len(parts) < 2 {
		return
	}
	first, last := parts[0], parts[len(parts)-1]
	runs := []string{first + last, last + first}
	var whole string
	for i, w := range words { // an apostrophe in a name ends a word
		if whole += w.small; i > 0 && len(whole) > shortOf && !namelessWords[words[0].small] {
			runs = append(runs, whole)
		}
	}
	for i := range parts[1:] {
		runs = append(runs, parts[i]+parts[i+1])
	}
	for _, run := range runs {
		if !commonWords[run] {
			p.known[run] = true
		}
	}
}

// Masked is the text without the single names of people, and whether a name that
// is an ordinary word may still stand in it. Such a word goes where it is written
// large within a sentence, and of those in own, the parts of the teller's name,
// at the beginning of one too. A text that is nothing but a name goes whole.
func (p Parts) Masked(text string, own Parts) (masked string, doubt bool) {
	words := wordsOf(text)
	if len(words) > 0 && !slices.ContainsFunc(words, func(w word) bool { return !p.known[w.small] && !own.known[w.small] && !namelessWords[w.small] }) && !allNameless(words) {
		if first, _ := utf8.DecodeRuneInString(text[words[0].start:]); !unicode.IsLower(first) {
			return Redacted, false
		}
	}
	var b strings.Builder
	from := 0
	for i, w := range words {
		name, mine := p.holds(w.small), own.holds(w.small)
		if !name && !mine {
			continue
		}
		switch sure := p.sureAt(text, words, i, mine); {
		case sure > 0:
			b.WriteString(text[from:w.start] + Redacted)
			from = w.end
		case sure == 0:
			doubt = true
		}
	}
	return b.String() + text[from:], doubt
}

// holds reports whether a word is a name, or a long one with an s behind it.
func (p Parts) holds(small string) bool {
	if p.known[small] {
		return true
	}
	stem, ok := strings.CutSuffix(small, "s")
	return ok && utf8.RuneCountInString(stem) >= longOf && p.known[stem] && !commonWords[stem] && !commonWords[small]
}

// sureAt says of a word that is somebody's name whether it is one here: 1 surely,
// 0 perhaps, -1 no.
func (p Parts) sureAt(text string, words []word, i int, mine bool) int {
	w := words[i]
	shown := text[w.start:w.end]
	first, size := utf8.DecodeRuneInString(shown)
	if !unicode.IsUpper(first) {
		cased := unicode.IsLower(first)
		switch {
		case !cased, !commonWords[w.small] && utf8.RuneCountInString(w.small) >= shortOf:
			return 1 // no ordinary word, or a script without large letters
		case possessive(text, words, i) && !commonWords[w.small]:
			return 1
		}
		return -1
	}
	if !commonWords[w.small] {
		return 1
	}
	loud := utf8.RuneCountInString(shown) > 1 && shown[size:] == strings.ToUpper(shown[size:])
	switch {
	case monthWords[w.small] && asMonth(words, i):
		return 0
	case mine, possessive(text, words, i):
		return 1
	case loud, begins(text[:w.start]):
		return 0
	}
	return 1
}

// possessive reports whether 's stands behind a word.
func possessive(text string, words []word, i int) bool {
	return i+1 < len(words) && words[i+1].small == "s" && slices.Contains([]string{"'", "’", "ʼ"}, text[words[i].end:words[i+1].start])
}

// asMonth reports whether a word stands as a month does.
func asMonth(words []word, i int) bool {
	day := func(w word) bool { return w.small[0] >= '0' && w.small[0] <= '9' }
	if i+1 < len(words) && day(words[i+1]) {
		return true
	}
	return i > 0 && (day(words[i-1]) || slices.Contains([]string{"in", "of", "since", "until", "last", "next", "this", "early", "late", "mid", "during", "every"}, words[i-1].small))
}

// begins reports whether a sentence begins after a text.
func begins(before string) bool {
	before = strings.TrimRightFunc(before, func(c rune) bool {
		return unicode.IsSpace(c) && c != '\n' || strings.ContainsRune("\"'“”‘’«»([*•–—-", c)
	})
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:;\n") || strings.HasSuffix(before, "…") || strings.HasSuffix(before, Redacted)
}

func allNameless(words []word) bool {
	return !slices.ContainsFunc(words, func(w word) bool { return !namelessWords[w.small] })
}
