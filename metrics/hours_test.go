package metrics_test

import (
	"context"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/metrics"
)

// The hours on top of a page are the hours of the indicator: time that somebody
// gave before joining or as a guest is no member's time in either.
func TestHoursOnTopOfAPageAreThoseOfTheIndicator(t *testing.T) {
	example, err := txtar.ParseFile("testdata/member_hours.txtar")
	if err != nil {
		t.Fatal(err)
	}
	w := world(t, example)
	for name, s := range map[string]metrics.Scope{
		"the cohort":     {Community: "c", Cohorts: []string{"2025"}, Grain: "year"},
		"everybody":      {Community: "c", Grain: "year"},
		"a part of it":   {Community: "c", Cohorts: []string{"2025"}, Grain: "year", Since: day(t, "2025-11-01")},
		"a single month": {Community: "c", Grain: "year", Since: day(t, "2025-11-01"), Until: day(t, "2025-11-15")},
	} {
		o, err := metrics.Summary(context.Background(), w, s)
		if err != nil {
			t.Fatal(err)
		}
		_, answer := said(t, w, "member_hours", s)
		r := answer.Readings[len(answer.Readings)-1]
		if r.Value == nil || o.MemberHours != *r.Value || o.MemberHours == 0 {
			t.Errorf("%s: %v hours on top of the page, %+v by the indicator", name, o.MemberHours, r)
		}
	}
}
