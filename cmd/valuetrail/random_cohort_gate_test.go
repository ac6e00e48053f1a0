package main

import (
	"os"
	"strconv"
	"testing"

	xhtml "golang.org/x/net/html"

	"valuetrail/queries"
)

// cohortsVariable asks for more random cohorts than a usual run draws.
const cohortsVariable = "VALUETRAIL_COHORTS"

// figuresShown counts the figures of one protection and those that are shown.
type figuresShown struct{ shown, all int }

func (t figuresShown) share() float64 { return float64(t.shown) / float64(max(t.all, 1)) }

// A gate that hides too much makes a report worthless: for cohorts of 20 to 40
// with usual response nearly every figure of the year is shown, and page one has
// its five findings.
func TestUsualCohortsKeepTheirFiguresAndFindings(t *testing.T) {
	n := often(8, 2)
	if asked, err := strconv.Atoi(os.Getenv(cohortsVariable)); err == nil {
		n = asked
	}
	protects := protectionOf(t)
	tallies := map[string]*figuresShown{"event": {}, "answers": {}, "sensitive": {}, "stories": {}}
	whole := 0
	for seed := range n {
		d, findings := sponsorOfRandom(t, uint64(seed))
		if findings == 5 {
			whole++
		} else {
			t.Logf("cohort %d has %d findings", seed, findings)
		}
		for _, r := range d.readings("--cohort", "2025", "--grain", "programme") {
			if r.Note == "no_data" || r.Note == "not_asked" {
				continue
			}
			of := tallies[protects[r.Indicator]]
			of.all++
			if r.Shown {
				of.shown++
			}
		}
	}
	for _, name := range []string{"event", "answers", "sensitive", "stories"} {
		t.Logf("%-9s %5d of %5d figures shown (%.1f %%)", name, tallies[name].shown, tallies[name].all, 100*tallies[name].share())
	}
	t.Logf("five findings on page one: %d of %d cohorts", whole, n)
	for name, least := range map[string]float64{"event": 0.99, "answers": 0.9, "sensitive": 0.9, "stories": 0.99} {
		if tallies[name].all == 0 || tallies[name].share() < least {
			t.Errorf("%s: %d of %d figures are shown, want %.0f %%", name, tallies[name].shown, tallies[name].all, 100*least)
		}
	}
	if float64(whole) < 0.98*float64(n) {
		t.Errorf("%d of %d cohorts have five findings", whole, n)
	}
}

func protectionOf(t *testing.T) map[string]string {
	t.Helper()
	all, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]string{}
	for _, i := range all {
		by[i.ID] = i.Protects
	}
	return by
}

// sponsorOfRandom reads a random cohort in, draws its sponsor's report, and
// counts the findings of page one.
func sponsorOfRandom(t *testing.T, seed uint64) (desk, int) {
	t.Helper()
	d := newDesk(t)
	settings, sheets := randomCohort(seed)
	d.write("valuetrail.yaml", []byte(settings))
	for name, text := range sheets {
		d.write("in/"+name, []byte(text))
	}
	if code, out, said := d.types("ingest", d.path("in")); code != exitDone {
		t.Fatalf("cohort %d: exit code %d\n%s%s", seed, code, out, said)
	}
	d.gets(exitDone, "report", "--out", d.path("sponsor"))
	return d, findingsIn(d.drawn(d.path("sponsor")).html)
}

// findingsIn counts the findings of a page.
func findingsIn(page string) int {
	n := 0
	walk(page, func(e *xhtml.Node) {
		if e.Data != "li" || e.Parent == nil || e.Parent.Parent == nil {
			return
		}
		for _, a := range e.Parent.Parent.Attr {
			if a.Key == "class" && a.Val == "findings" {
				n++
			}
		}
	})
	return n
}
