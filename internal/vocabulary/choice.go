package vocabulary

import (
	"fmt"
	"slices"
	"strings"
)

// Choice is a closed list of words that people write in a spreadsheet cell,
// a setting or a flag.
type Choice struct {
	// Name says what the word is for, in the singular: "cycle".
	Name string
	// Words are the accepted words, in the order people should see them.
	Words []string
	// Synonyms leads other spellings (lower case, one blank between words) to
	// a word of Words.
	Synonyms map[string]string
}

// UnknownWordError says which word a closed list does not hold.
type UnknownWordError struct {
	Choice Choice
	Word   string
}

func (e *UnknownWordError) Error() string {
	return fmt.Sprintf("unknown %s %q (want one of %s)", e.Choice.Name, e.Word, strings.Join(e.Choice.Words, ", "))
}

// Nearest is the word of the list closest to the unknown one, empty when
// nothing is near.
func (e *UnknownWordError) Nearest() string { return Nearest(e.Word, e.Choice.Words) }

// Parse gives the word of the list that s means: any case, blanks, hyphens and
// underscores alike. A blank s gives "". An unknown one gives *UnknownWordError.
func (c Choice) Parse(s string) (string, error) {
	key := Loose(s)
	if key == "" {
		return "", nil
	}
	for _, w := range c.Words {
		if Loose(w) == key {
			return w, nil
		}
	}
	if w, ok := c.Synonyms[key]; ok {
		return w, nil
	}
	return "", &UnknownWordError{Choice: c, Word: strings.TrimSpace(s)}
}

// Has reports whether w is exactly a word of the list.
func (c Choice) Has(w string) bool { return slices.Contains(c.Words, w) }

// Loose is s as headings and words are compared: lower case, every run of
// blanks, hyphens, underscores, slashes and dots one blank, brackets and
// quotation marks gone.
func Loose(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		switch r {
		case ' ', '\t', '\r', '\n', '\u00a0', '_', '-', '.', '/', ':':
			gap = b.Len() > 0
		case '(', ')', '[', ']', '"', '\'', '`', '*', '?', '!', '\u200b', '\ufeff', '\u2018', '\u2019', '\u201c', '\u201d':
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Nearest is the word with the fewest changes to become s, or "" when even the
// best needs more than a third of its letters changed.
func Nearest(s string, words []string) string {
	best, cost := "", 1<<30
	wanted := []rune(Loose(s))
	for _, w := range words {
		word := []rune(Loose(w))
		if max(len(word)-len(wanted), len(wanted)-len(word)) >= cost {
			continue // so many letters are to be added or taken away alone
		}
		if d := distance(wanted, word); d < cost {
			best, cost = w, d
		}
	}
	if best == "" || cost*3 > max(len(best), 3) {
		return ""
	}
	return best
}

// distance counts the letters to insert, delete, replace or swap (optimal
// string alignment) that lead from x to y.
func distance(x, y []rune) int {
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			same := 1
			if x[i-1] == y[j-1] {
				same = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+same)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
