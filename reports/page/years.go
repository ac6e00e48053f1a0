package page

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"valuetrail/reports"
)

// Room for the words beside the marks of two years, in pixels.
const (
	remarksFrom = 760
	remarkWidth = 250
)

// yearDots has a row a figure: this year's dot above last year's, each with its
// interval, and what is different in words: beside them where there is room, on
// a narrow screen with the row's name.
func yearDots(c reports.Chart) []layout {
	narrow := scoreDots(withRemarks(c))
	wide := scoreDots(c)
	last := wide[len(wide)-1]
	last.From = remarksFrom
	last.frame.grid = opts.Grid{Left: "8", Right: "290", Top: "0", Bottom: "28"}
	last.frame.add(remarksBeside(c), look{"symbolSize": 1, "silent": true, "itemStyle": look{"color": "transparent", "opacity": 1}, "z": 6,
		"label": look{"show": true, "position": "right", "distance": 26, "formatter": "@label", "fontSize": 14, "color": ink,
			"lineHeight": lineHeight}})
	return append(narrow, last)
}

// withRemarks puts the words behind the names of the rows.
func withRemarks(c reports.Chart) reports.Chart {
	rows := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		rows[i] = r
		if i < len(c.Remarks) && c.Remarks[i] != "" {
			rows[i] = short(r, 60) + ": " + short(c.Remarks[i], 100)
		}
	}
	c.Rows, c.Remarks = rows, nil
	return c
}

// remarksBeside are words at the end of each row.
func remarksBeside(c reports.Chart) charts.SingleSeries {
	marks := []point{}
	for i, words := range c.Remarks {
		marks = append(marks, point{Value: []any{end(c), i}, Label: inLines(short(words, 110), remarkWidth)})
	}
	return charts.SingleSeries{Type: "scatter", Data: marks}
}

// inLines cuts words into lines of at most width pixels of 14 pixel type: the
// chart library leaves the blank at a line's beginning.
func inLines(words string, width int) string {
	var all []string
	line := ""
	for _, word := range strings.Fields(words) {
		if line != "" && textWidth(line+" "+word) > width {
			all, line = append(all, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return strings.Join(append(all, line), "\n")
}
