package sheet

import (
	"bytes"
	"math"
	"strings"
)

// rivals are the delimiters that are sniffed, the likelier first.
var rivals = []byte{',', ';', '\t', '|'}

const (
	sniffBytes = 1 << 20
	sniffRows  = 500
)

// declared reads a leading sep= line: the delimiter it says and the text after
// it. Zero if there is none.
func declared(text []byte) (delimiter byte, rest []byte) {
	end := bytes.IndexAny(text, "\r\n")
	if end < 0 || end > 16 {
		return 0, text
	}
	line := strings.Trim(string(text[:end]), `"`)
	if len(line) != 5 || !strings.EqualFold(line[:4], "sep=") {
		return 0, text
	}
	d := line[4]
	if d >= 0x80 || d == '"' || d >= '0' && d <= '9' || isASCIILetter(rune(d)) || d == ' ' {
		return 0, text
	}
	rest = text[end+1:]
	if text[end] == '\r' && len(rest) > 0 && rest[0] == '\n' {
		rest = rest[1:]
	}
	return d, rest
}

// sniffDelimiter reads the head of a text with each rival and takes the one
// that makes the best table of it: preambles, sections of different width and
// ragged rows only weaken it. A comma if nothing speaks for any.
func sniffDelimiter(text []byte) byte {
	best, winner := 0.0, rivals[0]
	for _, d := range rivals {
		if score := tableScore(text, d); score > best*1.0001 {
			best, winner = score, d
		}
	}
	return winner
}

// tableScore grows with the share of rows that are as wide as a neighbour and
// with that width, and shrinks with the share of cells that still hold another
// delimiter.
func tableScore(text []byte, delimiter byte) float64 {
	sample := text[:min(len(text), sniffBytes)]
	r := newRecords(sample, delimiter)
	var widths []int
	cells, unsplit := 0, 0
	for len(widths) < sniffRows && r.read() == nil && !r.done {
		if r.pos == len(sample) && len(sample) < len(text) {
			break // cut off in the middle
		}
		row := r.cells()
		if len(cutBlanks(row)) == 0 {
			continue
		}
		widths = append(widths, len(row))
		for i, cell := range row {
			if cell != "" && !r.quoted[i] {
				cells++
				if holdsRival(cell, delimiter) {
					unsplit++
				}
			}
		}
	}
	inRuns, weight := 0, 0.0
	for i, w := range widths {
		alike := i > 0 && widths[i-1] == w || i+1 < len(widths) && widths[i+1] == w
		if w >= 2 && (alike || len(widths) == 1) {
			inRuns++
			weight += math.Log2(float64(w))
		} else if w >= 2 {
			weight += 0.25 * math.Log2(float64(w)) // ragged, but split
		}
	}
	if weight == 0 {
		return 0
	}
	share := (float64(inRuns) + 1) / (float64(len(widths)) + 1)
	clean := 1 - 0.8*float64(unsplit)/float64(max(1, cells))
	return weight / float64(len(widths)) * share * clean
}

// holdsRival reports whether a cell holds another delimiter in a way that text
// and numbers do not: a comma before a blank or between digits is ordinary.
func holdsRival(cell string, delimiter byte) bool {
	for i := 0; i < len(cell); i++ {
		c := cell[i]
		if c == delimiter || bytes.IndexByte(rivals, c) < 0 {
			continue
		}
		if c == '\t' || c == '|' {
			return true
		}
		last := i+1 == len(cell)
		if last || cell[i+1] == ' ' {
			continue
		}
		if c == ',' && i > 0 && isDigit(cell[i-1]) && isDigit(cell[i+1]) {
			continue
		}
		return true
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// delimiterName is the word that Book.Delimiter uses.
func delimiterName(d byte) string {
	if d == '\t' {
		return "tab"
	}
	return string(rune(d))
}
