package queries

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestEveryCheckSaysWhatItIs(t *testing.T) {
	all, err := Checks()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Errorf("%d checks", len(all))
	}
	for _, c := range all {
		if !strings.Contains(c.SQL, "$community") || strings.Contains(c.SQL, ";") || !strings.Contains(c.SQL, "\n--\n-- ") {
			t.Errorf("%s: wants one SELECT for one community, and a remark that says what it lists", c.ID)
		}
		for _, column := range CheckColumns[4:] {
			if !strings.Contains(c.SQL, column) {
				t.Errorf("%s has no column %s", c.ID, column)
			}
		}
	}
}

func TestAWrongHeaderOfACheckIsSaid(t *testing.T) {
	for text, want := range map[string]string{
		"-- id: other\n-- severity: missing\n--\nSELECT 1": "want the header lines -- id: one",
		"-- id: one\n-- severity: dreadful\n--\nSELECT 1":  "one of impossible",
		"-- id: one\n-- kind: share\n--\nSELECT 1":         `unknown key "kind"`,
		"SELECT 1": "want the header",
	} {
		_, err := readChecks(fstest.MapFS{"checks/one.sql": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
