package ingest

import (
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/internal/privacy"
	"valuetrail/internal/vocabulary"
)

// pseudonymiser turns the people that the rows of one file name into aliases.
// It is a pure function of the file and the key.
type pseudonymiser struct {
	key    []byte
	fileID string
	// alone is the only e-mail (or other handle) that a name has in this file:
	// a row with the name alone is the same person. A name beside two is nobody's.
	alone map[string]handle
	// shared are the e-mails that a member list gives to several people: they
	// stand beside two ids or two given names, of which first is the first.
	shared  map[string]bool
	first   map[[2]string]string
	aliases map[aliasKey]*Alias
	order   []aliasKey
	names   names
}

type aliasKey struct{ id, sameAs, shown string }

// handle is one way to tell who somebody is.
type handle struct{ kind, value string }

func (h handle) none() bool { return h.value == "" }

// person is what a row says of one person.
type person struct{ member, email, platform, name, shown string }

// best is the surest handle of the person, none when there is not even a name.
func (p person) best() handle {
	switch {
	case p.member != "":
		return handle{"member", p.member}
	case p.email != "":
		return handle{"email", p.email}
	case p.platform != "":
		return handle{"platform", p.platform}
	}
	return handle{"name", p.name}
}

// sure are the handles that identify without a doubt.
func (p person) sure() []handle {
	var all []handle
	platform := handle{"platform", p.platform}
	if e := layout.NormaliseEmail(p.platform); e != "" { // a user name that is an e-mail is one wherever it stands
		platform = handle{"email", e}
	}
	for _, h := range []handle{{"member", p.member}, {"email", p.email}, platform} {
		if !h.none() {
			all = append(all, h)
		}
	}
	return all
}

// newPseudonymiser is one that has met no row yet. It must meet all rows of the
// file before it names the people of any.
func newPseudonymiser(key []byte, fileID string) *pseudonymiser {
	return &pseudonymiser{key: key, fileID: fileID, alone: map[string]handle{}, shared: map[string]bool{}, first: map[[2]string]string{},
		aliases: map[aliasKey]*Alias{}, names: newNames()}
}

// meet learns from a row what its names and e-mails stand beside.
func (p *pseudonymiser) meet(r layout.Row) {
	s, ok := vocabulary.SheetOf(r.Kind)
	switch {
	case !ok:
	case r.Kind == vocabulary.Roster:
		p.meetListed(p.names.person(s, "member", r.Fields))
	default:
		for _, group := range s.Persons() {
			p.meetNamed(p.names.person(s, group, r.Fields))
		}
	}
}

func (p *pseudonymiser) meetListed(who person) {
	given, _, _ := strings.Cut(who.name, " ")
	for what, value := range map[string]string{"id": who.member, "name": given} {
		at := [2]string{what, who.email}
		if value == "" || who.email == "" {
			continue
		}
		if before, ok := p.first[at]; ok && before != value {
			p.shared[who.email] = true
		}
		p.first[at] = value
	}
}

func (p *pseudonymiser) meetNamed(who person) {
	h := who.best()
	if who.name == "" || h.kind == "name" {
		return
	}
	if before, ok := p.alone[who.name]; ok && before != h {
		h = handle{}
	}
	p.alone[who.name] = h
}

// inList is the handle that a row of the member list goes by. Without an id or
// an e-mail of its own it is the row's name, which is not the name that others
// write: two members may have that one.
func (p *pseudonymiser) inList(who person) handle {
	if h := who.best(); h.kind != "name" && (h.kind != "email" || !p.shared[h.value]) {
		return h
	}
	return handle{"listed", who.name}
}

// names reads the people in the rows of one file.
type names struct{ layout.Names }

func newNames() names { return names{layout.Names{}} }

// person reads one group of identifying fields.
func (n names) person(s vocabulary.Sheet, group string, fields []string) person {
	var p person
	for i, f := range s.Fields {
		if f.Person != group || fields[i] == "" {
			continue
		}
		switch f.Holds {
		case vocabulary.MemberID:
			p = memberOrElse(p, fields[i])
		case vocabulary.Email:
			p.email = layout.NormaliseEmail(fields[i])
		case vocabulary.PlatformID:
			p.platform = strings.ToLower(strings.TrimSpace(fields[i]))
		case vocabulary.Name:
			p.shown, p.name = fields[i], n.Normalise(fields[i])
		}
	}
	if strings.Contains(p.platform, "@") && p.email == "" {
		p.email, p.platform = layout.NormaliseEmail(p.platform), ""
	}
	return p
}

// memberOrElse reads a cell that should hold the member list's own id; people
// also write an e-mail there.
func memberOrElse(p person, cell string) person {
	cell = strings.TrimSpace(cell)
	if strings.Contains(cell, "@") {
		p.email = layout.NormaliseEmail(cell)
	} else {
		p.member = strings.ToLower(cell)
	}
	return p
}

