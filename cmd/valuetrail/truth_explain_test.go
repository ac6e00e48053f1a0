package main

import (
	"cmp"
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"valuetrail/metrics"
)

// Every figure about events and answers that is shown leads to cells: they are
// in the files, they say what the figure counts, and adding them up gives it.
func TestExplainLeadsToCellsThatAddUpToTheFigure(t *testing.T) {
	explained := map[string]int{}
	inWorlds(t, func(w *world) {
		b := &books{world: w, read: map[string][][][]string{}}
		asked := [][2]string{{"2024", "programme"}, {"2025", "programme"}}
		if w.truth.Seed == truthSeeds[0] {
			asked = append(asked, [2]string{"2025", "term"})
		}
		for _, ask := range asked {
			cohort, grain := ask[0], ask[1]
			var readings []metrics.Reading
			if err := json.Unmarshal(w.program("indicators", "run", "--json", "--grain", grain, "--cohort", cohort), &readings); err != nil {
				w.Fatal(err)
			}
			for _, r := range readings {
				if supports[r.Indicator] != nil && r.Shown && r.Numerator != nil {
					b.explain(grain, r)
					explained[r.Indicator]++
				}
			}
		}
	})
	for id := range supports {
		if explained[id] < 2 {
			t.Errorf("%s was explained %d times", id, explained[id])
		}
	}
}

func (b *books) explain(grain string, r metrics.Reading) {
	b.Helper()
	words := []string{"explain", r.Indicator, "--json", "--grain", grain, "--cohort", r.Cohort, "--period", r.Period}
	if r.Part != "" {
		words = append(words, "--part", r.Part)
	}
	var x metrics.Explanation
	if err := json.Unmarshal(b.program(words...), &x); err != nil {
		b.Fatal(err)
	}
	if x.Reading.Text != r.Text || x.Reading.Part != r.Part {
		b.Errorf("%v explains %q, not %q", words, x.Reading.Text, r.Text)
	}
	sum, yes := 0.0, map[string]bool{}
	for _, c := range x.Cells {
		sum += c.X
		row := b.row(c)
		if row == nil {
			b.Errorf("%v: there is no row %d on sheet %d of %q", words, c.Row, c.Sheet, c.File)
			continue
		}
		if c.Column > 0 && c.Words != "" && cellAt(row, c.Column) != c.Words {
			b.Errorf("%v: %s row %d column %d says %q, not %q", words, c.File, c.Row, c.Column, cellAt(row, c.Column), c.Words)
		}
		if why := supports[r.Indicator](b, c, row); why != "" {
			b.Errorf("%v: %s row %d column %d does not support %v: %s", words, c.File, c.Row, c.Column, c.X, why)
		}
		place := c.File + strconv.Itoa(c.Sheet) + "/" + strconv.Itoa(c.Row) + "/" + strconv.Itoa(c.Column)
		if c.X == 1 && yes[place] {
			b.Errorf("%v: %s counts twice", words, place)
		}
		yes[place] = yes[place] || c.X == 1
	}
	if math.Abs(sum-*r.Numerator) > 1e-6 || float64(len(x.Cells)) != *r.Denominator {
		b.Errorf("%v: %d cells add up to %v, the figure is %v of %v", words, len(x.Cells), sum, *r.Numerator, *r.Denominator)
	}
}

// supports says, by indicator, why a row does not show what the figure counts
// for it; blank where it does.
var supports = map[string]func(b *books, c metrics.Cell, row []string) string{
	"attendance_rate": (*books).supportsPair,
	"reach_rate": func(b *books, c metrics.Cell, row []string) string {
		if c.X == 0 {
			return b.listed(row)
		}
		return b.supportsPair(c, row)
	},
	"level_share": func(b *books, _ metrics.Cell, row []string) string { return b.listed(row) },
	"applied_rate": func(b *books, c metrics.Cell, row []string) string {
		said := cellAt(row, c.Column)
		n, err := strconv.ParseFloat(said, 64)
		if yes := said == "Yes" || err == nil && n > 0; yes != (c.X == 1) || said == "" {
			return "it says " + strconv.Quote(said)
		}
		return b.asks(c, "ap_used", "ap_tried")
	},
	"immediate_score": (*books).supportsScore,
	"response_rate": func(b *books, c metrics.Cell, row []string) string {
		if c.X == 0 && slices.Contains(b.row(metrics.Cell{File: c.File, Sheet: c.Sheet, Row: 1}), "invited_n") {
			return "" // a silent seat: the row of the round
		}
		if answered := len(b.answers(c, row)); (2*answered >= len(b.truth.ItemsOf(b.waveOf(c)))) != (c.X == 1) {
			return strconv.Itoa(answered) + " answers"
		}
		return ""
	},
}

