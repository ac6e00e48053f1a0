package page

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"valuetrail/reports"
)

// The colours of REPORTS 2.1, in the order they are given out.
const (
	darkBlue = "#12436D"
	darkGrey = "#3D3D3D"
	midGrey  = "#6F777B"
	ink      = "#1D1D1D"
	softGrey = "#595959"
	paleGrey = "#DEE3E7"
	white    = "#FFFFFF"
)

// layout is one way to draw a chart: Option is what the chart library takes,
// and From the width in pixels from which there is room for it. With Above the
// names of the rows stand above their marks and may be as wide as the chart.
type layout struct {
	From   int            `json:"from"`
	Height int            `json:"height"`
	Above  bool           `json:"above,omitempty"`
	Option map[string]any `json:"option"`
	frame  *frame
}

// point is one mark of a series. Row and Label are what a reader sees when
// pointing at it; Label is also printed beside it.
type point struct {
	Value any    `json:"value"`
	Row   string `json:"row,omitempty"`
	Label string `json:"label_text,omitempty"`
	Place *place `json:"label,omitempty"`
	row   int
}

// place puts the label of one mark elsewhere than those of its series.
type place struct {
	Position string `json:"position"`
}

// look is what a role adds to its series.
type look map[string]any

// layouts gives every way to draw c, from the narrowest.
func layouts(c reports.Chart) ([]layout, error) {
	if err := check(c); err != nil {
		return nil, err
	}
	var all []layout
	switch c.Kind {
	case reports.AnswerBars:
		all = answerBars(c)
	case reports.MeetingDots:
		all = meetingDots(c)
	case reports.ScoreDots:
		all = scoreDots(c)
	case reports.YearDots:
		all = yearDots(c)
	case reports.PracticeBars:
		all = answerBars(c)
	default:
		return nil, fmt.Errorf("unknown kind of chart %q", c.Kind)
	}
	for i := range all {
		var err error
		if all[i].Option, err = all[i].frame.option(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// roles lists the roles that each kind of chart can draw.
var roles = map[reports.ChartKind][]string{
	reports.AnswerBars:   {"yes", "no", "silent"},
	reports.MeetingDots:  {"this_year", "moved", "cancelled", "last_year"},
	reports.ScoreDots:    {"this_year", "last_year", "low", "high"},
	reports.YearDots:     {"this_year", "last_year", "low", "high"},
	reports.PracticeBars: {"now", "stopped", "not_yet"},
}

func check(c reports.Chart) error {
	for _, s := range c.Series {
		if !slices.Contains(roles[c.Kind], s.Role) {
			return fmt.Errorf("series %q: %s cannot draw the role %q", s.Name, c.Kind, s.Role)
		}
		if len(s.Values) != len(c.Rows) {
			return fmt.Errorf("series %q: %d values for %d rows", s.Name, len(s.Values), len(c.Rows))
		}
		if len(s.Labels) != 0 && len(s.Labels) != len(c.Rows) {
			return fmt.Errorf("series %q: %d labels for %d rows", s.Name, len(s.Labels), len(c.Rows))
		}
		for i, v := range s.Values {
			if v != nil && !finite(*v) {
				return fmt.Errorf("series %q: row %d: %v cannot be drawn", s.Name, i+1, *v)
			}
		}
	}
	if len(c.Remarks) != 0 && len(c.Remarks) != len(c.Rows) {
		return fmt.Errorf("%d remarks for %d rows", len(c.Remarks), len(c.Rows))
	}
	if !finite(c.Most) {
		return fmt.Errorf("the end of the axis cannot be %v", c.Most)
	}
	return nil
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// frame holds what is common to the charts: no animation (a printed page has
// one moment), no title or legend (they are text of the page), a tooltip.
type frame struct {
	rows []string
	// transposed puts the rows on the vertical axis, the first on top.
	transposed bool
	grid       opts.Grid
	rowAxis    look
	valueAxis  look
	series     []charts.SingleSeries
	looks      []look
}

func (f *frame) add(s charts.SingleSeries, l look) {
	f.series = append(f.series, s)
	f.looks = append(f.looks, l)
}

// option is the frame as the chart library takes it, as plain data.
func (f *frame) option() (map[string]any, error) {
	chart := charts.NewBar()
	chart.SetGlobalOptions(
		charts.WithAnimation(false),
		charts.WithGridOpts(f.grid),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", Formatter: "@tip", BorderColor: paleGrey}),
	)
	chart.SetXAxis(f.rows)
	if f.transposed {
		chart.XYReversal()
	}
	chart.MultiSeries = append(chart.MultiSeries, f.series...)
	chart.Validate()
	option, err := plain(chart.JSON())
	if err != nil {
		return nil, err
	}
	for _, empty := range []string{"title", "legend", "toolbox", "color"} {
		delete(option, empty)
	}
	merge(option, look{"textStyle": look{"fontFamily": fonts, "color": darkGrey}, "tooltip": look{"confine": true,
		"textStyle": look{"color": ink, "fontSize": 14, "fontFamily": fonts}, "extraCssText": "box-shadow:none;white-space:normal;max-width:18rem"}})
	rows, values := "xAxis", "yAxis"
	if f.transposed {
		rows, values = values, rows
	}
	merge(first(option, rows), look{"type": "category", "inverse": f.transposed}, f.rowAxis)
	merge(first(option, values), f.valueAxis)
	for i, s := range option["series"].([]any) {
		merge(s.(map[string]any), f.looks[i])
	}
	return option, nil
}

const fonts = `system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", sans-serif`

func first(option map[string]any, key string) map[string]any {
	return option[key].([]any)[0].(map[string]any)
}

// plain turns what go-echarts gives into maps and slices that can be amended.
func plain(v map[string]any) (map[string]any, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("options: %w", err)
	}
	var out map[string]any
	if err := json.Unmarshal(text, &out); err != nil {
		return nil, fmt.Errorf("options: %w", err)
	}
	return out, nil
}

// merge lays each of more over into, object by object.
func merge(into map[string]any, more ...look) {
	for _, m := range more {
		for key, v := range m {
			child, isLook := v.(look)
			if !isLook {
				into[key] = v
				continue
			}
			switch old := into[key].(type) {
			case map[string]any:
				merge(old, child)
			case look:
				merge(old, child)
			default:
				into[key] = map[string]any(merged(child))
			}
		}
	}
}
