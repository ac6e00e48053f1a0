package page

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"valuetrail/reports"
)

// scoreDots has a row a question: the value, and its interval as a line.
func scoreDots(c reports.Chart) []layout {
	draw := func(from, width int) layout {
		rows := shortAll(c.Rows, 120)
		textLines := most(rows, func(r string) int { return lines(r, width) })
		f := &frame{rows: rows, transposed: true, rowAxis: rowsAbove(width, 30),
			valueAxis: merged(valueAxis(c), look{"splitLine": look{"show": false}}), grid: opts.Grid{Left: "8", Right: "30", Top: "0", Bottom: "28"}}
		if most := end(c); most > 0 {
			f.add(rails(c, most), look{"symbol": "none", "silent": true, "lineStyle": look{"color": paleGrey, "width": 1}, "z": 1})
		}
		for _, pair := range slices.Backward(intervals(c.Series)) {
			f.add(intervalLine(c, pair), look{"symbol": "none", "silent": true, "lineStyle": look{"color": pair.colour, "width": pair.width}, "z": 2})
		}
		for _, s := range c.Series {
			if s.Role == "low" || s.Role == "high" {
				continue
			}
			f.add(charts.SingleSeries{Name: short(s.Name, 40), Type: "scatter", Data: points(c, s, true)},
				merged(look{"label": merged(plainLabel, look{"position": "top"}), "emphasis": look{"disabled": true}, "cursor": "default"}, scoreLooks[s.Role]))
		}
		f.add(remarks(c))
		return layout{From: from, Height: len(rows)*(bandHeight(textLines, 16)+32) + axisRoom, Above: true, frame: f}
	}
	return []layout{draw(0, narrowText), draw(wideFrom, wideText)}
}

// scoreLooks are filled for this year and hollow for last year.
var scoreLooks = map[string]look{
	"this_year": {"symbol": "circle", "symbolSize": 14, "itemStyle": look{"color": darkBlue, "opacity": 1}, "z": 5},
	"last_year": {"symbol": "emptyCircle", "symbolSize": 12, "itemStyle": look{"color": midGrey, "borderWidth": 2, "opacity": 1},
		"label": look{"position": "bottom", "fontWeight": 400, "color": softGrey}, "z": 4},
}

// paleBand is last year's interval: broad, so that this year's thin one may lie
// on it and both are seen.
const paleBand = "#9CA5AA"

// interval is a low and a high series that belong to the dots before them.
type interval struct {
	low, high reports.Series
	colour    string
	width     int
}

func intervals(all []reports.Series) []interval {
	var pairs []interval
	var low *reports.Series
	colour, width := darkBlue, 2
	for i, s := range all {
		switch s.Role {
		case "this_year":
			colour, width = darkBlue, 2
		case "last_year":
			colour, width = paleBand, 7
		case "low":
			low = &all[i]
		case "high":
			if low != nil {
				pairs = append(pairs, interval{low: *low, high: s, colour: colour, width: width})
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

// rails are a pale line a row, from zero to the end of the axis.
func rails(c reports.Chart, most float64) charts.SingleSeries {
	marks := []point{}
	for i := range c.Rows {
		marks = append(marks, point{Value: []any{0, i}}, point{Value: []any{most, i}}, point{Value: []any{"-", "-"}})
	}
	return charts.SingleSeries{Type: "line", Data: marks}
}
