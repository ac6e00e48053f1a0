package main

import (
	"os"
	"strings"
	"testing"
)

// What the settings say of a target comes out where the figure is explained: not
// on page one, and names stand nowhere in the part of the warehouse that has none.
func TestHowATargetOfTheSettingsCameAboutIsInTheReport(t *testing.T) {
	d, _, _ := strayDesk(t, [3]string{"valuetrail.yaml", "community: {id: lake}",
		"community: {id: lake}\ntargets: [{indicator: attendance_rate, value: 0.7, set_on: 2025-09-15, set_by: Ann Lee and the core group, reason: asked for by the board}]"})
	for audience, want := range map[string]string{
		"convenor": "The target of 70 % was set on 15 September 2025 by Ann Lee and the core group. Why: Asked for by the board.",
		"sponsor":  "The target of 70 % was set on 15 September 2025 by […] and the core group. Why: Asked for by the board.",
	} {
		d.gets(exitDone, "report", "--audience", audience, "--out", d.path(audience))
		page, err := os.ReadFile(d.path(audience + ".html"))
		if err != nil {
			t.Fatal(err)
		}
		if text := strings.ReplaceAll(string(page), "\u00a0", " "); !strings.Contains(text, want) {
			t.Errorf("%s: the page lacks %q", audience, want)
		}
	}
	for _, word := range d.stores("SELECT word FROM main.setting WHERE word IS NOT NULL") {
		if strings.Contains(word, "Ann") || strings.Contains(word, "board") {
			t.Errorf("main.setting holds %q", word)
		}
	}
	if texts := d.stores("SELECT words FROM private.text WHERE text_id LIKE 'setting-%'"); len(texts) != 2 {
		t.Errorf("%q", texts)
	}
	d.write("valuetrail.yaml", []byte("community: {id: lake}\ncohorts: [{id: '2025', starts: 2025-09-01, ends: 2026-06-30}]\n"))
	d.gets(exitDone, "report", "--out", d.path("later"))
	if texts := d.stores("SELECT words FROM private.text WHERE text_id LIKE 'setting-%'"); len(texts) != 0 {
		t.Errorf("no target is left, and %q is", texts)
	}
}
