package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
)

// hashed is a short name for parts that may hold what is private.
func hashed(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x1f")))
	return hex.EncodeToString(sum[:8])
}

// rowKeyer gives every row of one pass over a file the key by which exports
// repeat it: what its layout says identifies it, else its content and its
// occurrence in the file. Of a survey the answers are content too: said gives
// them. What is in it may name people, so it is keyed like a pseudonym.
type rowKeyer struct {
	key  []byte
	said func(Canonical) string
	seen map[[16]byte]int // by a sum of the content, which can be long
}

func (k *rowKeyer) give(r *Canonical) {
	id := r.Key
	if id == "" {
		id = "row\x1f" + strings.Join(r.Fields, "\x1f") + k.said(*r)
		sum := sha256.Sum256([]byte(id))
		content := [16]byte(sum[:])
		k.seen[content]++
		id += "\x1f" + strconv.Itoa(k.seen[content])
	}
	r.Key = privacy.Pseudonym(k.key, "row "+string(r.Kind), id)
}

// answersSaid gives the answers of each response of a book, by heading, so that
// neither the order of columns nor a new one tells two exports apart. It reads
// the book when first asked.
func answersSaid(book *sheet.Book, questions []layout.Question) func(Canonical) string {
	type place struct{ sheet, row int }
	var all map[place]string
	return func(c Canonical) string {
		if c.Kind != vocabulary.Survey {
			return ""
		}
		if all == nil {
			all = map[place]string{}
			for _, s := range book.Sheets {
				for row, err := range s.Rows() {
					if err != nil { // landing the rows meets it too, and says so
						break
					}
					all[place{s.No, row.No}] = answersOf(row, s.No, questions)
				}
			}
		}
		return all[place{c.Sheet, c.Row.Row}]
	}
}

func answersOf(row sheet.Row, no int, questions []layout.Question) string {
	var said []string
	for _, q := range questions {
		if cell := strings.TrimSpace(row.Cell(q.Column)); q.Sheet == no && cell != "" {
			said = append(said, "\x1f"+vocabulary.Loose(q.Heading)+"="+cell)
		}
	}
	slices.Sort(said)
	return hashed(said...)
}
