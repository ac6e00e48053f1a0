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

var plainLabel = look{"show": true, "formatter": "@label", "fontSize": 14, "fontWeight": 600, "color": "#1D1D1D",
	"textBorderColor": white, "textBorderWidth": 3}

// dotLooks are held solid, moved half, cancelled a cross; last year hollow,
// grey and joined by a dashed line.
var dotLooks = map[string]look{
	"this_year": {"symbol": "circle", "symbolSize": 13, "itemStyle": look{"color": darkBlue}, "z": 5},
	"moved":     {"symbol": halfDisc, "symbolSize": 14, "itemStyle": look{"color": darkBlue}, "z": 5},
	"cancelled": {"symbol": cross, "symbolSize": 12, "itemStyle": look{"color": darkBlue}, "z": 5},
	"last_year": {"symbol": "emptyCircle", "symbolSize": 9, "showSymbol": true, "itemStyle": look{"color": midGrey, "borderWidth": 1.5},
		"lineStyle": look{"color": midGrey, "width": 1.5, "type": []any{4, 4}}, "label": look{"fontWeight": 400, "color": "#595959"}, "z": 3},
}

func meetingDots(c reports.Chart) []layout {
	words := func(r string) int { return most(strings.Fields(r), textWidth) }
	column := max(46, most(shortAll(c.Rows, 40), words)+10)
	across := len(c.Rows)*column + 60
	listed := []layout{meetingsDown(c)}
	if across > 960 {
		return listed
	}
	return append(listed, meetingsAcross(c, column, max(across, wideFrom)))
}

// meetingsAcross has a column a meeting, time from left to right.
func meetingsAcross(c reports.Chart, column, from int) layout {
	rows := shortAll(c.Rows, 40)
	textLines := most(rows, func(r string) int { return lines(r, column-6) })
	foot := 14 + textLines*lineHeight
	f := &frame{rows: rows, valueAxis: valueAxis(c), grid: opts.Grid{Left: "44", Right: "16", Top: "24", Bottom: strconv.Itoa(foot)},
		rowAxis: look{"axisLine": look{"show": true, "lineStyle": look{"color": "#595959"}}, "axisTick": look{"show": false},
			"axisLabel": look{"interval": 0, "width": column - 4, "overflow": "break", "lineHeight": lineHeight,
				"fontSize": 13, "color": darkGrey, "margin": 10}}}
	addDots(f, c, "top", "bottom")
	return layout{From: from, Height: 250 + foot, Option: f.option()}
}

// meetingsDown has a row a meeting, for narrow screens and many meetings.
func meetingsDown(c reports.Chart) layout {
	rows := shortAll(c.Rows, 80)
	f := &frame{rows: rows, transposed: true, valueAxis: valueAxis(c)}
	band := 34
	if widest := most(rows, textWidth); widest <= 112 {
		f.grid = opts.Grid{Left: strconv.Itoa(widest + 14), Right: "30", Top: "4", Bottom: "28"}
		f.rowAxis = look{"axisLine": look{"show": true, "lineStyle": look{"color": "#595959"}}, "axisTick": look{"show": false},
			"axisLabel": look{"interval": 0, "fontSize": 13, "color": darkGrey}}
	} else {
		f.grid = opts.Grid{Left: "8", Right: "30", Top: "0", Bottom: "28"}
		f.rowAxis = rowsAbove(narrowText, 12)
		band = bandHeight(most(rows, func(r string) int { return lines(r, narrowText) }), 16)
	}
	addDots(f, c, "right", "left")
	return layout{From: 0, Height: len(rows)*band + axisRoom + 4, Option: f.option()}
}

func addDots(f *frame, c reports.Chart, here, there string) {
	for _, s := range c.Series {
		kind, position := "scatter", here
		if s.Role == "last_year" {
			kind, position = "line", there
		}
		f.add(charts.SingleSeries{Name: short(s.Name, 40), Type: kind, Data: points(c, s, f.transposed)},
			merged(look{"label": merged(plainLabel, look{"position": position}), "emphasis": look{"disabled": true}, "cursor": "default"}, dotLooks[s.Role]))
	}
}

// scoreDots has a row a question: the value, and its interval as a line.
func scoreDots(c reports.Chart) []layout {
	draw := func(from, width int) layout {
		rows := shortAll(c.Rows, 120)
		textLines := most(rows, func(r string) int { return lines(r, width) })
		f := &frame{rows: rows, transposed: true, valueAxis: valueAxis(c), rowAxis: rowsAbove(width, 30),
			grid: opts.Grid{Left: "8", Right: "30", Top: "0", Bottom: "28"}}
		for _, pair := range intervals(c.Series) {
			f.add(intervalLine(c, pair), look{"symbol": "none", "silent": true, "lineStyle": look{"color": pair.colour, "width": 2}, "z": 2})
		}
		for _, s := range c.Series {
			if s.Role == "low" || s.Role == "high" {
				continue
			}
			f.add(charts.SingleSeries{Name: short(s.Name, 40), Type: "scatter", Data: points(c, s, true)},
				merged(look{"label": merged(plainLabel, look{"position": "top"}), "emphasis": look{"disabled": true}, "cursor": "default"}, scoreLooks[s.Role]))
		}
		return layout{From: from, Height: len(rows)*(bandHeight(textLines, 16)+32) + axisRoom, Option: f.option()}
	}
	return []layout{draw(0, narrowText), draw(wideFrom, wideText)}
}

// scoreLooks are filled for this year and hollow for last year.
var scoreLooks = map[string]look{
	"this_year": {"symbol": "circle", "symbolSize": 14, "itemStyle": look{"color": darkBlue}, "z": 5},
	"last_year": {"symbol": "emptyCircle", "symbolSize": 12, "itemStyle": look{"color": midGrey, "borderWidth": 2},
		"label": look{"position": "bottom", "fontWeight": 400, "color": "#595959"}, "z": 4},
}

// interval is a low and a high series that belong to the dots before them.
type interval struct {
	low, high reports.Series
	colour    string
}

func intervals(all []reports.Series) []interval {
	var pairs []interval
	var low *reports.Series
	colour := darkBlue
	for i, s := range all {
		switch s.Role {
		case "this_year":
			colour = darkBlue
		case "last_year":
			colour = midGrey
		case "low":
			low = &all[i]
		case "high":
			if low != nil {
				pairs = append(pairs, interval{low: *low, high: s, colour: colour})
			}
			low = nil
		}
	}
	return pairs
}

// intervalLine is one line for all rows, broken between them.
func intervalLine(c reports.Chart, pair interval) charts.SingleSeries {
	marks := []point{}
	for i := range c.Rows {
		low, high := pair.low.Values[i], pair.high.Values[i]
		if low == nil || high == nil {
			continue
		}
		marks = append(marks, point{Value: []any{*low, i}}, point{Value: []any{*high, i}}, point{Value: []any{"-", "-"}})
	}
	return charts.SingleSeries{Name: short(pair.low.Name, 40), Type: "line", Data: marks}
}
