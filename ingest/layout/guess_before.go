package layout

import (
	"cmp"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// Before is how a table with nearly the same headings was read: its columns in
// their places, and what was said of them.
type Before struct {
	Set     string
	Columns []TableColumn
	Told    Told
}

// Alike is how many headings of a table a table of before has, and whether that
// is enough to say that it is the same one with other headings: half of each.
func (h TableHead) Alike(b Before) (int, bool) {
	have := map[string]bool{}
	for _, c := range b.Columns {
		have[c.Key] = true
	}
	both := 0
	for _, c := range h.Columns {
		if have[c.Key] {
			both++
		}
	}
	return both, both >= 2 && both*2 >= len(b.Columns) && both*2 >= len(h.Columns)
}

// carry puts what was said of the table of before in place of what is guessed:
// of a heading that stayed what it was, of a new one that stands for a gone one
// the same. Nothing of it is sure till somebody has looked.
func (p *Proposal) carry(b Before, said Told) {
	p.Told.Of = cmp.Or(b.Told.Of, b.Set)
	p.Order = cmp.Or(p.Order, b.Told.Order)
	now, then := map[string]bool{}, map[string]bool{}
	for _, c := range p.Head.Columns {
		now[c.Key] = true
	}
	var gone []TableColumn
	for _, c := range b.Columns {
		if then[c.Key] = true; !now[c.Key] {
			gone = append(gone, c)
			p.Gone = append(p.Gone, cmp.Or(c.Heading, c.Key))
		}
	}
	for i := range p.Columns {
		c := &p.Columns[i]
		if _, told := said.Columns[c.Key]; told {
			continue
		}
		role, known := b.Told.Columns[c.Key]
		switch {
		case then[c.Key] && known:
			c.Role, c.Sure, c.Reason = role, 0.95, whyBefore
		case !then[c.Key]:
			p.New = append(p.New, cmp.Or(c.Heading, c.Key))
			if was, sure := standsFor(p.Kind, c.TableColumn, gone); was.Key != "" {
				if role := b.Told.Columns[was.Key]; role != "" && role != RoleQuestion {
					c.Role, c.Sure, c.Reason, c.Was = role, sure, whyPlace, was.Heading
				}
			}
		}
	}
	p.onlyOnce()
}

// onlyOnce leaves a field to one column, the surest, and tells the roles.
func (p *Proposal) onlyOnce() {
	at := map[string]int{}
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.Role != RoleQuestion && c.Role != RoleLeftOut {
			if j, twice := at[c.Role]; twice {
				less := c
				if p.Columns[j].Sure < c.Sure {
					less, at[c.Role] = &p.Columns[j], i
				}
				less.Role, less.Sure, less.Reason = RoleLeftOut, 0.5, whyTaken
			} else {
				at[c.Role] = i
			}
		}
	}
	for _, c := range p.Columns {
		p.Told.Columns[c.Key] = c.Role
	}
}

// standsFor is the heading that is gone which a new one may stand for: spelt
// alike, of the same meaning, or in the same place.
func standsFor(kind vocabulary.Kind, c TableColumn, gone []TableColumn) (TableColumn, float64) {
	var best TableColumn
	sure := 0.0
	for _, g := range gone {
		score := 0.0
		mine, _ := vocabulary.RoleOf(c.Heading)
		theirs, _ := vocabulary.RoleOf(g.Heading)
		switch {
		case vocabulary.Nearest(c.Key, []string{g.Key}) != "" || strings.Contains(c.Key, g.Key) || strings.Contains(g.Key, c.Key):
			score = 0.8
		case mine != "" && mine == theirs:
			score = 0.8
		case mine.FieldFor(kind) == "" && g.Column == c.Column:
			score = 0.6
		}
		if score > sure {
			best, sure = g, score
		}
	}
	return best, sure
}

// Roles are what the columns of a table of a kind can be, in the order in which
// people are offered them.
func Roles(kind vocabulary.Kind) []string {
	var all []string
	s, ok := vocabulary.SheetOf(kind)
	if !ok || kind == KindLeftOut {
		return []string{RoleLeftOut}
	}
	for _, f := range s.Fields {
		if !slices.Contains(notSaid, f.Heading) {
			all = append(all, f.Heading)
		}
	}
	if nameField[kind] != "" {
		all = append(all, RoleGiven, RoleFamily)
	}
	if s.Questions {
		all = append([]string{RoleQuestion}, all...)
	}
	return append(all, RoleLeftOut)
}

// notSaid are the fields that the program itself works out.
var notSaid = []string{"meeting_id", "seen_as", "open"}
