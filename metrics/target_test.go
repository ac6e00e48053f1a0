package metrics_test

import (
	"context"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// Three targets for attendance: two in the settings, and one on the sheet for the
// cohort 2025 set in January by Ben, whose name is his own.
const agreements = community + `
-- setting.csv --
name,number,word
target.1.indicator,,attendance_rate
target.1.value,0.6,
target.1.set_on,20332,
target.1.set_by,,setting-target.1.set_by
target.1.reason,,setting-target.1.reason
target.2.indicator,,attendance_rate
target.2.cohort,,next
target.2.value,0.9,
target.3.indicator,,reach_rate
target.3.value,0.5,
-- target.csv --
indicator_id,cohort,target,set_on,setter_alias_id,reason_text_id,file_id,sheet_no,row_no,column_no
attendance_rate,2025,0.7,2026-01-10,a-ben,t-why,f-aims,1,2,0
-- alias.csv --
alias_id,same_as,kind,handle,origin,shown,name,file_id,sheet_no,row_no
a-ben,a-ben,name,ben bohr,targets,Ben Bohr,Ben Bohr,f-aims,1,2
a-ben2,a-ben2,name,ben bohr,roster,Ben Bohr,Ben Bohr,f-list,1,3
-- text.csv --
text_id,words
setting-target.1.set_by,Ana and Ben Bohr
setting-target.1.reason,asked by the sponsor
t-why,Ben Bohr thinks so
`

func TestATargetTellsWhenByWhomAndWhyItWasSet(t *testing.T) {
	w := world(t, txtar.Parse([]byte(agreements)))
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	january, september := 20463, 20332
	cases := map[string]struct {
		scope  metrics.Scope
		id     string
		target float64
		want   *metrics.Agreed
	}{
		"the sheet's was set last": {metrics.Scope{Community: "c", Cohorts: []string{"2025"}}, "attendance_rate", 0.7, &metrics.Agreed{On: &january, By: "Ben Bohr", Why: "Ben Bohr thinks so"}},
		"the sponsor reads no names": {metrics.Scope{Community: "c", Cohorts: []string{"2025"}, Audience: vocabulary.Sponsor}, "attendance_rate", 0.7,
			&metrics.Agreed{On: &january, Why: "[…] thinks so"}},
		"no community named, so no words": {metrics.Scope{Cohorts: []string{"2025"}, Audience: vocabulary.Sponsor}, "attendance_rate", 0.7, &metrics.Agreed{On: &january}},
		"the settings' for everybody":     {metrics.Scope{Community: "c"}, "attendance_rate", 0.6, &metrics.Agreed{On: &september, By: "Ana and Ben Bohr", Why: "asked by the sponsor"}},
		"only a number":                   {metrics.Scope{Community: "c", Cohorts: []string{"2025"}}, "reach_rate", 0.5, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.scope.Grain = "year"
			answers, err := metrics.Ask(context.Background(), w, catalogue, []string{c.id}, c.scope, noon)
			if err != nil {
				t.Fatal(err)
			}
			r := answers[0].Readings[len(answers[0].Readings)-1] // of no cohort named, all together
			if r.Target == nil || *r.Target != c.target {
				t.Fatalf("the target is %v, want %v", r.Target, c.target)
			}
			if (r.Agreed == nil) != (c.want == nil) {
				t.Fatalf("%+v, want %+v", r.Agreed, c.want)
			}
			if a := r.Agreed; a != nil && (a.By != c.want.By || a.Why != c.want.Why || *a.On != *c.want.On) {
				t.Errorf("%+v on %d, want %+v", a, *a.On, c.want)
			}
		})
	}
}
