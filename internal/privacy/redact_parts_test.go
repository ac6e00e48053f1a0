package privacy

import (
	"strings"
	"testing"
)

func TestSingleNamesAreTakenOutOfWhatIsToldAnonymously(t *testing.T) {
	p := NewParts([]string{"Zoë O'Brien", "Anne-Marie Lindqvist", "Łukasz Wójcik", "José María de la Cruz", "Grace Hope", "Will Park", "Mark King", "May Bo", "Dr. Ruth Sommerfeld", "an owner-manager", "Coffee Group", ""})
	for text, want := range map[string]struct {
		masked string
		doubt  bool
	}{
		"Lindqvist's shop, Lindqvists Laden, LINDQVIST":                {"[…]'s shop, […] Laden, […]", false},
		"Zoë came; Zoe came; zoë too; Jose and Maria":                  {"[…] came; […] came; […] too; […] and […]", false},
		"with MarkKing and kingmark, zoeobrien, AnneMarie, ZoëO'Brien": {"with […] and […], […], […], […]'[…]", false},
		"we ask Grace; by grace, we hope":                              {"we ask […]; by grace, we hope", false},
		"we will mark it in the park":                                  {"we will mark it in the park", false},
		"Will came. Then Will left":                                    {"Will came. Then […] left", true},
		"Will's list":                                                  {"[…]'s list", false},
		"WE WILL DO IT":                                                {"WE WILL DO IT", true},
		"in May 2026 we met; then May spoke":                           {"in May 2026 we met; then […] spoke", true},
		"Bo rang, bonus, bo":                                           {"[…] rang, bonus, bo", false},
		"de la manager group Group coffee":                             {"de la manager group Group coffee", false},
		"Grace":                                                        {"[…]", false},
		"Mark King":                                                    {"[…]", false},
		"Lukasz spoke with sommerfeld":                                 {"[…] spoke with […]", false},
		"Truth, ruthless, Dr.":                                         {"Truth, ruthless, Dr.", false},
		"":                                                             {"", false},
		"then May ❤️ ️ spoke; in May ́ 3":                              {"then […] ❤️ ️ spoke; in May ́ 3", true},
	} {
		if got, doubt := p.Masked(text, Parts{}); got != want.masked || doubt != want.doubt {
			t.Errorf("%q: got %q, doubt %v, want %q, %v", text, got, doubt, want.masked, want.doubt)
		}
	}
	own := NewParts([]string{"Will Park"})
	if got, doubt := p.Masked("Will came, they said", own); got != "[…] came, they said" || doubt {
		t.Errorf("the teller's own name: %q, %v", got, doubt)
	}
	if got, _ := (Parts{}).Masked("Will came", Parts{}); got != "Will came" {
		t.Errorf("nobody known: %q", got)
	}
}

func TestNamesWithoutBlanksAndWithOtherMarksAreTakenOut(t *testing.T) {
	r := NewRedactor([]string{"张伟", "Zoë O'Brien"})
	for text, want := range map[string]string{"我和张伟一起": "我和[…]一起", "with Zoe O’Brien": "with […]"} {
		if got := r.Text(text, ""); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := r.Text("张伟说", "张伟"); got != "张伟说" {
		t.Errorf("a name that may stay: %q", got)
	}
}

// Stories are typed by anybody, anywhere, with whatever a telephone can write.
func FuzzNoTextStopsTheTakingOutOfNames(f *testing.F) {
	for _, text := range []string{"with Zoe O’Brien on April 3", "then April ❤️ spoke", "张伟 \xff", "MAY'S. may ́s", ""} {
		f.Add(text)
	}
	names := []string{"Zoë O'Brien", "April May", "张伟", "Mark ❤️"}
	full, parts := NewRedactor(names), NewParts(names)
	f.Fuzz(func(t *testing.T, text string) {
		parts.Masked(full.Text(text, ""), parts)
		for _, said := range []string{text + " Zoe O’Brien.", "Zoe O’Brien, " + text} {
			if masked, _ := parts.Masked(full.Text(said, ""), Parts{}); strings.Contains(masked, "Zoe") && !strings.Contains(text, "Zoe") && strings.Contains(masked, "Brien") {
				t.Errorf("%q: %q", said, masked)
			}
		}
	})
}
