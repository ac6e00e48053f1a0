package page

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/go-echarts/go-echarts/v2/charts"

	"valuetrail/reports"
)

// valueAxis is the axis of the figures: from zero, few pale lines.
func valueAxis(c reports.Chart) look {
	axis := look{"type": "value", "min": 0,
		"axisLine": look{"show": false}, "axisTick": look{"show": false},
		"splitLine": look{"show": true, "lineStyle": look{"color": paleGrey, "width": 1}},
		"axisLabel": look{"color": softGrey, "fontSize": 13, "formatter": "@number"}}
	if most := end(c); most > 0 {
		axis["max"], axis["interval"] = most, step(most)
	}
	if c.Unit == "percent" {
		merge(axis, look{"axisLabel": look{"formatter": "@percent"}})
	} else {
		axis["minInterval"] = 1
	}
	return axis
}

// labelOf is the text printed at mark i.
func labelOf(s reports.Series, i int) string {
	if i < len(s.Labels) {
		return short(s.Labels[i], 40)
	}
	return ""
}

// points are the marks of s by row. Transposed, the value comes first.
func points(c reports.Chart, s reports.Series, transposed bool) []point {
	marks := []point{}
	for i, v := range s.Values {
		if v == nil {
			continue
		}
		at := []any{i, *v}
		if transposed {
			at = []any{*v, i}
		}
		marks = append(marks, point{Value: at, Row: short(c.Rows[i], 80), Label: labelOf(s, i), row: i})
	}
	return marks
}

// short cuts s to at most n characters at an ellipsis: a chart has no room for
// more, and its table holds the whole.
func short(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n-1])) + "…"
}

func shortAll(rows []string, n int) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = short(r, n)
	}
	return out
}

// lines guesses how many lines s takes in width pixels of 14 pixel type.
func lines(s string, width int) int {
	used, count := 0, 1
	for _, word := range strings.Fields(s) {
		w := textWidth(word)
		if used > 0 && used+w+textWidth(" ") > width {
			count, used = count+1, 0
		}
		count += w / (width + 1)
		used += w%(width+1) + textWidth(" ")
	}
	return count
}

// textWidth is a guess: 7.5 pixels a character in 14 pixel type. A row's name
// that takes a line more still fits between its mark and the one above.
func textWidth(s string) int { return 15 * utf8.RuneCountInString(s) / 2 }

func most(rows []string, of func(string) int) int {
	n := 0
	for _, r := range rows {
		n = max(n, of(r))
	}
	return n
}

// end is where the value axis stops, 0 when it fits the data.
func end(c reports.Chart) float64 {
	if c.Most == 0 && c.Unit == "percent" {
		return 1
	}
	return c.Most
}

// step is a round distance that cuts most into five or fewer.
func step(most float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(most))-1)
	for _, digit := range []float64{1, 2, 5, 10, 20} {
		if most/(digit*power) <= 5 {
			return digit * power
		}
	}
	return 50 * power
}

// rounded lets the value axis end at a whole step.
func rounded(c reports.Chart, axis look) look {
	if most := end(c); most > 0 {
		axis["max"] = math.Ceil(most/step(most)) * step(most)
	}
	return axis
}

// bare is the value axis where every mark has its figure printed beside it:
// without lines, and without figures of its own.
func bare(axis look) look {
	return merged(axis, look{"splitLine": look{"show": false}, "axisLabel": look{"show": false}})
}

// remarks are words in the place of marks, for rows that have none: the first
// label of the row, for instance that it is not shown.
func remarks(c reports.Chart) (charts.SingleSeries, look) {
	marks := []point{}
	for i := range c.Rows {
		drawn, text := false, ""
		for _, s := range c.Series {
			drawn = drawn || s.Values[i] != nil
			if text == "" {
				text = labelOf(s, i)
			}
		}
		if !drawn && text != "" {
			marks = append(marks, point{Value: []any{0, i}, Label: text})
		}
	}
	return charts.SingleSeries{Type: "scatter", Data: marks}, look{"symbolSize": 1, "silent": true, "itemStyle": look{"color": "transparent", "opacity": 1},
		"label": look{"show": true, "position": "right", "distance": 0, "formatter": "@label", "fontSize": 14, "color": softGrey}}
}