// nobody is what tools and people write where an answer has no name: many who
// write it are not one person.
var nobody = regexp.MustCompile(`^(?i:anon|anonym|anonymous|unknown|guest|none|nobody|n/?a|[-–—.?*x]+)$`)

func withoutPlaceholders(p person) person {
	if nobody.MatchString(p.member) {
		p.member = ""
	}
	if nobody.MatchString(strings.TrimSpace(p.shown)) {
		p.shown, p.name = "", ""
	}
	return p
}

// canonical gives the row its pseudonyms and notes the aliases on the way.
func (p *pseudonymiser) canonical(r layout.Row) Canonical {
	s, _ := vocabulary.SheetOf(r.Kind)
	c := Canonical{Row: r, Values: append([]string(nil), r.Fields...)}
	day := dayIn(s, r.Fields)
	for _, group := range s.Persons() {
		who := p.names.person(s, group, r.Fields)
		if s.Kind == vocabulary.Survey {
			who = withoutPlaceholders(who)
		}
		c.Values = append(c.Values, p.note(who, s, r, day))
	}
	for i, f := range s.Fields {
		if f.Holds != vocabulary.People {
			continue
		}
		var ids []string
		for one := range strings.SplitSeq(r.Fields[i], ";") {
			ids = append(ids, p.someone(one, s, r, day)...)
		}
		c.Values = append(c.Values, strings.Join(ids, ";"))
	}
	return c
}

// someone notes a person of a list: an id, an e-mail or a name. The aliases of
// a member list row are names of the row's own person.
func (p *pseudonymiser) someone(cell string, s vocabulary.Sheet, r layout.Row, day int) []string {
	if cell = strings.TrimSpace(cell); cell == "" {
		return nil
	}
	if s.Kind == vocabulary.Roster {
		own := p.inList(p.names.person(s, "member", r.Fields))
		h := handle{"name", p.names.Normalise(cell)}
		if strings.Contains(cell, "@") {
			h = handle{"email", layout.NormaliseEmail(cell)}
		}
		if h.none() {
			return nil
		}
		return []string{p.add(h, p.id(own), person{name: p.names.Normalise(cell), shown: cell}, s, r, day)}
	}
	who := memberOrElse(person{}, cell)
	if strings.Contains(cell, " ") {
		who = person{shown: cell, name: p.names.Normalise(cell)}
	}
	return []string{p.note(who, s, r, day)}
}

// note gives the pseudonym a person goes by and stores each sure handle.
func (p *pseudonymiser) note(who person, s vocabulary.Sheet, r layout.Row, day int) string {
	if class := fieldOf(s, r.Fields, "seen_as"); class != "" && class != "person" {
		return ""
	}
	h := who.best()
	switch one := p.alone[h.value]; {
	case s.Kind == vocabulary.Roster:
		h = p.inList(who)
	case h.kind == "name" && !one.none():
		h = one
	}
	if h.none() {
		return ""
	}
	same := p.id(h)
	handles := who.sure()
	if !slices.Contains(handles, h) {
		handles = append(handles, h)
	}
	if s.Kind == vocabulary.Roster && who.name != "" {
		handles = append(handles, handle{"name", who.name})
	}
	for _, one := range handles {
		p.add(one, same, who, s, r, day)
	}
	return same
}

func (p *pseudonymiser) add(h handle, same string, who person, s vocabulary.Sheet, r layout.Row, day int) string {
	id := p.id(h)
	k := aliasKey{id, same, who.shown}
	a := p.aliases[k]
	if a == nil {
		a = &Alias{ID: id, SameAs: same, Kind: h.kind, Handle: h.value, Origin: s.Kind, Shown: who.shown, Name: who.name,
			Email: who.email, FileID: p.fileID, Sheet: r.Sheet, Row: r.Row, FirstDay: day, LastDay: day}
		p.aliases[k] = a
		p.order = append(p.order, k)
	}
	if day != 0 {
		if a.FirstDay == 0 || day < a.FirstDay {
			a.FirstDay = day
		}
		a.LastDay = max(a.LastDay, day)
	}
	return id
}

// id is the pseudonym of a handle.
func (p *pseudonymiser) id(h handle) string { return privacy.Pseudonym(p.key, h.kind, h.value) }

// all are the aliases in the order of the file.
func (p *pseudonymiser) all() []Alias {
	all := make([]Alias, 0, len(p.order))
	for _, k := range p.order {
		all = append(all, *p.aliases[k])
	}
	return all
}

// fieldOf is the value of a field by its heading, "" when the sheet has none.
func fieldOf(s vocabulary.Sheet, fields []string, heading string) string {
	if i := s.Index(heading); i >= 0 {
		return fields[i]
	}
	return ""
}

// dayIn is the day that a row is about, 0 when it names none. The days of a
// member list row are when somebody belonged, not when they were seen.
func dayIn(s vocabulary.Sheet, fields []string) int {
	if s.Dated == "" || s.Kind == vocabulary.Roster {
		return 0
	}
	return dayNo(fieldOf(s, fields, s.Dated))
}
