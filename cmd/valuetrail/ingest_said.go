package main

import (
	"strings"
	"time"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// said turns the flags into what is said of the files.
func (o ingestOptions) said() (layout.Said, error) {
	s := layout.Said{Kind: o.kind(), Wave: o.Wave, Session: o.Session, SessionDay: o.Day, SessionTitle: o.Title, DateOrder: o.Order, Marks: map[string]string{}}
	if o.Day != "" {
		if _, err := time.Parse(time.DateOnly, o.Day); err != nil {
			return s, usage("--session-date %q is not a day we can read", o.Day).hinted("write it like 2025-09-01")
		}
	}
	if o.Order != "" && o.Order != "dmy" && o.Order != "mdy" && o.Order != "ymd" {
		return s, usage("--date-order %q is not an order of days", o.Order).hinted("write dmy (day first), mdy (month first) or ymd")
	}
	if o.Zone != "" {
		zone, err := time.LoadLocation(o.Zone)
		if err != nil {
			return s, usage("--time-zone %q is not a time zone we know", o.Zone).hinted("write it like Europe/Paris")
		}
		s.Zone = zone
	}
	if o.source() != "" && layoutNamed(o.As) == nil {
		return s, usage("--as %q is not a kind of file we know", o.As).hinted(nearOr(o.As, append(sources(), string(vocabulary.Stories), string(vocabulary.Survey))))
	}
	for _, m := range o.Marks {
		mark, meaning, ok := strings.Cut(m, "=")
		status, err := vocabulary.ParsePresence(meaning)
		if !ok || err != nil || status == "" {
			return s, usage("--mark %q does not say what a mark means", m).hinted("write it like A=present; a mark means present, late, excused or absent")
		}
		s.Marks[strings.ToLower(strings.TrimSpace(mark))] = status
	}
	return s, nil
}

// kind is the kind of row that --as names: whether a form is told or answered.
func (o ingestOptions) kind() vocabulary.Kind {
	if k := vocabulary.Kind(o.As); k == vocabulary.Stories || k == vocabulary.Survey {
		return k
	}
	return ""
}

// source is the layout that --as names.
func (o ingestOptions) source() string {
	if o.kind() != "" {
		return ""
	}
	return o.As
}

func layoutNamed(source string) layout.Layout {
	for _, l := range layout.All() {
		if l.Source() == source {
			return l
		}
	}
	return nil
}
