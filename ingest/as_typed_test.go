package ingest

import "testing"

func TestANameWithBlanksStandsInACommandInQuotes(t *testing.T) {
	for name, want := range map[string]string{"may.csv": "may.csv", "Übung-5_x.csv": "Übung-5_x.csv", "may (1).csv": `"may (1).csv"`, "a b": `"a b"`, `a"b`: `"a\"b"`, "$x": `"$x"`} {
		if got := asTyped(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
