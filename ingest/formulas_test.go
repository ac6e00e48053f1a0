package ingest_test

import (
	"os"
	"strings"
	"testing"

	"valuetrail/ingest/layout"
)

func TestQueriesLeaveOutTheSameErrorsOfFormulasAsTheReceipt(t *testing.T) {
	for _, file := range []string{"../queries/shape/survey.sql", "../queries/ask/unlisted_answers.sql"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if list := "NOT IN ('" + strings.Join(layout.FormulaErrors(), "', '") + "')"; !strings.Contains(string(data), list) {
			t.Errorf("%s: wants %s", file, list)
		}
	}
}
