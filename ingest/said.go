package ingest

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"time"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// sayings are what was said of one file, by name, as it is stored with the
// file: by flags ("zone", "date_order", "mark a" …) and, with "decided " in
// front, by what people decided about files like it.
type sayings map[string]string

// The names of what can be said.
const (
	sayWave, saySession = "wave", "session"
	sayDay, sayTitle    = "session_date", "session_title"
	sayOrder, sayZone   = "date_order", "zone"
	sayEncoding, sayAs  = "encoding", "as"
	sayKind             = "kind"
	sayMark, sayWord    = "mark ", "word "
	sayHeading          = "heading "
	// sayTable is, of a file that no layout knows, the name of its headings, and
	// decided what somebody said that they are.
	sayTable = "table"
	decided  = "decided "
	leftOut  = "-" // a word or a question that somebody left out
)

// readSayings reads what was stored with a file.
func readSayings(text string) (sayings, error) {
	s := sayings{}
	if text == "" {
		return s, nil
	}
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return nil, fmt.Errorf("what was said of a file: %w", err)
	}
	return s, nil
}

// text is how sayings are stored: keys in the alphabet's order.
func (s sayings) text() string {
	text, err := json.Marshal(map[string]string(s))
	if err != nil { // a map of strings always marshals
		return ""
	}
	return string(text)
}

// byFlags are the sayings without what was decided.
func (s sayings) byFlags() sayings {
	out := maps.Clone(s)
	maps.DeleteFunc(out, func(k, _ string) bool { return strings.HasPrefix(k, decided) })
	return out
}

// with adds what people decided.
func (s sayings) with(all map[string]string) sayings {
	out := maps.Clone(s)
	for k, v := range all {
		out[decided+k] = v
	}
	return out
}

// value is what a flag said, else what was decided.
func (s sayings) value(name string) string {
	if v := s[name]; v != "" {
		return v
	}
	return s[decided+name]
}

// group is everything said under a name with a blank at its end; flags win.
func (s sayings) group(name string) map[string]string {
	out := map[string]string{}
	for k, v := range s {
		if rest, ok := strings.CutPrefix(k, decided+name); ok && s[name+rest] == "" {
			out[rest] = v
		} else if rest, ok := strings.CutPrefix(k, name); ok {
			out[rest] = v
		}
	}
	return out
}

// said is what a layout is told of the file.
func (s sayings) said() (layout.Said, error) {
	said := layout.Said{Kind: vocabulary.Kind(s[sayKind]), Wave: s[sayWave], Session: s[saySession], SessionDay: s[sayDay], SessionTitle: s[sayTitle], DateOrder: s.value(sayOrder),
		Marks: s.group(sayMark), Words: s.group(sayWord)}
	if s[sayZone] == "" {
		return said, nil
	}
	var err error
	if said.Zone, err = time.LoadLocation(s[sayZone]); err != nil {
		return said, fmt.Errorf("what was said of a file: %w", err)
	}
	return said, nil
}

// saidByFlags is what the flags of a run say of its files.
func (o Options) saidByFlags(zone *time.Location) sayings {
	s := sayings{}
	for mark, meaning := range o.Said.Marks {
		s[sayMark+mark] = meaning
	}
	for name, value := range map[string]string{sayKind: string(o.Said.Kind), sayWave: o.Said.Wave, saySession: o.Said.Session, sayDay: o.Said.SessionDay, sayTitle: o.Said.SessionTitle,
		sayOrder: o.Said.DateOrder, sayZone: zone.String(), sayEncoding: o.Encoding, sayAs: o.As} {
		if value != "" {
			s[name] = value
		}
	}
	return s
}

// scope is which files one decision about how to read is for: those of one
// source and kind.
func scopeOf(source string, kind vocabulary.Kind) string { return source + "/" + string(kind) }
