package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// legacyGuess is an 8-bit encoding with the alphabets that are written in it.
// Text in the right encoding mostly uses the letters of one language.
type legacyGuess struct {
	name      string
	charmap   *charmap.Charmap
	alphabets []string
}

var western = []string{
	"àâæçéèêëîïôœùûüÿ", // French
	"äöüßéèàç",         // German
	"áéíóúüñ",          // Spanish
	"ãõáéíóúâêôàçü",    // Portuguese
	"àèéìíòóùú",        // Italian
	"åäöæøéüáíóúýþð",   // Nordic
	"éëïöüèêáíóàâîôûç", // Dutch, English
}

var central = []string{
	"ąćęłńóśźż",                // Polish
	"áčďéěíňóřšťúůýž",          // Czech
	"áäčďéíĺľňóôŕšťúýž",        // Slovak
	"áéíóöőúüű",                // Hungarian
	"ăâîşţșț",                  // Romanian
	"čćđšž",                    // Croatian, Slovene
	"äöüßąćęłńóśźżáčďéěíňřšťů", // German words among them
}

// In order of preference where the bytes tell nothing.
var legacyGuesses = []legacyGuess{
	{"windows-1252", charmap.Windows1252, western},
	{"windows-1250", charmap.Windows1250, central},
	{"macintosh", charmap.Macintosh, western},
}

const maxEvidence = 20_000 // characters beyond ASCII that a guess looks at

// guessLegacy names the 8-bit encoding in which data is most plausible.
func guessLegacy(data []byte) string {
	best, name := 0, ""
	for _, g := range legacyGuesses {
		if score := g.score(data); name == "" || score > best {
			best, name = score, g.name
		}
	}
	return name
}

// score weighs every character beyond ASCII by its neighbours: letters belong
// in words and into the alphabet of the words around them, signs do not stand
// inside words, capitals do not follow small letters.
func (g legacyGuess) score(data []byte) int {
	score, seen := 0, 0
	letters := make([]int, len(g.alphabets))
	total := 0
	for i, b := range data {
		if b < 0x80 {
			continue
		}
		if seen++; seen > maxEvidence {
			break
		}
		r := g.charmap.DecodeByte(b)
		before, after := g.neighbour(data, i-1), g.neighbour(data, i+1)
		score += plausibility(r, before, after)
		if unicode.IsLetter(r) {
			total++
			for n, alphabet := range g.alphabets {
				if strings.ContainsRune(alphabet, unicode.ToLower(r)) {
					letters[n]++
				}
			}
		}
	}
	most := 0
	for _, n := range letters {
		most = max(most, n)
	}
	return score + 2*most - 4*(total-most)
}

func (g legacyGuess) neighbour(data []byte, i int) rune {
	if i < 0 || i >= len(data) {
		return ' '
	}
	return g.charmap.DecodeByte(data[i])
}

const ordinarySigns = "‘’‚“”„–—…•«»€£§©®™°º¿¡\u00a0"

func plausibility(r, before, after rune) int {
	inside := unicode.IsLetter(before) && unicode.IsLetter(after)
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r):
		return -10
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -6
	case unicode.IsLetter(r):
		return 0
	case r == '’':
		return 1
	case strings.ContainsRune(ordinarySigns, r):
		if inside {
			return -4
		}
		return 1
	case unicode.IsLetter(before) || unicode.IsLetter(after):
		return -6
	}
	return -1
}
