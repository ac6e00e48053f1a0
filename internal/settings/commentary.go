package settings

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"valuetrail/internal/vocabulary"
)

// CommentaryFile is the name of the file with Words, beside the settings.
const CommentaryFile = "commentary.md"

// The headings of commentary.md that hold lists. Each other heading names a
// section.
var lists = vocabulary.Choice{Name: "heading", Words: []string{"asked", "decided", "plan"}, Synonyms: map[string]string{
	"asked of you": "asked", "asked of the sponsor": "asked", "what we ask": "asked", "we ask": "asked",
	"what happened": "decided", "what was asked and done": "decided", "since the last review": "decided", "done": "decided",
	"plans": "plan", "what comes next": "plan", "next": "plan"}}

// ParseCommentary reads words from data; name is what errors call the file:
//
//	# Comments on the spring term      (a title, passed over)
//
//	## Used and results
//	A comment in plain text, paragraphs parted by a blank line.
//
//	## Asked
//	- What we ask for | who decides | 2026-09-01
//
//	## Decided
//	- What was asked | what happened | 2026-03-10
//
//	## Plan
//	- What comes next
//
// A heading is a line that begins with one or more #. A list item begins with -
// or *; lines that are indented under it belong to it. In Asked who decides and
// the day may be left out, in Decided the day. What stands between <!-- and --> is passed
// over. Any fault gives *Error with all that were found.
func ParseCommentary(name string, data []byte) (Words, error) {
	c := &commentary{title: true}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > mostBytes:
		c.fault(0, "larger than 1 MiB", "comments are short; was another file meant?")
	case !utf8.Valid(data):
		c.fault(0, "not UTF-8 text", "save it again as UTF-8")
	default:
		c.read(string(data))
	}
	if len(c.faults) > 0 {
		slices.SortStableFunc(c.faults, func(a, b Fault) int { return a.Line - b.Line })
		return Words{}, &Error{File: name, Faults: c.faults}
	}
	return c.words, nil
}

// commentary is what has been read of commentary.md so far.
type commentary struct {
	words  Words
	faults []Fault
	// list or section is what the heading above opened, both "" before any, and
	// line where; lost is a heading that means nothing.
	list, section string
	line          int
	lost          bool
	// text is what was gathered under it, parts the items of a list and where
	// each stands.
	text  []string
	items []item
	// title is whether the next heading may be the title of the file.
	title bool
}

type item struct {
	line int
	text string
}

func (c *commentary) fault(line int, what, hint string) {
	c.faults = append(c.faults, Fault{Line: line, What: what, Hint: hint, OfWords: true})
}

func (c *commentary) read(text string) {
	hidden := false
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	number := 0
	for line := range strings.SplitSeq(text, "\n") {
		number++
		line = uncommented(line, &hidden)
		if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
			c.fault(number, "the line holds a control character", "write it again by hand")
			continue
		}
		c.take(number, line)
	}
	c.close()
}

// uncommented is the line without what stands between <!-- and -->.
func uncommented(line string, hidden *bool) string {
	var kept strings.Builder
	for line != "" {
		mark := "<!--"
		if *hidden {
			mark = "-->"
		}
		before, after, found := strings.Cut(line, mark)
		if !*hidden {
			kept.WriteString(before)
		}
		if found {
			*hidden = !*hidden
		}
		line = after
	}
	return kept.String()
}

func (c *commentary) take(number int, line string) {
	plain := strings.TrimSpace(line)
	indented := strings.TrimLeft(line, " \t") != line
	switch {
	case strings.HasPrefix(line, "#"):
		c.heading(number, strings.TrimSpace(strings.Trim(line, "# \t")), strings.HasPrefix(line, "##"))
	case c.list == "" && c.section != "":
		c.text = append(c.text, plain)
	case plain == "" || c.lost:
	case c.list == "":
		c.title = false
		c.fault(number, "text before the first heading", "put a heading above it, such as ## Overall")
	case isItem(plain) && !indented:
		c.items = append(c.items, item{number, strings.TrimSpace(plain[1:])})
	case indented && len(c.items) > 0:
		last := &c.items[len(c.items)-1]
		last.text = strings.TrimSpace(last.text + " " + strings.TrimSpace(strings.TrimPrefix(plain, "- ")))
	default:
		c.fault(number, "text that is no item of the list", "begin each item with a dash and a blank; indent a second line of it")
	}
}

func isItem(line string) bool {
	return line == "-" || line == "*" || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ")
}

// heading closes what stood above and opens what it names. The first heading
// may name nothing, if it has a single #: then it is the title.
func (c *commentary) heading(number int, words string, lower bool) {
	c.close()
	title := c.title && !lower
	c.list, c.section, c.line, c.lost, c.title = "", "", number, false, false
	if list, err := lists.Parse(words); err == nil && list != "" {
		c.list = list
		return
	}
	section, err := Sections.Parse(words)
	switch {
	case err == nil && section != "":
		if slices.ContainsFunc(c.words.Comments, func(x Comment) bool { return x.Section == section }) {
			c.fault(number, fmt.Sprintf("a second comment on %q", section), "put both under one heading")
		}
		c.section = section
	case title:
		c.title = false
	default:
		c.lost = true
		c.fault(number, fmt.Sprintf("unknown heading %q", shortened(words)), nearest(words, append(slices.Clone(Sections.Words), lists.Words...)))
	}
}

// close takes what was gathered under the last heading.
func (c *commentary) close() {
	if text := strings.Trim(strings.Join(c.text, "\n"), "\n"); c.section != "" && text != "" {
		c.words.Comments = append(c.words.Comments, Comment{c.section, paragraphs(text)})
	}
	for _, it := range c.items {
		c.item(it)
	}
	c.text, c.items = nil, nil
}

// paragraphs is text with lines of one paragraph joined.
func paragraphs(text string) string {
	var all []string
	for part := range strings.SplitSeq(text, "\n\n") {
		if part = strings.Join(strings.Fields(part), " "); part != "" {
			all = append(all, part)
		}
	}
	return strings.Join(all, "\n\n")
}

// item is one line of a list.
func (c *commentary) item(it item) {
	parts := strings.Split(it.text, "|")
	for i := range parts {
		parts[i] = strings.Join(strings.Fields(parts[i]), " ")
	}
	if parts[0] == "" {
		c.fault(it.line, "an item that says nothing", "write it out or take the dash away")
		return
	}
	if c.list == "plan" {
		c.words.Plan = append(c.words.Plan, strings.Join(parts, " | "))
		return
	}
	if len(parts) > 3 {
		c.fault(it.line, fmt.Sprintf("%d parts in an item of %s", len(parts), c.list), "write at most three parts with | between them: what | "+map[string]string{"asked": "who decides", "decided": "what happened"}[c.list]+" | 2026-09-01")
		return
	}
	parts = append(parts, "", "")
	var day Day
	if parts[2] != "" {
		var err error
		if day, err = ParseDay(parts[2]); err != nil {
			c.fault(it.line, fmt.Sprintf("want a day, found %q", shortened(parts[2])), "write it like 2026-09-01")
			return
		}
	}
	switch {
	case c.list == "asked":
		c.words.Asked = append(c.words.Asked, Request{parts[0], parts[1], day})
	case parts[1] == "":
		c.fault(it.line, "it does not say what happened", "write: what was asked | what happened | 2026-03-10")
	default:
		c.words.Decided = append(c.words.Decided, Answer{parts[0], parts[1], day})
	}
}

// shortened is text as a message quotes it.
func shortened(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		return string(runes[:39]) + "…"
	}
	return s
}
