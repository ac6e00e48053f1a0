package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

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
// them, and whether the response tells its moment. What is in it may name people, so it is keyed like a pseudonym.
type rowKeyer struct {
	key  []byte
	said func(Canonical) (answers string, moment bool)
	seen map[[16]byte]int // by a sum of the content, which can be long
}

func (k *rowKeyer) give(r *Canonical) {
	id := r.Key
	if id == "" {
		said, once := k.said(*r)
		id = "row\x1f" + strings.Join(r.Fields, "\x1f") + said
		among := id
		if once { // what stands on two sheets is one
			among += "\x1f" + strconv.Itoa(r.Sheet)
		}
		sum := sha256.Sum256([]byte(among))
		content := [16]byte(sum[:])
		k.seen[content]++
		id += "\x1f" + strconv.Itoa(k.seen[content])
	}
	r.Key = privacy.Pseudonym(k.key, "row "+string(r.Kind), id)
}

// answersSaid gives the answers of each response of a book, by heading, so that
// neither the order of columns nor a new one tells two exports apart; of a response
// that tells its moment without the headings, which somebody may word anew between
// two exports of one form. It reads the book when first asked.
func answersSaid(book *sheet.Book, questions []layout.Question, moment func(Canonical) bool) func(Canonical) (string, bool) {
	type place struct{ sheet, row int }
	var all map[place][2]string
	return func(c Canonical) (string, bool) {
		if c.Kind != vocabulary.Survey {
			return "", false
		}
		if all == nil {
			all = map[place][2]string{}
			for _, s := range book.Sheets {
				for row, err := range s.Rows() {
					if err != nil { // landing the rows meets it too, and says so
						break
					}
					all[place{s.No, row.No}] = answersOf(row, s.No, questions)
				}
			}
		}
		said := all[place{c.Sheet, c.Row.Row}]
		if moment(c) {
			return said[1], true
		}
		return said[0], false
	}
}

// answersOf names the answers of a row with their headings, and without.
func answersOf(row sheet.Row, no int, questions []layout.Question) [2]string {
	var said, bare []string
	for _, q := range questions {
		if cell := strings.TrimSpace(row.Cell(q.Column)); q.Sheet == no && cell != "" {
			said = append(said, "\x1f"+vocabulary.Loose(q.Heading)+"="+cell)
			bare = append(bare, cell)
		}
	}
	slices.Sort(said)
	slices.Sort(bare)
	return [2]string{hashed(said...), hashed(bare...)}
}

// tellsMoment reports, of the responses of one file, which tell when they were sent
// so closely that two of the same answers are one: a tool by the clock, people who
// typed them in only where they wrote seconds, which nobody does of a heap of paper.
func tellsMoment(source string, zone *time.Location) func(Canonical) bool {
	s, _ := vocabulary.SheetOf(vocabulary.Survey)
	at := s.Index("submitted_at")
	if zone == nil {
		zone = time.UTC
	}
	return func(c Canonical) bool {
		sent, err := time.Parse(time.RFC3339, c.Fields[at])
		if err != nil {
			return false
		}
		hour, minute, second := sent.In(zone).Clock()
		return second > 0 || source != ownSource && source != layout.TableSource && hour+minute > 0
	}
}
