package privacy

import "testing"

func TestNamesAreTakenOutOfTexts(t *testing.T) {
	r := NewRedactor([]string{"Ana Kowalska", "Ana Kowalska-Reyes", "Siân O'Hara", "Otto", "", "Bo Li (she/her)"})
	for text, want := range map[string]string{
		"Ana Kowalska's Zoom Meeting":                    "[…]'s Zoom Meeting",
		"ANA  KOWALSKA and ana\nkowalska":                "[…] and […]",
		"Ana Kowalska Ana Kowalska,Ana Kowalska":         "[…] […],[…]",
		"with Kowalska, Ana and Ana, Kowalska.":          "with […] and […].",
		"with Ana Kowalska-Reyes.":                       "with […].",
		"siân o'hara rang":                               "[…] rang",
		"Otto told Ana about Juana Kowalskaja":           "Otto told Ana about Juana Kowalskaja",
		"Bo Li (she/her) joined":                         "[…]) joined",
		"write to ana.k@example.org, or +48 600 100 200": "write to […], or […]",
		"on 2025-09-01, from 09:30, 0.5 of 1,200":        "on 2025-09-01, from 09:30, 0.5 of 1,200",
		"01.02.2025 and 020 7946 0958":                   "01.02.2025 and […]",
		"nothing to see":                                 "nothing to see",
	} {
		if got := r.Text(text, ""); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := r.Text("I, Ana Kowalska, and Siân O'Hara", "Ana Kowalska"); got != "I, Ana Kowalska, and […]" {
		t.Errorf("a name that may stay: %q", got)
	}
	if got := (Redactor{}).Text("Ana Kowalska", ""); got != "Ana Kowalska" {
		t.Errorf("nobody known: %q", got)
	}
}
