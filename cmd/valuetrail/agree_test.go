package main

import (
	"encoding/json"
	"html"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"valuetrail/internal/message"
	"valuetrail/metrics"
)

var figuredCell = regexp.MustCompile(`(?s)<td[^>]* data-figure="([^"]*)"[^>]*>(.*?)</td>`)

// cellSays is what somebody reads in a cell of a page.
func cellSays(piece string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(piece, ""))), " ")
}

// printedAs are the ways in which a number may stand on paper.
func printedAs(x float64) []string {
	p := message.For("en")
	return []string{p.Number(x, 0), p.Number(x, 1), p.Number(x, 2), p.Percent(x), strconv.FormatFloat(x, 'g', -1, 64)}
}

// figuresRun is what indicators run answers for the cohort of a report, at both
// lengths of period that it has, and what compare says of the one before it at
// the same time since it began; by the names of the figures.
func figuresRun(t *testing.T, d desk, audience string) map[string]metrics.Reading {
	t.Helper()
	all := map[string]metrics.Reading{}
	name := func(r metrics.Reading) string {
		return strings.Join([]string{r.Indicator, r.Cohort, r.Period, r.Group, r.Part}, "|")
	}
	var beside []metrics.Comparison
	if err := json.Unmarshal([]byte(d.gets(exitDone, "compare", "--json", "--audience", audience)), &beside); err != nil {
		t.Fatal(err)
	}
	for _, x := range beside {
		all[name(x.Last)] = x.Last
	}
	for _, grain := range []string{"term", "programme"} {
		var some []metrics.Reading
		words := []string{"indicators", "run", "--json", "--audience", audience, "--cohort", "2025", "--grain", grain}
		if audience == "evaluator" { // who reads every figure there is
			words = append(words, "--all")
		}
		out := d.gets(exitDone, words...)
		if err := json.Unmarshal([]byte(out), &some); err != nil {
			t.Fatal(err)
		}
		for _, r := range some {
			if audience == "evaluator" && strings.Contains(r.Part, ": unit: ") {
				continue // their edition names no organisation
			}
			if audience == "evaluator" && r.Indicator == "listener_gain_rate" {
				r = metrics.Reading{Indicator: r.Indicator, Cohort: r.Cohort, Period: r.Period} // what people say at each of several sessions is not told
			}
			all[name(r)] = r
		}
	}
	return all
}

// numbersOfReading are the numbers of a reading by their columns in the
// workbook's list of figures.
func numbersOfReading(r metrics.Reading) []*float64 {
	count := func(n *int) *float64 {
		if n == nil {
			return nil
		}
		x := float64(*n)
		return &x
	}
	return []*float64{r.Value, r.Numerator, r.Denominator, count(r.People), count(r.Population), r.Low, r.High, r.LowAll, r.HighAll}
}

func TestPageWorkbookAndIndicatorsAgreeCellByCell(t *testing.T) {
	d, _, _ := lakeside(t)
	for _, audience := range []string{"sponsor", "members", "convenor", "evaluator"} {
		t.Run(audience, func(t *testing.T) {
			d.gets(exitDone, "report", "--audience", audience, "--out", d.path(audience))
			page, book := fileOf(t, d.path(audience+".html")), fileOf(t, d.path(audience+".xlsx"))
			asked := figuresRun(t, d, audience)
			pageAgrees(t, page, asked, audience != "members")
			if audience != "evaluator" { // whose edition has tables alone
				outlineHolds(t, page)
			}
			listAgrees(t, bookTables(t, book), asked)
		})
	}
}

func fileOf(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// pageAgrees: each cell that names a figure says that figure's number.
func pageAgrees(t *testing.T, page []byte, asked map[string]metrics.Reading, many bool) {
	t.Helper()
	cells := figuredCell.FindAllStringSubmatch(string(page), -1)
	if many && len(cells) < 30 {
		t.Fatalf("only %d cells name their figure", len(cells))
	}
	for _, c := range cells {
		name := html.UnescapeString(c[1])
		cut := strings.LastIndex(name, "|")
		r, ok := asked[name[:cut]]
		if !ok {
			t.Errorf("%s: indicators run does not know it", name)
			continue
		}
		says := cellSays(c[2])
		if field := name[cut+1:]; field == "text" || field == "said" { // said: beside its title
			text := r.Text
			if field == "said" {
				text = strings.TrimPrefix(text, r.Title+": ")
			}
			if says != strings.Join(strings.Fields(text), " ") {
				t.Errorf("%s: the page says %q, indicators run %q", name, says, text)
			}
		} else {
			at := slices.Index([]string{"value", "numerator", "denominator", "people"}, field)
			if v := numbersOfReading(r)[at]; v == nil || !slices.Contains(printedAs(*v), says) {
				t.Errorf("%s: the page says %q, indicators run %v", name, says, r)
			}
		}
	}
}

// listAgrees: the workbook's list of figures has the lines of indicators run,
// each number the same to the last digit.
func listAgrees(t *testing.T, sheets []table, asked map[string]metrics.Reading) {
	t.Helper()
	at := slices.IndexFunc(sheets, func(s table) bool { return s.title == "Figures" })
	if at < 0 {
		t.Fatal("no list of figures")
	}
	begins := slices.IndexFunc(sheets[at].rows, func(row []string) bool { return len(row) > 2 && row[0] == "Indicator" && row[1] == "Cohort" })
	seen := map[string]bool{}
	for _, row := range sheets[at].rows[begins+1:] {
		for len(row) < 17 {
			row = append(row, "")
		}
		name := strings.Join([]string{row[0], row[1], row[2], row[4], row[3]}, "|")
		r, ok := asked[name]
		if !ok {
			t.Errorf("%s: indicators run does not know it", name)
			continue
		}
		seen[name] = true
		for i, v := range numbersOfReading(r) {
			x, err := strconv.ParseFloat(row[5+i], 64)
			if (v != nil) != (err == nil) || v != nil && x != *v {
				t.Errorf("%s, column %d: the workbook has %q, indicators run %v", name, 6+i, row[5+i], v)
			}
		}
	}
	for name, r := range asked {
		if r.Shown && r.Cohort == "2025" && !seen[name] {
			t.Errorf("%s is not in the workbook", name)
		}
	}
	if len(seen) < 30 {
		t.Errorf("only %d figures", len(seen))
	}
}
