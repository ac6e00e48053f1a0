package layout

import (
	"slices"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// mostTasted is how many rows of a table are looked at for a proposal.
const mostTasted = 5000

// Proposal is what a table that no layout knows seems to be. It is for a person
// to judge, and it is the same for the same rows.
type Proposal struct {
	Head TableHead
	// Told is the proposal; its kind is KindLeftOut where nothing speaks for any.
	Told
	// Sure is how sure the kind is, 0 to 1, Reason the key of the sentence why.
	Sure    float64
	Reason  string
	Columns []Proposed
	// OpenDay is a day that is another in another order and that nothing in its
	// column decides, "" where none is: then Order is a proposal too.
	OpenDay string
	// New and Gone are the headings that came and went since a table of before.
	New, Gone []string
	known     bool // some column says something of ours
}

// Proposed is what one column seems to be.
type Proposed struct {
	TableColumn
	Role string
	Sure float64
	// Reason is the key of the sentence why, Was what that sentence names: a
	// heading of before.
	Reason, Was string
	// Words are the answers that a question had, as Answers of ingest has them, and
	// Count how many.
	Words []string
	Count int
}

// Propose looks at a table as a person would who sees it first: which column says
// what, and so what the rows are. What somebody said already, as a kind or of
// some columns, is kept; before is how a table with nearly the same headings was
// read, nil without one. It is false where there is no table.
func Propose(b *sheet.Book, said Told, before *Before) (Proposal, bool) {
	head, ok := FindTable(b)
	if !ok {
		return Proposal{}, false
	}
	p := Proposal{Head: head}
	seen := look(b, head)
	guesses := make([]guess, len(head.Columns))
	for i, c := range head.Columns {
		guesses[i] = taste(c.Heading, &seen[i])
		p.known = p.known || guesses[i].role != "" && guesses[i].reason != whyPart
	}
	if before != nil && said.Kind == "" {
		said.Kind, p.Reason, p.Sure = before.Told.Kind, whyBefore, 0.85
	}
	switch {
	case p.Reason != "":
	case said.Kind != "":
		p.Reason, p.Sure = whySaid, 1
	default:
		said.Kind, p.Sure, p.Reason = kindOf(guesses, seen)
	}
	p.Told = Told{Kind: said.Kind, Columns: map[string]string{}, Order: said.Order}
	p.assign(guesses, seen, said)
	if before != nil {
		p.carry(*before, said)
	}
	p.orderOf(b, seen)
	return p, true
}

// Speaks reports whether anything speaks for a table's being of use: a kind it
// could be, or days, people or addresses in it.
func (p Proposal) Speaks() bool { return p.Kind != KindLeftOut || p.known }

// look reads the columns of a table.
func look(b *sheet.Book, head TableHead) []evidence {
	all := make([]evidence, len(head.Columns))
	for i := range all {
		all[i].different = map[string]int{}
	}
	n := 0
	for row, err := range b.Sheets[head.Sheet-1].Rows() {
		if err != nil || n > mostTasted+head.Above {
			break
		}
		if n++; n <= head.Above+1 {
			continue
		}
		for i, c := range head.Columns {
			all[i].add(row.Cell(c.Column), b.Delimiter == ";")
		}
	}
	return all
}

// kindOf tells by its columns what the rows of a table are, how sure that is, and
// the key of the reason.
func kindOf(all []guess, seen []evidence) (vocabulary.Kind, float64, string) {
	has := map[vocabulary.Role]bool{}
	asking, texts := 0, 0
	for i, g := range all {
		if g.role != "" {
			has[g.role] = true
		}
		switch g.role {
		case vocabulary.SaysActivity, vocabulary.SaysOutput, vocabulary.SaysApplication, vocabulary.SaysPersonal, vocabulary.SaysOrganization, vocabulary.SaysSuccess:
			if seen[i].long*2 > seen[i].filled {
				texts++
			}
			if g.asks >= 0.5 {
				asking++
			}
		default:
			if g.asks >= 0.5 && (g.role == "" || g.reason == whyPart && g.role.FieldFor(vocabulary.Survey) == "") {
				asking++
			}
		}
	}
	any := func(roles ...vocabulary.Role) bool {
		return slices.ContainsFunc(roles, func(r vocabulary.Role) bool { return has[r] })
	}
	who := any(vocabulary.SaysName, vocabulary.SaysGiven, vocabulary.SaysEmail, vocabulary.SaysMember)
	stays := any(vocabulary.SaysMinutes, vocabulary.SaysStatus, vocabulary.SaysLeft, vocabulary.SaysMode)
	member := any(vocabulary.SaysOrganisation, vocabulary.SaysMemberSince, vocabulary.SaysMemberUntil, vocabulary.SaysSector, vocabulary.SaysFunction, vocabulary.SaysJob, vocabulary.SaysCohort)
	dated := has[vocabulary.SaysDate]
	switch {
	case texts >= 2 && has[vocabulary.SaysActivity]:
		return vocabulary.Stories, 0.8, "tells_activity"
	case who && stays && asking <= 1:
		return vocabulary.Attendance, 0.85, "who_and_stay"
	case asking >= 1 && (who || dated || has[vocabulary.SaysResponse]) && (asking >= 2 || !member):
		return vocabulary.Survey, 0.8, "asks_and_who"
	case asking >= 3:
		return vocabulary.Survey, 0.65, "asks"
	case who && member:
		return vocabulary.Roster, 0.8, "who_and_belongs"
	case who && dated:
		return vocabulary.Attendance, 0.6, "who_and_day"
	case dated && has[vocabulary.SaysTitle] && !who:
		return vocabulary.Sessions, 0.7, "day_and_title"
	case has[vocabulary.SaysResponse] && len(all) >= 2 && seen[0].filled >= 20:
		return vocabulary.Survey, 0.5, "numbered_rows"
	case who:
		return vocabulary.Roster, 0.4, "who_alone"
	}
	return KindLeftOut, 0.3, "nothing_known"
}

// assign gives each column its role in a table of the kind: where two say the
// same, the surer one has it.
func (p *Proposal) assign(all []guess, seen []evidence, said Told) {
	taken := map[string]int{}
	p.Columns = make([]Proposed, len(all))
	order := make([]int, len(all))
	for i := range all {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(100*all[b].sure) - int(100*all[a].sure)
	})
	for key, role := range said.Columns { // what was said comes before what is guessed
		taken[role] = max(taken[role], 1)
		p.Told.Columns[key] = role
	}
	for _, i := range order {
		c := Proposed{TableColumn: p.Head.Columns[i]}
		c.Role, c.Sure, c.Reason = p.roleOf(all[i], &seen[i], taken)
		if role, ok := said.Columns[c.Key]; ok {
			c.Role, c.Sure, c.Reason = role, 1, whySaid
		} else if c.Role != RoleQuestion && c.Role != RoleLeftOut {
			taken[c.Role]++
		}
		if c.Role == RoleQuestion {
			c.Words, c.Count = seen[i].commonest(), seen[i].filled
		}
		p.Columns[i] = c
		p.Told.Columns[c.Key] = c.Role
	}
}

