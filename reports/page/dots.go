package page

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"valuetrail/reports"
)

// Marks as outlines that the chart library fills: a disc half filled, a cross,
// and a ring.
const (
	halfDisc = "path://M0,-10A10,10 0 0 1 0,10A10,10 0 0 1 0,-10ZM0,-7.6A7.6,7.6 0 0 0 0,7.6Z"
	cross    = "path://M-10,-7L-7,-10L0,-3L7,-10L10,-7L3,0L10,7L7,10L0,3L-7,10L-10,7L-3,0Z"
)

var plainLabel = look{"show": true, "formatter": "@label", "fontSize": 14, "fontWeight": 600, "color": ink,
	"textBorderColor": white, "textBorderWidth": 3}

// dotLooks are held solid, moved half, cancelled a cross; last year hollow,
// grey and joined by a dashed line.
var dotLooks = map[string]look{
	"this_year": {"symbol": "circle", "symbolSize": 13, "itemStyle": look{"color": darkBlue, "opacity": 1}, "z": 5},
	"moved":     {"symbol": halfDisc, "symbolSize": 14, "itemStyle": look{"color": darkBlue, "opacity": 1}, "z": 5},
	"cancelled": {"symbol": cross, "symbolSize": 12, "itemStyle": look{"color": darkBlue, "opacity": 1}, "z": 5},
	"last_year": {"symbol": "emptyCircle", "symbolSize": 9, "showSymbol": true, "itemStyle": look{"color": midGrey, "borderWidth": 1.5},
		"lineStyle": look{"color": midGrey, "width": 1.5, "type": []any{4, 4}}, "label": look{"fontWeight": 400, "color": softGrey}, "z": 3},
}

func meetingDots(c reports.Chart) []layout {
	words := func(r string) int { return most(strings.Fields(r), textWidth) }
	column := max(46, most(shortAll(c.Rows, 40), words)+10)
	across := len(c.Rows)*column + 60
	switch {
	case across <= 960:
		return []layout{meetingsDown(c, narrowNames), meetingsAcross(c, column, max(across, wideFrom))}
	case most(shortAll(c.Rows, 80), textWidth) > narrowNames:
		return []layout{meetingsDown(c, narrowNames), meetingsDown(c, wideNames)}
	}
	return []layout{meetingsDown(c, narrowNames)}
}

// The room for the names of meetings beside their marks, in pixels.
const (
	narrowNames = 112
	wideNames   = 230
)

// meetingsAcross has a column a meeting, time from left to right.
func meetingsAcross(c reports.Chart, column, from int) layout {
	rows := shortAll(c.Rows, 40)
	textLines := most(rows, func(r string) int { return lines(r, column-6) })
	if textLines == 2 {
		rows = inTwo(rows)
	}
	foot := 14 + textLines*lineHeight
	f := &frame{rows: rows, valueAxis: rounded(c, valueAxis(c)), grid: opts.Grid{Left: "44", Right: "16", Top: "24", Bottom: strconv.Itoa(foot)},
		rowAxis: look{"axisLine": look{"show": true, "lineStyle": look{"color": softGrey}}, "axisTick": look{"show": false},
			"axisLabel": look{"interval": 0, "width": column - 4, "overflow": "break", "lineHeight": lineHeight,
				"fontSize": 13, "color": darkGrey, "margin": 10}}}
	addDots(f, c, "top", "bottom")
	return layout{From: from, Height: 250 + foot, frame: f}
}

// meetingsDown has a row a meeting, for narrow screens and many meetings. Names
// too long for the room beside the marks stand above them on a narrow screen,
// and take several lines on a wide one.
func meetingsDown(c reports.Chart, room int) layout {
	rows := shortAll(c.Rows, 80)
	f := &frame{rows: rows, transposed: true, valueAxis: rounded(c, valueAxis(c)),
		grid: opts.Grid{Left: "8", Right: strconv.Itoa(26 + widestLabel(c)), Top: "4", Bottom: "28"}}
	widest := min(most(rows, textWidth)*5/4, room) // a quarter more, for a reader's own wider letters
	out := layout{Height: 34}
	if room == wideNames {
		out.From, out.Height = wideFrom, max(34, most(rows, func(r string) int { return lines(r, room) })*lineHeight+10)
	}
	if out.Above = most(rows, textWidth) > room && room == narrowNames; out.Above {
		f.rowAxis, f.valueAxis = rowsAbove(narrowText, 12), merged(f.valueAxis, look{"splitLine": look{"show": false}})
		out.Height = bandHeight(most(rows, func(r string) int { return lines(r, narrowText) }), 16)
	} else {
		f.grid.Left = strconv.Itoa(widest + 14)
		f.rowAxis = look{"axisLine": look{"show": true, "lineStyle": look{"color": softGrey}}, "axisTick": look{"show": false},
			"axisLabel": look{"interval": 0, "fontSize": 13, "color": darkGrey, "width": widest, "overflow": "break", "lineHeight": lineHeight - 2}}
	}
	addDots(f, c, "right", "left")
	out.Height = len(rows)*out.Height + axisRoom + 4
	out.frame = f
	return out
}

// widestLabel is the room that labels need to the right of their marks.
func widestLabel(c reports.Chart) int {
	widest := 0
	for _, s := range c.Series {
		for i, v := range s.Values {
			if v != nil && *v > 0 {
				widest = max(widest, textWidth(labelOf(s, i)))
			}
		}
	}
	return min(widest, 90)
}

// inTwo sets rows of two words, such as dates, on two lines: all or none.
func inTwo(rows []string) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		words := strings.Fields(r)
		if len(words) != 2 {
			return rows
		}
		out[i] = words[0] + "\n" + words[1]
	}
	return out
}

// addDots puts labels here, and there where last year's mark is in the way.
func addDots(f *frame, c reports.Chart, here, there string) {
	before := lastYear(c)
	for _, s := range c.Series {
		kind, position := "scatter", here
		if s.Role == "last_year" {
			kind, position = "line", there
		}
		marks := points(c, s, f.transposed)
		for i, m := range marks {
			v, w := *s.Values[m.row], before[m.row]
			if s.Role != "last_year" && v > 0 && w != nil && *w >= v {
				marks[i].Place = &place{Position: there}
			}
		}
		f.add(charts.SingleSeries{Name: short(s.Name, 40), Type: kind, Data: marks},
			merged(look{"label": merged(plainLabel, look{"position": position}), "emphasis": look{"disabled": true}, "cursor": "default"}, dotLooks[s.Role]))
	}
}

// lastYear are the values of last year, a nil a row where there are none.
func lastYear(c reports.Chart) []*float64 {
	for _, s := range c.Series {
		if s.Role == "last_year" {
			return s.Values
		}
	}
	return make([]*float64, len(c.Rows))
}