// supportsPair: who came stands in the row by a name that the truth knows, and a
// mark or a time; who did not is led to the session, or to the row that excuses
// them or shows how short they stayed.
func (b *books) supportsPair(c metrics.Cell, row []string) string {
	for _, r := range b.truth.AttendanceRows {
		if baseOf(r.Ref.File) != c.File || (r.Ref.Row != c.Row && r.MinuteRow != c.Row) || r.Column != c.Column {
			continue
		}
		name := r.Name
		if r.MemberID != "" {
			name = r.MemberID
		}
		if !slices.ContainsFunc(row, func(s string) bool { return strings.Contains(s, name) }) {
			return "the row does not name " + name
		}
		if r.Column > 0 && strings.TrimSpace(cellAt(row, r.Column)) == "" {
			return "no mark"
		}
		if c.X == 1 && r.Status != "present" {
			return "it says " + r.Status
		}
		return ""
	}
	if c.X == 0 && slices.Contains([]string{"held", "moved"}, b.under(c, row, "status")) {
		return ""
	}
	return "neither somebody's attendance nor a session that took place"
}

// listed: the row is a member's on the member list.
func (b *books) listed(row []string) string {
	for _, p := range b.truth.People {
		if slices.Contains(row, p.MemberID) && slices.Contains(row, p.Name) {
			return ""
		}
	}
	return "nobody's row on the member list"
}

// agreeing are the labels of the agreement scale, as the question list has them.
var agreeing = map[string]string{"Strongly disagree": "1", "Disagree": "2", "Neither": "3", "Agree": "4", "Strongly agree": "5"}

// supportsScore works the score out again from the row's own cells.
func (b *books) supportsScore(c metrics.Cell, row []string) string {
	sum, n := 0.0, 0
	for item, said := range b.answers(c, row) {
		if strings.HasPrefix(item, "im_") || item == "fb_worth" {
			x, err := strconv.ParseFloat(cmp.Or(agreeing[said], said), 64)
			if err != nil {
				return item + " says " + said
			}
			sum, n = sum+b.score(b.waveOf(c), item, x), n+1
		}
	}
	if math.Abs(sum/float64(n)-c.X) > 1e-6 {
		return "its answers give " + strconv.FormatFloat(sum/float64(n), 'f', 3, 64)
	}
	return ""
}

// waveOf is the round that a row of answers belongs to.
func (b *books) waveOf(c metrics.Cell) string {
	for _, r := range b.truth.Responses {
		if baseOf(r.Ref.File) == c.File && r.Ref.Row == c.Row {
			return r.WaveID
		}
	}
	return ""
}

// answers are the cells of a row of answers that are not blank, by question.
func (b *books) answers(c metrics.Cell, row []string) map[string]string {
	all := map[string]string{}
	for column := range row {
		c.Column = column + 1
		if item := b.itemOf(c); item != "" && strings.TrimSpace(row[column]) != "" {
			all[item] = row[column]
		}
	}
	return all
}

// itemOf is the question of a column, by its heading.
func (b *books) itemOf(c metrics.Cell) string {
	for row := range 2 { // a statement stands in the second row, under the question of its scale
		heading := strings.ReplaceAll(cellAt(b.row(metrics.Cell{File: c.File, Sheet: c.Sheet, Row: row + 1}), c.Column), "\u00a0", " ")
		for _, i := range b.truth.Items {
			if heading == i.ItemID || heading == i.Header || heading == i.Text {
				return i.ItemID
			}
		}
	}
	return ""
}

func (b *books) asks(c metrics.Cell, items ...string) string {
	if item := b.itemOf(c); !slices.Contains(items, item) {
		return "the column asks " + strconv.Quote(item)
	}
	return ""
}

// under is what a row says under a heading of the file's first row.
func (b *books) under(c metrics.Cell, row []string, heading string) string {
	at := slices.Index(b.row(metrics.Cell{File: c.File, Sheet: c.Sheet, Row: 1}), heading)
	return cellAt(row, at+1)
}

func cellAt(row []string, column int) string {
	if column < 1 || column > len(row) {
		return ""
	}
	return row[column-1]
}

// row is the row of a file that a cell is in, nil for none: the file is read
// anew, by nothing of ours.
func (b *books) row(c metrics.Cell) []string {
	if _, ok := b.read[c.File]; !ok {
		b.read[c.File] = nil
		for _, f := range b.truth.Files {
			if baseOf(f.Path) == c.File {
				data, err := os.ReadFile(b.pathOf(f.Path))
				if err != nil {
					b.Fatal(err)
				}
				b.read[c.File] = b.sheets(c.File, data)
			}
		}
	}
	sheets := b.read[c.File]
	if c.Sheet < 1 || c.Sheet > len(sheets) || c.Row < 1 || c.Row > len(sheets[c.Sheet-1]) {
		return nil
	}
	return sheets[c.Sheet-1][c.Row-1]
}
