package warehouse

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/duckdb/duckdb-go/v2"

	"valuetrail/ingest"
)

func TestWhatTheDatabaseSaysOfARunIsSaidInPlainWords(t *testing.T) {
	for name, c := range map[string]struct {
		ask  string
		want any
	}{
		"more than its memory holds": {"CREATE TEMP TABLE x AS SELECT list(i) AS l FROM range(30000000) AS t(i)", new(*MemoryError)},
		"what it does not take":      {"INSERT INTO main.no_such_table VALUES (1)", new(*RefusedError)},
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t, filepath.Join(t.TempDir(), "a.duckdb"), Options{MemoryLimit: "64MiB"})
			err := w.Store("c").Write(t.Context(), func(b ingest.Batch) error {
				return b.(*batch).run(t.Context(), "shape survey", c.ask, nil)
			})
			if err == nil || !errors.As(err, c.want) {
				t.Fatalf("error is %T: %v", err, err)
			}
			var said *duckdb.Error
			if !errors.As(err, &said) || strings.Contains(err.Error(), "Error") || strings.Contains(err.Error(), "SET ") {
				t.Errorf("people read %q", err)
			}
			var hint interface{ Hint() string }
			if !errors.As(err, &hint) || hint.Hint() == "" {
				t.Errorf("nobody says what to do about %q", err)
			}
		})
	}
}

func TestAnErrorThatIsNotTheDatabasesStaysAsItIs(t *testing.T) {
	w := open(t, filepath.Join(t.TempDir(), "a.duckdb"), Options{})
	own := errors.New("own")
	if err := w.Store("c").Write(t.Context(), func(ingest.Batch) error { return own }); !errors.Is(err, own) || err.Error() != "own" {
		t.Errorf("error is %v", err)
	}
}
