package page

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"valuetrail/reports"
)

// Sizes of charts that have a row for each category, in pixels. The row's
// name stands above its marks, so that no name is ever too long.
const (
	wideFrom   = 520
	narrowText = 300
	wideText   = 500
	lineHeight = 19
	barWidth   = 26
	axisRoom   = 28
)

// barLooks are yes solid, no outlined, did not answer hatched.
var barLooks = map[string]look{
	"yes": {"itemStyle": look{"color": darkBlue, "borderColor": darkBlue, "borderWidth": 1.5}, "label": look{"color": white}},
	"no":  {"itemStyle": look{"color": white, "borderColor": darkBlue, "borderWidth": 1.5}, "label": look{"color": darkBlue}},
	"silent": {"itemStyle": look{"color": white, "borderColor": midGrey, "borderWidth": 1.5,
		"decal": look{"symbol": "rect", "symbolSize": 1, "color": "#A9B0B4", "dashArrayX": []any{1, 0}, "dashArrayY": []any{2, 5}, "rotation": -0.7853981633974483}},
		"label": look{"color": darkGrey, "backgroundColor": white, "padding": []int{2, 4}, "borderRadius": 2}},
	"not_yet": {"itemStyle": look{"color": notYet, "borderColor": notYet, "borderWidth": 1.5}, "label": look{"color": darkGrey}},
}

// Bars of practices have the looks of answers: using it solid, stopped outlined;
// those that do not are pale, for their number is on them.
const notYet = "#E3E8EC"

func answerBars(c reports.Chart) []layout {
	draw := func(from, width int) layout {
		rows := shortAll(c.Rows, 120)
		textLines := most(rows, func(r string) int { return lines(r, width) })
		f := &frame{rows: rows, transposed: true, valueAxis: bare(valueAxis(c)), rowAxis: rowsAbove(width, barWidth/2+7),
			grid: opts.Grid{Left: "1", Right: "2", Top: "0", Bottom: "0"}}
		for _, s := range c.Series {
			f.add(charts.SingleSeries{Name: short(s.Name, 40), Type: "bar", Stack: "all", BarWidth: "26", Data: barPoints(c, s)},
				merged(look{"label": look{"show": true, "position": "inside", "formatter": "@label", "fontSize": 14, "fontWeight": 600},
					"emphasis": look{"disabled": true}, "cursor": "default"}, barLooks[looksLike(s.Role)]))
		}
		f.add(remarks(c))
		return layout{From: from, Height: len(rows) * bandHeight(textLines, barWidth), Above: true, frame: f}
	}
	return []layout{draw(0, narrowText), draw(wideFrom, wideText)}
}

// barPoints keeps a place for every row: bars are stacked by position.
func barPoints(c reports.Chart, s reports.Series) []point {
	marks := make([]point, len(s.Values))
	for i, v := range s.Values {
		if v == nil {
			continue
		}
		marks[i] = point{Value: *v, Row: short(c.Rows[i], 80), Label: labelOf(s, i)}
	}
	return marks
}

// bandHeight is the room of a row whose name of so many lines stands above a
// mark so high: the mark sits in the middle, so that the name's room counts
// twice.
func bandHeight(textLines, mark int) int {
	return mark + 2*(textLines*lineHeight+8)
}

// rowsAbove is the axis of the rows, their names lift pixels above their marks.
func rowsAbove(width, lift int) look {
	return look{"axisLine": look{"show": false}, "axisTick": look{"show": false},
		"axisLabel": look{"inside": true, "interval": 0, "margin": 0, "align": "left", "verticalAlign": "bottom",
			"padding": []int{0, 0, lift, 0}, "width": width, "overflow": "break", "lineHeight": lineHeight,
			"fontSize": 14, "color": ink}}
}

func merged(all ...look) look {
	out := map[string]any{}
	merge(out, all...)
	return out
}

// looksLike is the role among answers whose look a role of practices has.
func looksLike(role string) string {
	switch role {
	case "now":
		return "yes"
	case "stopped":
		return "no"
	}
	return role
}
