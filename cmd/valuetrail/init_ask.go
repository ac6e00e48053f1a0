package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"valuetrail/internal/settings"
)

// asker asks somebody at the keyboard.
type asker struct {
	env *env
	in  *bufio.Scanner
}

// line asks until check takes the answer; an empty one means what is offered.
func (a asker) line(question, offered string, check func(string) error) error {
	for {
		fmt.Fprintf(a.env.Stderr, "%s%s ", question, map[bool]string{true: " [" + offered + "]", false: ""}[offered != ""])
		if !a.in.Scan() {
			fmt.Fprintln(a.env.Stderr)
			return errEnded
		}
		answer := cmp.Or(strings.TrimSpace(a.in.Text()), offered)
		err := check(answer)
		if err == nil {
			return nil
		}
		a.env.tell("%s", err)
	}
}

// ask asks what the options did not say. A wrong answer is asked again.
func (o *initOptions) ask(e *env, to *settings.Answers) error {
	a := asker{e, bufio.NewScanner(e.Stdin)}
	year := settings.Default().AcademicYear.Year(settings.DayOf(e.now()))
	text := func(to *string) func(string) error {
		return func(s string) error { *to = s; return nil }
	}
	folder, err := filepath.Abs(o.Folder)
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	for _, q := range []struct {
		known bool
		key   string
		offer func() string
		check func(string) error
	}{
		{to.Name != "", "name", func() string { return filepath.Base(folder) }, text(&to.Name)},
		{to.Purpose != "", "purpose", nothing, text(&to.Purpose)},
		{to.CohortTitle != "", "cohort", func() string { return year.ID }, text(&to.CohortTitle)},
		{to.First != 0 && to.Last != 0, "days", func() string { return o.days(e, to, year) }, func(s string) error { return o.takeDays(e, s, to) }},
		{to.TimeZone != "", "zone", nothing, func(s string) error { return takeZone(e, s, &to.TimeZone) }},
		{o.Members != "", "members", nothing, func(s string) error { return o.takeMembers(e, s) }},
		{to.Sponsor != "", "sponsor", nothing, text(&to.Sponsor)},
	} {
		if q.known {
			continue
		}
		if err := a.line(e.Say.Say("init.ask."+q.key), q.offer(), q.check); err != nil {
			return err
		}
	}
	return nil
}

func nothing() string { return "" }

// yearOf is the academic year that a first day begins or lies in.
func yearOf(first settings.Day) settings.Span { return settings.Default().AcademicYear.Year(first) }

// days are what is offered for the days of the cohort: those an option gave, else
// those of the academic year.
func (o *initOptions) days(e *env, to *settings.Answers, year settings.Span) string {
	first := cmp.Or(to.First, year.First)
	return e.Say.Say("init.days", first.String(), cmp.Or(to.Last, yearOf(first).Last).String())
}

// betweenDays is what people write between a first and a last day.
var betweenDays = regexp.MustCompile(`\s+(?:to|until|till|-)\s+|\s*(?:–|—|\.\.+|…)\s*`)

// takeDays takes a first and a last day; without the last it is that of the
// academic year.
func (o *initOptions) takeDays(e *env, s string, to *settings.Answers) error {
	both := betweenDays.Split(s, 2)
	first := settings.Day(0)
	if err := o.takeDay(e, both[0], 0, &first); err != nil {
		return err
	}
	last := yearOf(first).Last
	if len(both) == 2 {
		if err := o.takeDay(e, both[1], first, &last); err != nil {
			return err
		}
	}
	to.First, to.Last = first, last
	return nil
}

// takeDay takes a day that is not before another.
func (o *initOptions) takeDay(e *env, s string, after settings.Day, to *settings.Day) error {
	d, err := dayWritten(s)
	switch {
	case err != nil:
		return fmt.Errorf("%s", e.Say.Say("init.again.day", s))
	case d < after:
		return fmt.Errorf("%s", e.Say.Say("init.again.before", d.String(), after.String()))
	}
	*to = d
	return nil
}

// takeZone takes a time zone, or none: times are read as UTC then.
func takeZone(e *env, s string, to *string) error {
	if !isZone(s) && s != "" {
		return fmt.Errorf("%s", e.Say.Say("init.again.zone", s))
	}
	*to = s
	return nil
}

// isZone reports whether a name stands for the same time zone on every machine.
func isZone(s string) bool {
	_, err := time.LoadLocation(s)
	return err == nil && s != "" && s != "Local"
}

// zoneHere is the name of the machine's time zone as far as it says one, "" where
// it does not: nobody meets in UTC.
func zoneHere() string {
	name := strings.TrimPrefix(os.Getenv("TZ"), ":")
	if name == "" {
		link, err := os.Readlink("/etc/localtime")
		if err != nil {
			return ""
		}
		_, name, _ = strings.Cut(filepath.ToSlash(link), "zoneinfo/")
	}
	if !isZone(name) || !strings.Contains(name, "/") || strings.HasPrefix(name, "Etc/") {
		return ""
	}
	return name
}

// takeMembers takes a member list that can be read, or none.
func (o *initOptions) takeMembers(e *env, s string) error {
	s = strings.Trim(s, `"'`) // a file dropped on a terminal comes in quotation marks
	_, err := e.memberList(s)
	if err == nil {
		o.Members = s
	}
	return err
}
