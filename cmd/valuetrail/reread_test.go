package main

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"valuetrail/ingest/sheet"
	"valuetrail/metrics"
)

// readings are what a sponsor's `indicators run --json` gives.
func (d desk) readings(words ...string) []metrics.Reading {
	d.t.Helper()
	out := d.gets(exitDone, append([]string{"indicators", "run", "--json", "--audience", "sponsor"}, words...)...)
	var all []metrics.Reading
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		d.t.Fatal(err)
	}
	return all
}

// table is a table as somebody copies it out of a page or a workbook.
type table struct {
	title string
	rows  [][]string
}

// pageTables are the tables of a page, each cell in words.
func pageTables(page string) []table {
	var all []table
	walk(page, func(n *xhtml.Node) {
		switch n.Data {
		case "caption":
			all[len(all)-1].title = words(n)
		case "table":
			all = append(all, table{})
		case "tr":
			all[len(all)-1].rows = append(all[len(all)-1].rows, nil)
		case "th", "td":
			rows := all[len(all)-1].rows
			rows[len(rows)-1] = append(rows[len(rows)-1], words(n))
		}
	})
	return unfolded(all)
}

// unfolded are tables with their folded rests, which repeat the headings and have
// no title, below them.
func unfolded(all []table) []table {
	var whole []table
	for _, x := range all {
		if last := len(whole) - 1; last >= 0 && x.title == "" && len(x.rows) > 0 && slices.Equal(x.rows[0], whole[last].rows[0]) {
			whole[last].rows = append(whole[last].rows, x.rows[1:]...)
			continue
		}
		whole = append(whole, x)
	}
	return whole
}

// words are the text inside an element.
func words(n *xhtml.Node) string {
	if n.Type == xhtml.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Data != "script" && c.Data != "style" {
			b.WriteString(words(c) + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// bookTables are the sheets of a workbook, numbers in full.
func bookTables(t testing.TB, book []byte) []table {
	t.Helper()
	b, err := sheet.Read("sponsor.xlsx", book, sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all []table
	for _, s := range b.Sheets {
		one := table{title: s.Name}
		for row, err := range s.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			one.rows = append(one.rows, row.Cells)
		}
		all = append(all, one)
	}
	return all
}

var numeral = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)

// saysNumber reports whether a text has the number as a word of its own.
func saysNumber(text string, want float64) bool {
	return slices.ContainsFunc(numeral.FindAllString(text, -1), func(s string) bool {
		x, err := strconv.ParseFloat(s, 64)
		return err == nil && near(x, want)
	})
}

func near(x, y float64) bool { return x-y < 1e-6 && y-x < 1e-6 }

// figuresIn are the numbers of a reading.
func figuresIn(r metrics.Reading) []float64 {
	var all []float64
	for _, p := range []*float64{r.Value, r.Numerator, r.Denominator, r.Low, r.High, r.LowAll, r.HighAll} {
		if p != nil {
			all = append(all, *p)
		}
	}
	return all
}
