package main

import (
	"slices"
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
		return s, usage("--as %q is not a kind of file we know", o.As).hinted(nearOr(o.As, append(sources(), tableKinds()...)))
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

// kind is the kind of row that --as names, "" where it names a source.
func (o ingestOptions) kind() vocabulary.Kind {
	if k := vocabulary.Kind(o.As); slices.Contains(layout.TableKinds, k) {
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

// tableKinds are the words for what the rows of a file can be.
func tableKinds() []string {
	var all []string
	for _, k := range layout.TableKinds {
		all = append(all, string(k))
	}
	return all
}

func layoutNamed(source string) layout.Layout {
	for _, l := range layout.All() {
		if l.Source() == source {
			return l
		}
	}
	return nil
}
