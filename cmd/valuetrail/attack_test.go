package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/warehouse"
	"valuetrail/samples"
)

// The attacks on the samples: what a sponsor gets is read byte by byte against
// the truth of the made-up community.

// lakeside is the demo's folder, what it drew, and the truth behind it.
func lakeside(t *testing.T) (desk, drawn, samples.Truth) {
	t.Helper()
	d := newDesk(t)
	d.like("the demo", func(d desk) { d.gets(exitDone, "demo", d.folder) })
	text, err := fs.ReadFile(samples.Exports, "truth/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var truth samples.Truth
	if err := json.Unmarshal(text, &truth); err != nil {
		t.Fatal(err)
	}
	return d, d.drawn(d.path("sponsor")), truth
}

func TestSponsorReadsOnlyWhatConsentAllows(t *testing.T) {
	d, out, truth := lakeside(t)
	for name, attack := range map[string]func(*testing.T, desk, drawn, samples.Truth){
		"no name without consent":                noNameWithoutConsent,
		"no text without consent":                noTextWithoutConsent,
		"no pseudonym and no organisation":       noPseudonymAndNoOrganisation,
		"no hidden places in the workbook":       noHiddenPlaces,
		"messages and other answers name nobody": messagesNameNobody,
	} {
		t.Run(name, func(t *testing.T) { attack(t, d, out, truth) })
	}
}

// drawn reads a page and its workbook.
func (d desk) drawn(name string) drawn {
	d.t.Helper()
	page, err := os.ReadFile(name + ".html")
	if err != nil {
		d.t.Fatal(err)
	}
	book, err := os.ReadFile(name + ".xlsx")
	if err != nil {
		d.t.Fatal(err)
	}
	return opened(d.t, page, book)
}

// named are the tellers whose consent lets a sponsor read their name.
func named(truth samples.Truth) map[string]bool {
	all := map[string]bool{}
	for _, s := range truth.Stories {
		if consent := s.Fields["consent_scope"]; (consent == "sponsor_named" || consent == "public") && s.Fields["anonymize"] != "y" {
			all[s.Teller] = true
		}
	}
	return all
}

// openTo reports whether a sponsor may read the story.
func openTo(s samples.Story) bool {
	return slices.Contains([]string{"sponsor_anonymous", "sponsor_named", "public"}, s.Fields["consent_scope"])
}

// whoever are the words that tell of a person: full names, family names, given
// names, e-mails and what stands before the @, and ids of the member list.
func whoever(truth samples.Truth) map[string]string {
	words := map[string]string{}
	name := func(who, full string) {
		words[full] = who
		for _, word := range strings.FieldsFunc(full, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			if len([]rune(word)) > 4 {
				words[word] = who
			}
		}
	}
	mail := func(who, email string) {
		if local, _, ok := strings.Cut(email, "@"); ok {
			words[email], words[local] = who, who
		}
	}
	for _, p := range truth.People {
		words[p.MemberID] = p.MemberID
		name(p.MemberID, p.Name)
		if p.Alias != "" {
			name(p.MemberID, p.Alias)
		}
		mail(p.MemberID, p.Email)
		mail(p.MemberID, p.PersonalEmail)
	}
	for _, o := range truth.Outsiders {
		if o.Being == "visitor" {
			name(o.ID, o.Name)
		}
		words[o.Name] = o.ID
		mail(o.ID, o.Email)
	}
	for _, n := range truth.Names {
		words[n.Name] = n.Who
		mail(n.Who, n.Email)
	}
	// Words of the community's own name, and the letters of a hostile name that
	// every page has.
	for _, common := range []string{"Lakeside", "Office", "office", "onload", "alert", ""} {
		delete(words, common)
	}
	return words
}

func noNameWithoutConsent(t *testing.T, _ desk, out drawn, truth samples.Truth) {
	all, consented := out.haystacks(), named(truth)
	allowed := map[string]bool{}
	for _, p := range truth.People {
		if consented[p.MemberID] {
			allowed[plain(p.Name)] = true
			for word := range strings.FieldsSeq(plain(p.Name)) {
				allowed[word] = true
			}
		}
	}
	for word, who := range whoever(truth) {
		if where := holds(all, word); where != "" && !allowed[plain(word)] {
			t.Errorf("%q (%s) is in the %s", word, who, where)
		}
	}
	// The test must be able to see: names that are consented to are there.
	seen := 0
	for _, p := range truth.People {
		if allowed[plain(p.Name)] && holds(all, p.Name) != "" {
			seen++
		}
		if n := strings.Count(out.html, p.Name); n > 2 {
			t.Errorf("%q, whom one byline names, is there %d times", p.Name, n)
		}
	}
	if seen == 0 {
		t.Error("no consented name is found either: this test looks in the wrong place")
	}
}

// telling are the runs of six words of a text, without what stands around them.
func telling(text string) []string {
	words := strings.Fields(unpointed(strings.ToLower(text)))
	var all []string
	for i := 0; i+6 <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+6], " "))
	}
	return all
}

// unpointed is a text whose words have nothing around them either.
func unpointed(text string) string {
	words := strings.Fields(text)
	for i, word := range words {
		words[i] = strings.TrimFunc(word, unicode.IsPunct)
	}
	return strings.Join(words, " ")
}

