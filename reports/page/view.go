package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/reports"
)

// view is a Report made ready for the templates: numbered, anchored, and with
// its charts laid out.
type view struct {
	reports.Report
	Policy   string
	Language string
	print    message.Printer
	Sections []section
	Charts   []chart
	// anchors lead from a story's id to the place where the page tells it.
	anchors map[string]string
	// told holds the stories that have been told already: an anchor is unique.
	told    map[string]bool
	figures int
	// missing are the keys that the page has no word for.
	missing []string
}

type section struct {
	reports.Section
	Figures []figure
	Stories []story
}

type figure struct {
	reports.Figure
	Number int
	ChartID,
	// Says stands for the chart where it cannot be seen.
	Says string
	Key   []key
	Table *table
}

// key is one entry of what the marks of a chart mean.
type key struct{ Role, Name string }

// chart is the data block that the boot script draws from.
type chart struct {
	ID   string
	Data json.RawMessage
}

type story struct {
	metrics.Story
	Anchor, Title, When string
	Mark, Says          string
	// Kinds say that it is hoped for, or what did not work.
	Kinds    []string
	SpeaksTo string
	Texts    []titled
}

type titled struct{ Title, Text string }

func newView(r reports.Report) (*view, error) {
	v := &view{Report: r, Language: r.Language, print: message.For(r.Language), anchors: map[string]string{}, told: map[string]bool{}}
	if v.Language == "" {
		v.Language = "en"
	}
	for _, s := range r.Sections {
		for _, t := range s.Stories {
			if _, told := v.anchors[t.ID]; !told {
				v.anchors[t.ID] = "story-" + strconv.Itoa(len(v.anchors)+1)
			}
		}
	}
	for _, s := range r.Sections {
		made, err := v.section(s)
		if err != nil {
			return nil, fmt.Errorf("section %s: %w", s.ID, err)
		}
		v.Sections = append(v.Sections, made)
	}
	return v, nil
}

func (v *view) section(s reports.Section) (section, error) {
	out := section{Section: s}
	for _, f := range s.Figures {
		made, err := v.figure(f)
		if err != nil {
			return out, fmt.Errorf("figure %s: %w", f.ID, err)
		}
		out.Figures = append(out.Figures, made)
	}
	for _, t := range s.Stories {
		out.Stories = append(out.Stories, v.story(t))
	}
	return out, nil
}

func (v *view) figure(f reports.Figure) (figure, error) {
	v.figures++
	out := figure{Figure: f, Number: v.figures, Table: v.table(f)}
	if f.Chart == nil {
		return out, nil
	}
	drawn, err := layouts(*f.Chart)
	if err != nil {
		return out, err
	}
	out.ChartID = "chart-" + strconv.Itoa(v.figures)
	out.Says = strings.TrimSpace(f.Title + ". " + f.Sentence)
	out.Key = v.key(*f.Chart)
	data, err := json.Marshal(drawn)
	v.Charts = append(v.Charts, chart{ID: out.ChartID, Data: data})
	return out, err
}

// key names the marks, in the order of the series. An interval is one mark.
func (v *view) key(c reports.Chart) []key {
	var keys []key
	dots := ""
	for _, s := range c.Series {
		role, name := s.Role, s.Name
		if role == "this_year" || role == "last_year" {
			dots = role
		}
		switch {
		case role == "high":
			continue
		case role == "low":
			role, name = "interval", cmp.Or(s.Name, v.Word("interval"))
			if dots == "last_year" {
				role = "interval_last"
			}
		case c.Kind == reports.MeetingDots && role == "last_year":
			role = "last_year_line"
		}
		if name != "" {
			keys = append(keys, key{Role: role, Name: name})
		}
	}
	return keys
}

func (v *view) story(s metrics.Story) story {
	out := story{Story: s, Title: s.Title}
	if !v.told[s.ID] {
		v.told[s.ID], out.Anchor = true, v.anchors[s.ID]
	}
	if out.Title == "" {
		out.Title = v.Word("untitled")
	}
	if s.Day > 0 {
		out.When = v.print.Day(s.Day)
	}
	out.Mark, out.Says = v.sure(s.Confirmation)
	for i, text := range s.Texts {
		if text != "" {
			out.Texts = append(out.Texts, titled{Title: v.Word(storyTexts[i]), Text: text})
		}
	}
	if s.Kind == "aspirational" {
		out.Kinds = append(out.Kinds, v.Word("kind.aspirational"))
	}
	if s.Valence == "negative" || s.Valence == "mixed" {
		out.Kinds = append(out.Kinds, v.Word("valence."+s.Valence))
	}
	var cycles []string
	for _, c := range s.Cycles {
		cycles = append(cycles, v.wordOr("cycle."+string(c)+".title", string(c)))
	}
	out.SpeaksTo = strings.Join(cycles, " · ")
	return out
}

// Made, Reader, Next, More and With serve the templates.
func (v *view) Made() string      { return v.print.Day(int(v.MadeAt.UTC().Unix() / 86400)) }
func (v *view) Reader() string    { return v.wordOr("page.for."+string(v.Audience), "") }
func (v *view) Next(i int) int    { return i + 1 }
func (v *view) More(n int) string { return v.Word("more", n) }

// Short reports whether this is the members' edition: one page, then stories.
func (v *view) Short() bool { return v.Audience == vocabulary.Members }

// Explained reports whether each figure is explained down to its SQL: the
// evaluator's edition.
func (v *view) Explained() bool { return v.Audience == vocabulary.Evaluator }

// AskedOf says of whom it is asked: of the reader, or of the sponsor.
func (v *view) AskedOf() string {
	if v.Audience == vocabulary.Convenor || v.Audience == vocabulary.Readers {
		return v.Word("asked_them")
	}
	return v.Word("asked")
}

// With hands a nested template the page and the one thing that it shows.
func (v *view) With(it any) struct {
	Page *view
	It   any
} {
	return struct {
		Page *view
		It   any
	}{v, it}
}
