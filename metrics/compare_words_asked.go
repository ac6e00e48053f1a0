package metrics

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"valuetrail/internal/vocabulary"
)

var markup = regexp.MustCompile(`<[^<>]*>|&nbsp;`)

// bareWords are the wordings of a question in the files of a round, as they are
// compared: without marks, markup and the number in front, which tools and forms
// change where nobody worded anything anew. A heading of one word is a code
// and no wording.
func bareWords(said string) []string {
	var all []string
	for wording := range strings.SplitSeq(said, "\x1f") {
		words := strings.FieldsFunc(vocabulary.Loose(markup.ReplaceAllString(wording, " ")), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		for len(words) > 0 && strings.Trim(words[0], "q0123456789") == "" {
			words = words[1:]
		}
		if len(words) > 1 {
			all = append(all, strings.Join(words, " "))
		}
	}
	return all
}

// saidOtherwise reports whether two rounds asked a question in no wording that both
// have.
func saidOtherwise(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}
