package page

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

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
	Sections []section
	Charts   []chart
	// anchors lead from a story's id to the place where the page tells it.
	anchors map[string]string
	// told holds the stories that have been told already: an anchor is unique.
	told    map[string]bool
	figures int
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
	Table table
}

// key is one entry of what the marks of a chart mean.
type key struct{ Role, Name string }

// chart is the data block that the boot script draws from.
type chart struct {
	ID   string
	Data json.RawMessage
}

type table struct {
	reports.Table
	Rows     [][]cell
	HasChips bool
}

type cell struct {
	Parts []part
	// Class says how the cell looks, Heading which column it stands in.
	Class, Heading string
	// Of names the figure that a number is taken from.
	Of string
	// Chips are those seen at once, Folded those that a reader opens.
	Chips, Folded []chip
}

// part is a run of text; Note is the number of the note it refers to.
type part struct {
	Text string
	Note int
}

// chip is a story in the matrix; Mark says how sure, in a shape and in words.
type chip struct{ Anchor, Title, Mark, Says string }

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
	v := &view{Report: r, Language: r.Language, anchors: map[string]string{}, told: map[string]bool{}}
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
	out := figure{Figure: f, Number: v.figures, Table: v.table(f.Table)}
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

func (v *view) table(t reports.Table) table {
	out := table{Table: t}
	for _, row := range t.Rows {
		cells := make([]cell, len(row))
		for i, c := range row {
			cells[i] = v.cell(c, i < len(t.Columns) && t.Columns[i].Number)
			if i < len(t.Columns) {
				cells[i].Heading = t.Columns[i].Heading
			}
			out.HasChips = out.HasChips || len(c.Chips) > 0
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

func (v *view) cell(c reports.TableCell, number bool) cell {
	text := c.Text
	if text == "" && c.Mark != "" {
		text = wordOr(v.Language, c.Mark, c.Mark)
	}
	out := cell{Parts: v.parts(text), Of: c.Of}
	switch {
	case c.Mark != "" && number:
		out.Class = "withheld number"
	case c.Mark != "":
		out.Class = "withheld"
	case number:
		out.Class = "number"
	case aDay.MatchString(text):
		out.Class = "date"
	case text != "" && utf8.RuneCountInString(text) <= 12:
		out.Class = "brief"
	}
	for _, s := range c.Chips {
		mark, says := v.sure(s.State)
		out.Chips = append(out.Chips, chip{Anchor: v.anchors[s.StoryID], Title: s.Title, Mark: mark, Says: says})
	}
	if len(out.Chips) > chipsAtOnce+1 {
		out.Chips, out.Folded = out.Chips[:chipsAtOnce], out.Chips[chipsAtOnce:]
	}
	return out
}

// chipsAtOnce is how many stories a cell shows before the others are folded.
const chipsAtOnce = 5

// aDay is a day written out, which must not be cut in two.
var aDay = regexp.MustCompile(`^\d{1,2} \pL+ \d{4}$`)

var noteReference = regexp.MustCompile(`\[note (\d+)\]`)

// parts cuts text at its references to notes that exist.
func (v *view) parts(text string) []part {
	var out []part
	end := 0
	for _, at := range noteReference.FindAllStringSubmatchIndex(text, -1) {
		n, err := strconv.Atoi(text[at[2]:at[3]])
		if err != nil || n < 1 || n > len(v.Notes) {
			continue
		}
		out = append(out, part{Text: text[end:at[0]]}, part{Text: text[at[0]:at[1]], Note: n})
		end = at[1]
	}
	return append(out, part{Text: text[end:]})
}

// sure is the mark of a confirmation, and its words.
func (v *view) sure(confirmation string) (mark, says string) {
	switch confirmation {
	case "confirmed":
		return "full", v.Word("confirmed")
	case "asked":
		return "half", v.Word("asked_for")
	}
	return "hollow", v.Word("not_asked")
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
		out.When = day(time.Unix(int64(s.Day)*86400, 0))
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
		cycles = append(cycles, wordOr(v.Language, cycleKey(c), string(c)))
	}
	out.SpeaksTo = strings.Join(cycles, " · ")
	return out
}

// Word, Made, Reader, Next, More and With serve the templates.
func (v *view) Word(key string) string { return word(v.Language, key) }
func (v *view) Made() string           { return day(v.MadeAt) }
func (v *view) Reader() string         { return wordOr(v.Language, audienceKey(v.Audience), "") }
func (v *view) Next(i int) int         { return i + 1 }
func (v *view) More(n int) string      { return fmt.Sprintf(v.Word("more"), n) }

// Short reports whether this is the members' edition: one page, then stories.
func (v *view) Short() bool { return v.Audience == vocabulary.Members }

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
