package layout

import (
	"errors"
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// fault is what is wrong with one cell.
type fault struct {
	code, value, detail string
	need                vocabulary.Need
	at                  place
	open                bool // only the order of days is missing
}

// value makes the cell of field i canonical. A cell that cannot be read gives
// "" and a fault.
func (o *ownReader) value(i int, row sheet.Row) (string, fault) {
	f := o.t.schema.Fields[i]
	raw := unguarded(strings.TrimSpace(row.Cell(o.t.column[i])))
	if sheet.Blank(raw) {
		return "", fault{}
	}
	bad := func(code, detail string) (string, fault) {
		need := f.Need
		if o.isMark(f) {
			need = vocabulary.Required // a row without its mark would count as somebody who came
		}
		return "", fault{code: code, value: raw, detail: detail, need: need}
	}
	if FailedFormula(raw) {
		return bad("formula_error", "")
	}
	switch f.Holds {
	case vocabulary.Day, vocabulary.Instant:
		return o.moment(i, f, raw, row.No)
	case vocabulary.Clock:
		if v, ok := readClock(raw); ok {
			return v, fault{}
		}
		return bad("clock_unreadable", "")
	case vocabulary.Number, vocabulary.Whole:
		n, ok := readNumber(raw, o.commas)
		if !ok && f.Heading == "minutes" {
			n, ok = readDuration(raw)
		}
		if !ok || f.Holds == vocabulary.Whole && n != float64(int64(n)) {
			return bad("number_unreadable", "")
		}
		if n < 0 && f.Heading == "minutes" {
			return bad("number_out_of_range", "")
		}
		return plainNumber(n), fault{}
	case vocabulary.Flag:
		v, err := yesNo.Parse(raw)
		if err != nil {
			return bad("flag_unreadable", "")
		}
		return v, fault{}
	case vocabulary.Word:
		v, err := o.word(f, raw)
		switch {
		case err != nil && o.isMark(f):
			return bad("mark_unknown", nearest(err))
		case err != nil:
			return bad("word_unknown", nearest(err))
		}
		return v, fault{}
	case vocabulary.List, vocabulary.People:
		if f.Heading == "cycles" {
			return o.cycleList(raw, bad)
		}
		return list(raw), fault{}
	}
	return raw, fault{}
}

// word reads a word of a closed list, or one that somebody explained.
func (o *ownReader) word(f vocabulary.Field, raw string) (string, error) {
	v, err := f.Choice.Parse(raw)
	if err == nil {
		return v, nil
	}
	if said, ok := o.said.Marks[markOf(raw)]; ok && o.isMark(f) {
		return said, nil
	}
	switch said := o.said.Words[vocabulary.Loose(raw)]; {
	case said == "-":
		return "", nil
	case f.Choice.Has(said):
		return said, nil
	}
	return v, err
}

// isMark tells the field that says whether somebody came.
func (o *ownReader) isMark(f vocabulary.Field) bool {
	return o.t.schema.Kind == vocabulary.Attendance && f.Heading == "status"
}

// cycleList reads several cycles; those it does not know are left out.
func (o *ownReader) cycleList(raw string, bad func(code, detail string) (string, fault)) (string, fault) {
	var known []string
	var wrong fault
	for part := range strings.SplitSeq(list(strings.ReplaceAll(raw, ",", ";")), ";") {
		c, err := vocabulary.ParseCycle(part)
		if said, ok := o.said.Words[vocabulary.Loose(part)]; ok && err != nil {
			if c, err = vocabulary.ParseCycle(said); said == "-" {
				continue
			}
		}
		if err != nil {
			_, wrong = bad("word_unknown", nearest(err))
			wrong.value = part
			continue
		}
		known = append(known, string(c))
	}
	return strings.Join(known, ";"), wrong
}

func nearest(err error) string {
	var unknown *vocabulary.UnknownWordError
	if errors.As(err, &unknown) {
		return unknown.Nearest()
	}
	return ""
}

// moment reads a day or an instant.
func (o *ownReader) moment(i int, f vocabulary.Field, raw string, row int) (string, fault) {
	code := "date_unreadable"
	if f.Holds == vocabulary.Instant {
		code = "instant_unreadable"
	}
	m, ok, open := o.order[i].read(raw)
	if open {
		c := &o.open[i]
		if c.cells == 0 {
			c.first, c.text = place{o.t.sheet.No, row, o.t.column[i]}, raw
		}
		c.cells++
		return "", fault{code: "date_order_unknown", value: raw, need: f.Need, open: true}
	}
	if !ok || m.known == toMonth && f.Heading != "month" {
		return "", fault{code: code, value: raw, need: f.Need}
	}
	if f.Heading == o.t.schema.Dated {
		o.span.add(m)
	}
	if f.Holds == vocabulary.Day {
		m.known = max(m.known, toDay)
		return m.Day(), fault{}
	}
	o.zoned = o.zoned || m.known == toClock && m.at == nil
	return m.instantOrNoon(o.zone()), fault{}
}

// needsOne lists, by kind, the groups of OneOf that every row must answer too.
var needsOne = map[vocabulary.Kind][]int{
	vocabulary.Attendance: {0, 1, 2}, vocabulary.Stories: {0}, "leadership_groups": {0}, "story_codes": {0}, "peer_assists": {0}, "votes": {0},
}

// field is the value of a heading.
func (o *ownReader) field(fields []string, heading string) string {
	return fields[o.t.form.at[heading]]
}

// missing names what a row must have and has not, "" when nothing is missing.
func (o *ownReader) missing(fields []string) string {
	for i, f := range o.t.schema.Fields {
		needed := o.t.column[i] > 0 || o.t.told != nil && o.t.schema.Kind != vocabulary.Survey
		if f.Need == vocabulary.Required && fields[i] == "" && needed {
			return f.Heading
		}
	}
	for _, g := range needsOne[o.t.schema.Kind] {
		found := false
		for _, h := range o.t.schema.OneOf[g] {
			found = found || o.field(fields, h) != ""
		}
		if !found {
			return strings.Join(o.t.schema.OneOf[g], ", ")
		}
	}
	return ""
}