// public are the runs of words that a sponsor may read: the stories open to
// them as last told, and what the community wrote to be read.
func public(truth samples.Truth) map[string]bool {
	all := map[string]bool{}
	for _, s := range truth.Stories {
		if openTo(s) {
			for _, field := range []string{"title", "activity", "output", "application", "outcome_personal", "outcome_organizational", "new_definition_of_success"} {
				for _, run := range telling(s.Fields[field]) {
					all[run] = true
				}
			}
		}
	}
	for _, s := range truth.Sessions {
		for _, run := range telling(s.Title) {
			all[run] = true
		}
	}
	for _, table := range truth.Tables { // what a measure or a practice is called, and why a target was agreed, is no answer and no story
		column := map[string]string{"measures": "title", "practices": "name", "targets": "reason"}[table.Kind]
		for _, r := range table.Rows {
			for _, run := range telling(r.Values[column]) {
				all[run] = true
			}
		}
	}
	return all
}

func noTextWithoutConsent(t *testing.T, _ desk, out drawn, truth samples.Truth) {
	all, open := out.haystacks(), public(truth)
	for i := range all {
		all[i].text = unpointed(all[i].text)
	}
	runs, files, looked := 0, 0, map[string]bool{}
	err := fs.WalkDir(samples.Exports, "exports", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		if where := holds(all, path.Base(name)); where != "" {
			t.Errorf("the name of the file %q is in the %s", name, where)
		}
		data, err := fs.ReadFile(samples.Exports, name)
		if err != nil {
			return err
		}
		for _, cell := range cellsOf(t, name, data) {
			for _, run := range telling(cell) {
				runs++
				if looked[run] { // months repeat what was said in those before
					continue
				}
				looked[run] = true
				if where := holds(all, run); where != "" && !open[run] {
					t.Errorf("%q of %s is in the %s", run, name, where)
				}
			}
		}
		return nil
	})
	if err != nil || runs < 1000 || files < 40 {
		t.Fatalf("%v: %d runs of words in %d files", err, runs, files)
	}
	found := 0
	for run := range open {
		if holds(all, run) != "" {
			found++
		}
	}
	if found == 0 {
		t.Error("no text with consent is found either: this test looks in the wrong place")
	}
}

// cellsOf are the cells of a file, whatever sheet they lie on.
func cellsOf(t *testing.T, name string, data []byte) []string {
	t.Helper()
	book, err := sheet.Read(path.Base(name), data, sheet.Options{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var all []string
	for _, s := range book.Sheets {
		for row, err := range s.Rows() {
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, row.Cells...)
		}
	}
	return all
}

func noPseudonymAndNoOrganisation(t *testing.T, d desk, out drawn, truth samples.Truth) {
	all := out.haystacks()
	var texts strings.Builder
	for _, s := range truth.Stories {
		if openTo(s) {
			for _, field := range s.Fields {
				texts.WriteString(plain(field) + "\n")
			}
		}
	}
	for _, p := range truth.People {
		if where := holds(all, p.OrgUnit); where != "" && !strings.Contains(texts.String(), plain(p.OrgUnit)) {
			t.Errorf("%q, where %d people are, is in the %s", p.OrgUnit, 6, where)
		}
	}
	w, err := warehouse.Open(t.Context(), d.path("valuetrail.duckdb"), warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = w.Close() }()
	n := 0
	for r, err := range w.Rows(t.Context(), "SELECT member_id FROM member UNION SELECT alias_id FROM private.alias", nil) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if where := holds(all, r[0].(string)); where != "" {
			t.Errorf("pseudonym %q is in the %s", r[0], where)
		}
	}
	if n < len(truth.People) {
		t.Errorf("%d pseudonyms, for %d people", n, len(truth.People))
	}
}

// What a program leaves in a workbook beside the cells that people see.
func noHiddenPlaces(t *testing.T, _ desk, out drawn, _ samples.Truth) {
	hidden := regexp.MustCompile(`<definedName |<f[ >]|state="(hidden|veryHidden)"|hidden="1"|<comment |externalLink|customXml/|<extLst>.*?<x14:dataValidation|printerSettings`)
	charts := 0
	for name, text := range out.parts {
		if found := hidden.FindString(text); found != "" && !strings.Contains(name, "chart") {
			t.Errorf("%s holds %s", name, found)
		}
		for _, word := range []string{"comments", "vmlDrawing", "externalLinks", "embeddings", "customXml"} {
			if strings.Contains(name, word) {
				t.Errorf("the workbook has a part %s", name)
			}
		}
		if strings.Contains(name, "charts/chart") {
			charts++
		}
	}
	if strings.Contains(out.parts["docProps/core.xml"], "root") || out.parts["docProps/core.xml"] == "" {
		t.Errorf("document properties: %s", out.parts["docProps/core.xml"])
	}
	if charts == 0 {
		t.Error("the workbook has no chart")
	}
}

func messagesNameNobody(t *testing.T, d desk, _ drawn, truth samples.Truth) {
	for _, words := range [][]string{
		{"report", "--out", d.path("again")}, {"release", "--out", d.path("first")}, {"release", "--list"}, {"indicators", "run", "--audience", "sponsor"},
		{"indicators", "run", "--audience", "sponsor", "--by", "unit", "--json"}, {"indicators", "run", "--audience", "sponsor", "--by", "level", "--grain", "month"},
		{"indicators", "run", "aplied_rate"}, {"report", "--cohort", "no such cohort", "--out", d.path("none")}, {"report", "--audience", "sponsro"},
	} {
		_, stdout, stderr := d.types(words...)
		all := []haystack{{"result", plain(stdout)}, {"messages", plain(stderr)}}
		for word, who := range whoever(truth) {
			if where := holds(all, word); where != "" {
				t.Errorf("%s: %q (%s) is in the %s", strings.Join(words, " "), word, who, where)
			}
		}
	}
}
