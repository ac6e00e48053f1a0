package privacy

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Redacted stands where a name, an address or a number stood.
const Redacted = "[…]"

// Redactor takes people's names out of texts that others will read. The zero
// one knows nobody.
type Redactor struct {
	// names are the known names as small words, by the first of them, the longest
	// first.
	names map[string][][]string
	// unspaced are names in scripts that put no blank between words.
	unspaced []string
}

// Addresses and telephone numbers are told by their form.
var (
	address = regexp.MustCompile(`[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+`)
	number  = regexp.MustCompile(`(\+[0-9]|\b0[0-9])[0-9 ()/.-]{5,}[0-9]`)
	digit   = regexp.MustCompile(`[0-9]`)
)

// digitsLeast is how many digits a telephone number has, and a day has not;
// gapMost how many bytes may stand between two words of a name.
const digitsLeast, gapMost = 9, 4

// NewRedactor knows full names, as lists and meetings write them, with the
// given name first or last. A name of one word is not taken out, for it may be any
// word, but where a script writes names without a blank.
func NewRedactor(names []string) Redactor {
	r := Redactor{names: map[string][][]string{}}
	add := func(words []string) { r.names[words[0]] = append(r.names[words[0]], words) }
	for _, name := range names {
		var words []string
		for _, w := range wordsOf(name) {
			words = append(words, w.small)
		}
		if bare := strings.TrimSpace(name); noBlanks(bare) {
			r.unspaced = append(r.unspaced, bare)
		}
		if len(words) < 2 {
			continue
		}
		add(words)
		add(append([]string{words[len(words)-1]}, words[:len(words)-1]...))
	}
	slices.SortFunc(r.unspaced, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for _, known := range r.names {
		slices.SortFunc(known, func(a, b []string) int { return len(b) - len(a) })
	}
	return r
}

// word is a run of letters and digits and where it stands.
type word struct {
	small      string
	start, end int
}

// wordsOf are the words of a text. A mark that stands by no letter, such as the
// one behind a coloured sign, is none.
func wordsOf(text string) []word {
	var all []word
	start := -1
	add := func(end int) {
		if small := folded(text[start:end]); small != "" {
			all = append(all, word{small, start, end})
		}
		start = -1
	}
	for i, c := range text {
		inside := unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c)
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			add(i)
		}
	}
	if start >= 0 {
		add(len(text))
	}
	return all
}

// Text is the text without names but the one that may stay, and without
// addresses and telephone numbers.
func (r Redactor) Text(text, stays string) string {
	text = address.ReplaceAllLiteralString(text, Redacted)
	text = number.ReplaceAllStringFunc(text, func(s string) string {
		if len(digit.FindAllString(s, -1)) < digitsLeast {
			return s
		}
		return Redacted
	})
	for _, name := range r.unspaced {
		if name != strings.TrimSpace(stays) {
			text = strings.ReplaceAll(text, name, Redacted)
		}
	}
	var b strings.Builder
	words, from := wordsOf(text), 0
	for i := 0; i < len(words); {
		n := r.nameAt(words[i:])
		if n == 0 {
			i++
			continue
		}
		start, end := words[i].start, words[i+n-1].end
		if !sameWords(words[i:i+n], wordsOf(stays)) {
			b.WriteString(text[from:start] + Redacted)
			from = end
		}
		i += n
	}
	return b.String() + text[from:]
}

// nameAt is how many words the name takes that the words begin with, 0 for
// none.
func (r Redactor) nameAt(words []word) int {
	for _, name := range r.names[words[0].small] {
		if len(name) > len(words) {
			continue
		}
		found := true
		for i := range name {
			found = found && words[i].small == name[i] && (i == 0 || words[i].start-words[i-1].end <= gapMost)
		}
		if found {
			return len(name)
		}
	}
	return 0
}

func sameWords(a, b []word) bool {
	return slices.EqualFunc(a, b, func(x, y word) bool { return x.small == y.small })
}

// noBlanks reports whether a name is at least two letters of a script that puts no
// blank between words.
func noBlanks(name string) bool {
	n := 0
	for _, c := range name {
		if !unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai) {
			return false
		}
		n++
	}
	return n >= 2
}
