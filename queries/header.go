package queries

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// key is one line of a header: what it must hold and where that goes.
type key struct {
	name     string
	optional bool
	set      func(*Indicator, string) error
}

var idPattern = regexp.MustCompile(`^[a-z][a-z0-9_]{2,40}$`)

// keys are the keys of a header, each once and in any order.
var keys = []key{
	{name: "id", set: func(i *Indicator, v string) error {
		i.ID = v
		if err := idFault(v); err != nil {
			return err
		}
		if i.File != "" && strings.TrimSuffix(i.File, ".sql") != v {
			return fmt.Errorf("%q is not the name of the file", v)
		}
		return nil
	}},
	{name: "title", set: func(i *Indicator, v string) error { i.Title = v; return nil }},
	{name: "question", set: func(i *Indicator, v string) error { i.Question = v; return nil }},
	{name: "group", set: func(i *Indicator, v string) error { i.Group = v; return among(vocabulary.Groups, v) }},
	{name: "cycle", set: func(i *Indicator, v string) error { i.Cycle = v; return among(vocabulary.IndicatorCycles, v) }},
	{name: "kind", set: func(i *Indicator, v string) error { i.Kind = v; return among(vocabulary.IndicatorKinds, v) }},
	{name: "evidence", set: func(i *Indicator, v string) error { i.Evidence = v; return among(vocabulary.Evidences, v) }},
	{name: "protects", set: func(i *Indicator, v string) error { i.Protects = v; return among(vocabulary.Protections, v) }},
	{name: "unit", set: func(i *Indicator, v string) error { i.Unit = v; return among(vocabulary.Units, v) }},
	{name: "better", set: func(i *Indicator, v string) error { i.Better = v; return among(vocabulary.Directions, v) }},
	{name: "needs", set: setNeeds},
	{name: "source", set: func(i *Indicator, v string) error { i.Source = v; return nil }},
	{name: "part", optional: true, set: setParts},
	{name: "cells", optional: true, set: func(i *Indicator, v string) error { i.Cells = v; return nil }},
	{name: "secondary", optional: true, set: func(i *Indicator, v string) error {
		i.Secondary = v == "yes"
		return among(vocabulary.Choice{Name: "value", Words: []string{"yes", "no"}}, v)
	}},
}

func among(c vocabulary.Choice, v string) error {
	if c.Has(v) {
		return nil
	}
	return &vocabulary.UnknownWordError{Choice: c, Word: echoed(v)}
}

func setNeeds(i *Indicator, v string) error {
	for need := range strings.SplitSeq(v, ",") {
		need = strings.TrimSpace(need)
		if _, ok := vocabulary.SheetOf(vocabulary.Kind(need)); !ok {
			return fmt.Errorf("%q is no spreadsheet of valuetrail", echoed(need))
		}
		i.Needs = append(i.Needs, need)
	}
	return nil
}

func setParts(i *Indicator, v string) error {
	switch v {
	case "data":
		i.PartData = true
		return nil
	case "cycles":
		i.PartCycles = true
		return nil
	}
	for part := range strings.SplitSeq(v, "|") {
		part = strings.TrimSpace(part)
		switch {
		case !idPattern.MatchString(part):
			return fmt.Errorf("want data, cycles or words of 3 to 41 small letters between |, not %q", echoed(part))
		case slices.Contains(i.Parts, part):
			return fmt.Errorf("%q twice", echoed(part))
		}
		i.Parts = append(i.Parts, part)
	}
	return nil
}

// parseIndicator reads one file. The header is the unbroken run of
// "-- key: value" from line 1; the remarks after it say how this is counted.
func parseIndicator(file, text string) (Indicator, []error) {
	ind := Indicator{SQL: text, File: file}
	lines := strings.Split(text, "\n")
	h := heading{ind: &ind, seen: map[string]int{}, excused: map[string]bool{}}
	at := 0
	for at < len(lines) && h.line(lines, at) {
		at++
	}
	rest, line, err := prose(lines[at:])
	ind.Counted = rest
	ind.body = at + line + 1
	switch {
	case len(h.seen)+len(h.excused) == 0:
		h.wrong(1, "no header: line 1 is -- id: %s, and a line for each of its keys follows; valuetrail indicators new ID begins a file", strings.TrimSuffix(file, ".sql"))
	default:
		h.missing()
		if err != nil {
			h.wrong(at+1, "%w", err)
		}
	}
	return ind, append(h.faults, faultsOfBody(file, lines[at+line:], ind.body)...)
}

func keyNames() []string {
	var all []string
	for _, k := range keys {
		all = append(all, k.name)
	}
	return all
}

// prose joins the remarks from a bare "--" on, and says how many lines they are.
func prose(lines []string) (string, int, error) {
	var words []string
	n := 0
	for _, line := range lines {
		body, ok := strings.CutPrefix(line, "--")
		if !ok {
			break
		}
		if n++; strings.TrimSpace(body) != "" {
			words = append(words, strings.TrimSpace(body))
		}
	}
	if words == nil {
		return "", n, fmt.Errorf("after the header: a line --, then in plain words how this is counted")
	}
	return strings.Join(words, " "), n, nil
}

// faultsOfBody finds what would break out of the splice: a $, a second
// statement, or anything but one SELECT, which may start with WITH. first is the
// number of the first line.
func faultsOfBody(file string, lines []string, first int) []error {
	var faults []error
	begun := false
	for i, line := range lines {
		code := strings.TrimSpace(withoutRemark(line))
		if code == "" {
			continue
		}
		if word, _, _ := strings.Cut(code, " "); !begun && !slices.Contains([]string{"WITH", "SELECT"}, strings.ToUpper(word)) {
			faults = append(faults, fault(file, first+i, "want one SELECT, which may start with WITH, not %q", echoed(word)))
		}
		begun = true
		for _, sign := range []string{"$", ";"} {
			if strings.Contains(code, sign) {
				faults = append(faults, fault(file, first+i, "no %s in an indicator: it is spliced into one statement", sign))
			}
		}
	}
	if !begun {
		faults = append(faults, fault(file, first, "no SELECT"))
	}
	return faults
}

func withoutRemark(line string) string {
	before, _, _ := strings.Cut(line, "--")
	return before
}
