package reports_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/vocabulary"
	"valuetrail/reports"
	"valuetrail/reports/page"
)

func TestComposedReportsCanBeDrawn(t *testing.T) {
	all := map[string]reports.Input{"lakeside": lakeside(t), "calls": calls(t), "nothing": {Name: "New"}}
	made := rapid.Custom(func(rt *rapid.T) reports.Input { return anyInput(rt, t) })
	for seed := range 8 {
		all[fmt.Sprintf("made up %d", seed)] = made.Example(seed)
	}
	for name, in := range all {
		for _, audience := range vocabulary.Audiences.Words {
			in.Audience = vocabulary.Audience(audience)
			var b bytes.Buffer
			if err := page.Draw(&b, reports.Compose(in)); err != nil {
				t.Errorf("%s for %s: %v", name, audience, err)
			}
			if dir := os.Getenv("DRAWN"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, name+"-"+audience+".html"), b.Bytes(), 0o600); err != nil {
					t.Error(err)
				}
			}
		}
	}
}
