package page

import (
	"encoding/json"
	"strings"
	"testing"

	"valuetrail/reports"
)

func year(v float64) *float64 { return &v }

func twoYears() reports.Chart {
	return reports.Chart{Kind: reports.YearDots, Unit: "score", Most: 100, Rows: []string{"Used what they learned", "Reach"}, Remarks: []string{"30 points more (6 to 54), likely a real rise", "3 points less"},
		Series: []reports.Series{{Name: "2025/26", Role: "this_year", Values: []*float64{year(72), year(94)}, Labels: []string{"72 %", "94 %"}},
			{Name: "Range", Role: "low", Values: []*float64{year(52), nil}}, {Role: "high", Values: []*float64{year(86), nil}},
			{Name: "2024/25", Role: "last_year", Values: []*float64{year(42), year(97)}, Labels: []string{"42 %", "97 %"}},
			{Name: "Range, last year", Role: "low", Values: []*float64{year(26), nil}}, {Role: "high", Values: []*float64{year(61), nil}}}}
}

func TestDifferencesStandBesideTheMarksWhereThereIsRoom(t *testing.T) {
	all, err := layouts(twoYears())
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range all {
		text, err := json.Marshal(l.Option)
		if err != nil {
			t.Fatal(err)
		}
		inName, beside := strings.Contains(string(text), `"Used what they learned: 30 points more`), strings.Contains(string(text), `"label_text":"30 points more (6 to 54), likely\na real rise"`)
		if wide := i == len(all)-1; beside != wide || inName == wide {
			t.Errorf("from %d pixels: in the name %v, beside %v", l.From, inName, beside)
		}
		if i > 0 && l.From <= all[i-1].From {
			t.Errorf("layout %d is for %d pixels", i, l.From)
		}
	}
}

func TestEveryRowHasItsRemarkOrNoneHas(t *testing.T) {
	c := twoYears()
	c.Remarks = c.Remarks[:1]
	if _, err := layouts(c); err == nil {
		t.Fatal("a row without its remark is drawn")
	}
}

func TestBarsOfPracticesLookLikeBarsOfAnswers(t *testing.T) {
	c := reports.Chart{Kind: reports.PracticeBars, Unit: "organisations", Most: 6, Rows: []string{"Stand-up"},
		Series: []reports.Series{{Name: "now", Role: "now", Values: []*float64{year(4)}}, {Name: "stopped", Role: "stopped", Values: []*float64{year(1)}}, {Name: "not", Role: "not_yet", Values: []*float64{year(1)}}}}
	all, err := layouts(c)
	if err != nil {
		t.Fatal(err)
	}
	series := all[0].Option["series"].([]any)
	for i, want := range []string{darkBlue, white, notYet} {
		text, _ := json.Marshal(series[i].(map[string]any)["itemStyle"])
		if !strings.Contains(string(text), `"color":"`+want+`"`) {
			t.Errorf("bar %d looks like %s, want %s", i, text, want)
		}
	}
}
