package main

import (
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The attacks on what is told in words or in steps, and on what the page, the
// workbook and the JSON say differently.

func TestGroupsOfOneMindAreToldInWords(t *testing.T) {
	cases := map[string]struct {
		n, used int
		words   string
	}{
		"all of eight":             {8, 8, "nearly all of"},
		"all but one of eight":     {8, 7, "nearly all of"},
		"all of fifteen":           {15, 15, "nearly all of"},
		"all but one of fifteen":   {15, 14, "nearly all of"},
		"nobody of fifteen":        {15, 0, "hardly any of"},
		"one of eight":             {8, 1, "hardly any of"},
		"all of six, not at all":   {6, 6, "not shown, to protect members"},
		"one of seven, not at all": {7, 1, "not shown, to protect members"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			plant{souls: join(group("c", "u", "s", c.used, spread(c.n, 57)...), silent("c", "u", "s", 12))}.sow(d)
			got := d.shared()
			for _, r := range got.readings {
				if r.Indicator == "applied_rate" && r.Note != "no_data" && !strings.HasPrefix(r.Text, c.words) {
					t.Errorf("said %q", r.Text)
				}
				if r.Indicator == "applied_rate" && (r.Value != nil || r.Numerator != nil || r.Low != nil || r.LowAll != nil) {
					t.Errorf("numbers beside the words: %v", figuresIn(r))
				}
			}
			exact := float64(c.used) / float64(c.n)
			if exact > 0 && exact < 1 && got.tells(exact) != "" {
				t.Errorf("%v is told %s", exact, got.tells(exact))
			}
			for _, tell := range []string{strconv.Itoa(c.used) + " of " + strconv.Itoa(c.n), "100 %", "0 % to"} {
				if c.used > 0 && c.used < c.n && strings.Contains(got.text, tell) {
					t.Errorf("%q is in print", tell)
				}
			}
		})
	}
}

func TestSixAnswersAreToldInStepsAndNothingElse(t *testing.T) {
	d := newDesk(t)
	scores := []float64{52.3, 58.1, 61.7, 66.9, 71.3, 77.7}
	plant{souls: join(group("c", "u", "s", 2, scores...), silent("c", "u", "s", 9))}.sow(d)
	got := d.shared()
	if how := got.tells(mean(scores)); math.Round(mean(scores)) != 65 && how != "" {
		t.Errorf("%v is told %s", mean(scores), how)
	}
	told := 0
	for _, r := range got.readings {
		if r.Indicator != "applied_rate" && r.Indicator != "immediate_score" || !r.Shown {
			continue
		}
		told++
		step := *r.Value
		if r.Indicator == "applied_rate" {
			step *= 100
		}
		if !near(math.Mod(step+1e-9, 5), 0) && !near(math.Mod(step+1e-9, 5), 5) {
			t.Errorf("%s: %v is no step of five", r.Indicator, step)
		}
		if len(figuresIn(r)) != 1 || r.People != nil || r.Population != nil {
			t.Errorf("%s: more than the value: %v", r.Indicator, figuresIn(r))
		}
	}
	if told == 0 {
		t.Error("nothing is told of six people")
	}
}

// What is hidden looks the same whatever the reason, and shown groups stand in
// an order that tells nothing of their figures.
func TestHiddenGroupsAreAllAlike(t *testing.T) {
	d := newDesk(t)
	plant{souls: join(group("c", "delta", "s", 9, spread(15, 64)...), group("c", "alpha", "s", 2, 97, 83, 86), group("c", "charlie", "s", 9, spread(9, 20)...),
		group("c", "bravo", "s", 6, spread(12, 30)...))}.sow(d)
	var order []string
	alike := map[string]bool{}
	for _, r := range d.readings("--by", "unit", "applied_rate") {
		if r.Cohort == "" && r.Note != "no_data" {
			order = append(order, r.Group)
		}
		if !r.Shown && r.Note != "no_data" {
			alike[r.Text+"|"+r.Note+"|"+strconv.Itoa(len(figuresIn(r)))] = true
			if r.People != nil || r.Population != nil {
				t.Errorf("a hidden group tells its size: %+v", r)
			}
		}
	}
	if !slices.IsSorted(order) || len(order) != 4 {
		t.Errorf("order %v", order)
	}
	if len(alike) != 1 || !alike["not shown, to protect members|protected|0"] {
		t.Errorf("hidden in several ways: %v", alike)
	}
}

