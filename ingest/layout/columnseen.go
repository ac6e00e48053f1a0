package layout

import (
	"strings"
	"unicode"
)

// tell notes an answer that could tell of a story: more than one word, and not
// only numbers.
func (c *columnSeen) tell(answer string) {
	if len(strings.Fields(answer)) < 2 && len([]rune(answer)) < longAnswer || !strings.ContainsFunc(answer, unicode.IsLetter) {
		return
	}
	c.told++
	if len([]rune(answer)) >= longAnswer {
		c.long++
	}
	if c.words != nil {
		c.words[answer] = true
	}
}

// longWords counts the different answers of many letters.
func (c *columnSeen) longWords() int {
	n := 0
	for w := range c.words {
		if len([]rune(w)) >= longAnswer {
			n++
		}
	}
	return n
}