// roleOf is the role of one column in a table of the kind.
func (p *Proposal) roleOf(g guess, e *evidence, taken map[string]int) (string, float64, string) {
	field := ""
	if g.role != "" && p.Kind != KindLeftOut {
		field = g.role.FieldFor(p.Kind)
	}
	survey := p.Kind == vocabulary.Survey
	personal := slices.Contains([]vocabulary.Role{vocabulary.SaysName, vocabulary.SaysGiven, vocabulary.SaysFamily, vocabulary.SaysEmail}, g.role)
	switch {
	case e.filled == 0 && (field == "" || !survey):
		return RoleLeftOut, 0.9, whyEmpty
	case field != "" && taken[field] == 0 && (!survey || g.sure >= 0.6 || g.asks < 0.9):
		return field, g.sure, g.reason
	case survey && !personal:
		return RoleQuestion, max(g.asks, 0.5), first(g.asking, whyRest)
	case field != "":
		return RoleLeftOut, 0.5, whyTaken
	}
	return RoleLeftOut, 0.5, whyNoField
}

// commonest are the commonest answers, at most thirteen, in the alphabet's order.
func (e *evidence) commonest() []string {
	var all []string
	for w := range e.different {
		all = append(all, w)
	}
	slices.SortFunc(all, func(a, b string) int {
		if d := e.different[b] - e.different[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	all = all[:min(13, len(all))]
	slices.Sort(all)
	return all
}

// orderOf proposes how days are written where a column of days leaves it open:
// the day first, but where the file is of a program that writes points for
// decimals and commas between cells.
func (p *Proposal) orderOf(b *sheet.Book, seen []evidence) {
	for i, c := range p.Columns {
		s, _ := vocabulary.SheetOf(p.Kind)
		at := slices.IndexFunc(s.Fields, func(f vocabulary.Field) bool { return f.Heading == c.Role })
		if at < 0 || s.Fields[at].Holds != vocabulary.Day && s.Fields[at].Holds != vocabulary.Instant || seen[i].times.order() != "" || seen[i].times.seen == 0 {
			continue
		}
		p.OpenDay = openDay(&seen[i])
		if p.Order == "" && (b.Delimiter == ";" || seen[i].times.dotted) {
			p.Order = dmy
		}
	}
	if p.OpenDay != "" && p.Order == "" {
		p.Order = dmy
	}
}

// openDay is the first cell, in the alphabet's order, that is another day in
// another order.
func openDay(e *evidence) string {
	best := ""
	for text := range e.different {
		w, ok := readDate(timeText(text))
		if !ok {
			continue
		}
		a, isDMY := w.in(dmy)
		b, isMDY := w.in(mdy)
		if isDMY && isMDY && a != b && (best == "" || text < best) {
			best = text
		}
	}
	return best
}
