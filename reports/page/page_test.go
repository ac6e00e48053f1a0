package page

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"valuetrail/reports"
)

func draw(t *testing.T, r reports.Report) string {
	t.Helper()
	var page bytes.Buffer
	if err := Draw(&page, r); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// elements are the elements of a page, in order.
func elements(t *testing.T, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is what is written inside n.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// spoil puts hostile text before every text of r that comes from people.
func spoil(r *reports.Report) {
	fixed := []string{"ID", "StoryID", "Role", "Kind", "State", "Unit", "Anchor", "Language", "Audience", "Mark", "Confirmation", "Valence", "Cycles"}
	n := 0
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice, reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() && !slices.Contains(fixed, f.Name) {
					walk(v.Field(i))
				}
			}
		case reflect.String:
			if v.String() != "" {
				v.SetString(hostile[n%len(hostile)] + " " + v.String())
				n++
			}
		}
	}
	walk(reflect.ValueOf(r))
}

func hostileLakeside() reports.Report {
	r := lakeside()
	spoil(&r)
	for i := range r.Sections {
		for j := range r.Sections[i].Stories {
			r.Sections[i].Stories[j].ID += hostile[0]
		}
		for _, f := range r.Sections[i].Figures {
			for _, row := range f.Table.Rows {
				for _, c := range row {
					for k := range c.Chips {
						c.Chips[k].StoryID += hostile[0]
					}
				}
			}
		}
	}
	return r
}

func TestHowCompleteTheDataAreStandsInTheCaption(t *testing.T) {
	if page := draw(t, lakeside()); !strings.Contains(page, `spring round, May 2026. <span class="data">Data: B (no answer from 11 of 36 people).</span></figcaption>`) {
		t.Error("the caption does not say it")
	}
}

func TestSameReportGivesTheSameBytes(t *testing.T) {
	first, second := draw(t, lakeside()), draw(t, lakeside())
	if first != second {
		t.Error("two pages of one report differ")
	}
}

func TestHostileTextAddsNoElementAndNoAttribute(t *testing.T) {
	outline := func(r reports.Report) []string {
		var out []string
		for _, n := range elements(t, draw(t, r)) {
			line := n.Data
			for _, a := range n.Attr {
				line += " " + a.Key
			}
			out = append(out, strings.ReplaceAll(line, " class", ""))
		}
		return out
	}
	plain, spoilt := outline(lakeside()), outline(hostileLakeside())
	for i := range plain {
		if i >= len(spoilt) || plain[i] != spoilt[i] {
			t.Fatalf("element %d is <%s>, with hostile text <%v>", i, plain[i], spoilt[min(i, len(spoilt)-1)])
		}
	}
	if len(plain) != len(spoilt) {
		t.Errorf("%d elements, with hostile text %d", len(plain), len(spoilt))
	}
}

func TestHostileTextIsReadAsItWasWritten(t *testing.T) {
	page := draw(t, hostileLakeside())
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	words := text(root)
	for _, h := range hostile {
		if h = strings.ReplaceAll(h, "\x00", "\ufffd"); !strings.Contains(words, h) {
			t.Errorf("the page does not show %q", h)
		}
	}
}

func TestPolicyAllowsTheScriptsAndTheStyleAndNothingElse(t *testing.T) {
	policy, scripts, blocks, styles := "", []string{}, 0, []string{}
	for _, n := range elements(t, draw(t, hostileLakeside())) {
		switch {
		case n.Data == "meta" && attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
		case n.Data == "style":
			styles = append(styles, text(n))
		case n.Data == "script" && attribute(n, "type") == "application/json":
			var data []layout
			if err := json.Unmarshal([]byte(text(n)), &data); err != nil || len(data) == 0 {
				t.Errorf("data of %s: %v", attribute(n, "data-chart"), err)
			}
			blocks++
		case n.Data == "script":
			scripts = append(scripts, text(n))
		}
	}
	if blocks != 3 || len(scripts) != 2 || len(styles) != 1 {
		t.Fatalf("%d data blocks, %d scripts, %d styles; want 3, 2 and 1", blocks, len(scripts), len(styles))
	}
	want := "default-src 'none'; script-src " + hash(scripts[0]) + " " + hash(scripts[1]) + "; style-src " + hash(styles[0]) +
		"; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("policy\n%s\nwant\n%s", policy, want)
	}
}

func TestPageNamesNoAddressButNamespaces(t *testing.T) {
	for _, address := range regexp.MustCompile(`https?://[^"'\s)]*`).FindAllString(draw(t, lakeside()), -1) {
		if !strings.HasPrefix(address, "http://www.w3.org/") {
			t.Errorf("the page names %s", address)
		}
	}
}