// Each number of the workbook is that of the page, printed in whole points, and
// each fraction in it is one that the sponsor's JSON gives as well.
func TestPageWorkbookAndJSONSayTheSame(t *testing.T) {
	d, out, _ := lakeside(t)
	book, err := os.ReadFile(d.path("sponsor.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	sheets := bookTables(t, book)
	var known []float64
	for _, grain := range []string{"term", "programme"} {
		for _, r := range d.readings("--grain", grain) {
			known = append(known, figuresIn(r)...)
		}
	}
	compared := 0
	for _, p := range pageTables(out.html) {
		below := sheetBelow(sheets, p.rows[0])
		if below == nil {
			t.Errorf("the workbook has no table %q", p.title)
			continue
		}
		for i, row := range p.rows[1:] {
			for j, cell := range row {
				if j >= len(below[i]) || p.rows[0][j] == "Which stories" {
					continue
				}
				compared++
				if x, err := strconv.ParseFloat(below[i][j], 64); err == nil && x != math.Trunc(x) && !ofMeeting(p.rows[0][j], below[i], x) && !slices.ContainsFunc(known, func(y float64) bool { return near(x, y) }) {
					t.Errorf("%q, row %d: the workbook's %v is in no reading", p.title, i+1, x)
				}
				if !sameCell(cell, below[i][j]) {
					t.Errorf("%q, row %d, %q: the page says %q, the workbook %q", p.title, i+1, p.rows[0][j], cell, below[i][j])
				}
			}
		}
	}
	if compared < 100 {
		t.Errorf("%d cells compared", compared)
	}
}

// ofMeeting reports whether a share is that of those who came to a meeting: who
// could and who did stand beside it, for everybody saw it. Those of the year
// before stand on the page of that year.
func ofMeeting(heading string, row []string, share float64) bool {
	if !strings.HasPrefix(heading, "Share ") || len(row) < 5 {
		return false
	}
	came, err := strconv.ParseFloat(row[3], 64)
	could, errs := strconv.ParseFloat(row[4], 64)
	return strings.HasPrefix(heading, "Share in ") || heading == "Share who came" && err == nil && errs == nil && near(came/could, share)
}

// sheetBelow are the rows below the same headings in a workbook.
func sheetBelow(sheets []table, headings []string) [][]string {
	for _, s := range sheets {
		for i, row := range s.rows {
			if slices.Equal(row, headings) {
				return s.rows[i+1:]
			}
		}
	}
	return nil
}

// sameCell reports whether a page prints what a workbook holds.
func sameCell(page, book string) bool {
	marks := map[string][]string{"[c]": {"not shown, to protect members"}, "[x]": {"nothing recorded yet", "no figure yet", "not available", "not asked", "not known: ", "needs: "}, "[z]": {"not applicable", "does not apply"}}
	if words, marked := marks[book]; marked {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(page, w) })
	}
	if page == book || plain(page) == plain(strings.TrimPrefix(book, "'")) {
		return true
	}
	x, err := strconv.ParseFloat(book, 64)
	if err != nil {
		return false
	}
	if fraction, isPercent := strings.CutSuffix(page, " %"); isPercent {
		return fraction == strconv.FormatFloat(math.Round(100*x), 'f', -1, 64)
	}
	return page == strconv.FormatFloat(math.Round(x), 'f', -1, 64)
}
