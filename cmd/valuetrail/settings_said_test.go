package main

import (
	"bytes"
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

// The page takes the look of the community, the same bytes each time; a picture
// that cannot be shown stops the report and leaves the one before.
func TestThePageLooksAsTheSettingsSay(t *testing.T) {
	d, _, _ := strayDesk(t, [3]string{"valuetrail.yaml", "community: {id: lake}",
		"community: {id: lake, name: Lakeside}\nreport: {logo: lake.svg, colours: [\"#00535e\"]}"})
	code, _, said := d.types("report", "--out", d.path("r"))
	if code != exitFailed || exists(d.path("r.html")) || exists(d.path("r.xlsx")) {
		t.Errorf("a report without its logo: exit code %d", code)
	}
	wants(t, said, "report.logo: lake.svg is not in the folder of the settings", "hint: put the picture there, or take logo out of the settings")
	d.write("lake.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>`))
	d.gets(exitDone, "report", "--out", d.path("r"))
	first, err := os.ReadFile(d.path("r.html"))
	if err != nil {
		t.Fatal(err)
	}
	wants(t, string(first), `<img class="logo" src="data:image/svg&#43;xml;base64,`, `alt="Lakeside"`, "--blue:#00535E")
	d.gets(exitDone, "report", "--out", d.path("again"))
	if again, err := os.ReadFile(d.path("again.html")); err != nil || !bytes.Equal(first, again) {
		t.Errorf("the same report has other bytes, %v", err)
	}
	d.write("lake.svg", []byte("<p>no picture</p>"))
	code, _, said = d.types("report", "--out", d.path("r"))
	if left, err := os.ReadFile(d.path("r.html")); code != exitFailed || err != nil || !bytes.Equal(left, first) {
		t.Errorf("exit code %d, and the page before is another, %v", code, err)
	}
	wants(t, said, "lake.svg is no picture that a page can show", "save it as png, jpeg or plain svg")
}