func TestEveryLinkLeadsToOnePlace(t *testing.T) {
	places, links := map[string]int{}, []string{}
	for _, n := range elements(t, draw(t, hostileLakeside())) {
		if id := attribute(n, "id"); id != "" {
			places[id]++
		}
		if href := attribute(n, "href"); n.Data == "a" {
			links = append(links, href)
		}
	}
	for id, n := range places {
		if n > 1 {
			t.Errorf("%d places are called %q", n, id)
		}
	}
	for _, l := range links {
		if places[strings.TrimPrefix(l, "#")] != 1 {
			t.Errorf("link %q leads nowhere", l)
		}
	}
	if len(links) < 20 {
		t.Errorf("only %d links", len(links))
	}
}

func TestHeadingsAreInOrder(t *testing.T) {
	level, tops := 0, 0
	for _, n := range elements(t, draw(t, lakeside())) {
		if len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		next := int(n.Data[1] - '0')
		if next > level+1 {
			t.Errorf("%q is <%s> after a heading of level %d", text(n), n.Data, level)
		}
		if next == 1 {
			tops++
		}
		level = next
	}
	if tops != 1 {
		t.Errorf("%d main headings", tops)
	}
}

func TestStoryToldTwiceHasOnePlace(t *testing.T) {
	r := lakeside()
	r.Sections[1].Stories = r.Sections[0].Stories[:1]
	if n := strings.Count(draw(t, r), `id="story-1"`); n != 1 {
		t.Errorf("%d places for one story", n)
	}
}

func TestCellPrintsItsTextAndNothingElse(t *testing.T) {
	r, secret := lakeside(), 774177.0
	r.Sections[0].Figures[0].Table.Rows[0][1] = reports.TableCell{Mark: "[c]", Value: &secret}
	page := draw(t, r)
	if strings.Contains(page, "774177") || !strings.Contains(page, "not shown, to protect members") {
		t.Error("a cell that is not shown shows its value, or not that it is not shown")
	}
}

func TestReportWithoutChartsCarriesNoChartLibrary(t *testing.T) {
	r := lakeside()
	r.Sections = r.Sections[:1]
	r.Sections[0].Figures = r.Sections[0].Figures[1:]
	if page := draw(t, r); len(page) > 60_000 || strings.Contains(page, "ECharts") {
		t.Errorf("%d bytes", len(page))
	}
}

func TestEmptyReportIsAPage(t *testing.T) {
	if page := draw(t, reports.Report{}); !strings.Contains(page, "<h1>") {
		t.Error("no heading")
	}
}

func TestReleaseIsNotMarkedDraft(t *testing.T) {
	r := lakeside()
	r.Draft, r.Release = false, 3
	page := draw(t, r)
	_, body, _ := strings.Cut(page, "<body>")
	if strings.Contains(body, "Draft") || !strings.Contains(body, "Release 3.") {
		t.Error("a release says Draft, or not its number")
	}
}

func TestALongTableFoldsWhatMattersLess(t *testing.T) {
	r := lakeside()
	table := &r.Sections[0].Figures[0].Table
	table.Title, table.AtOnce, table.Rows = "What changed", 3, nil
	for _, name := range []string{"one", "two", "three", "four", "five"} {
		table.Rows = append(table.Rows, row(name, "1", "2", "3", "4"))
	}
	at, page := -1, draw(t, r)
	for _, words := range []string{">three<", "and 2 more<", `aria-label="What changed, and 2 more (`, ">four<", ">five<"} {
		next := strings.Index(page, words)
		if next <= at {
			t.Errorf("%q is not where it belongs", words)
		}
		at = next
	}
	table.AtOnce = 4
	if strings.Contains(draw(t, r), "and 1 more") {
		t.Error("one row more is folded: the words take as much room as the row")
	}
}

func TestAPageThatLacksAWordIsNotDrawn(t *testing.T) {
	v, err := newView(lakeside())
	if err != nil {
		t.Fatal(err)
	}
	v.Word("nobody wrote this")
	var page bytes.Buffer
	if err := v.write(&page); err == nil || !strings.Contains(err.Error(), "no word for nobody wrote this") {
		t.Errorf("error %v", err)
	}
}

func TestReportThatCannotBeDrawnWritesNothing(t *testing.T) {
	cases := map[string]func(*reports.Chart){
		"unknown kind":         func(c *reports.Chart) { c.Kind, c.Series = "pie", nil },
		"role of another kind": func(c *reports.Chart) { c.Series[0].Role = "moved" },
		"too few values":       func(c *reports.Chart) { c.Series[0].Values = c.Series[0].Values[1:] },
		"too many labels":      func(c *reports.Chart) { c.Series[0].Labels = append(c.Series[0].Labels, "9") },
		"value that is none":   func(c *reports.Chart) { none := math.NaN(); c.Series[0].Values[0] = &none },
		"axis without an end":  func(c *reports.Chart) { c.Most = math.Inf(1) },
	}
	for name, break_ := range cases {
		t.Run(name, func(t *testing.T) {
			r := lakeside()
			break_(r.Sections[0].Figures[0].Chart)
			var page bytes.Buffer
			if err := Draw(&page, r); err == nil || page.Len() > 0 {
				t.Fatalf("error %v, %d bytes", err, page.Len())
			}
		})
	}
}
