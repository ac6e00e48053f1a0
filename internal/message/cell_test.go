package message

import (
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"
)

func TestCellsNeverBeginLikeFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"plain":               "plain",
		"":                    "",
		"a = b":               "a = b",
		"=1+1":                "'=1+1",
		"+1+cmd|'/C calc'!A0": "'+1+cmd|'/C calc'!A0",
		"@SUM(1)":             "'@SUM(1)",
		"-3 people":           "'-3 people",
		"−3 people":           "−3 people",
		"\t=1":                "'\t=1",
		"\r=1":                "'\n=1",
		"＝1+1":                "'＝1+1",
		"  \u200b=1":          "'  \u200b=1",
		"\x00=1":              "'\ufffd=1",
		"'=1":                 "''=1",
		"it's":                "it's",
		"'quoted'":            "'quoted'",
		"a\x00b\x0bc":         "a\ufffdb\ufffdc",
		"a\u202egpj.exe":      "agpj.exe",
		"two\r\nlines":        "two\nlines",
		"bad \xff byte":       "bad \ufffd byte",
	} {
		if got := Cell(text); got != want {
			t.Errorf("Cell(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestGuardIsTakenAwayExactlyOnce(t *testing.T) {
	if text := "'\ufffd"; Typed(Cell(text)) != text { // what stands for a NUL after a quotation mark of people's own
		t.Errorf("%q came back as %q from the cell %q", text, Typed(Cell(text)), Cell(text))
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("'=+-@ab \t\u200b＝\ufffd\n"))).Draw(t, "text")
		if got := Typed(Cell(text)); got != text {
			t.Fatalf("%q came back as %q from the cell %q", text, got, Cell(text))
		}
	})
}

func TestLongTextEndsVisibly(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 40_000), strings.Repeat("𝕊", 20_000), "x" + strings.Repeat("𝕊", 20_000)} {
		got := Cell(text)
		if n := len(utf16.Encode([]rune(got))); n > 32_767 || n < 32_700 || !strings.HasSuffix(got, "…") || strings.Contains(got, "\ufffd") {
			t.Errorf("%d units, ends in %q", n, got[len(got)-8:])
		}
	}
}

func TestEscapesAreWrittenOut(t *testing.T) {
	for text, want := range map[string]string{"_x0041_": "_x005F_x0041_", "a_x003d_b_x": "a_x005F_x003d_b_x", "_x0041_x0042_": "_x005F_x0041_x005F_x0042_", "_x41_": "_x41_", "": ""} {
		if got := Stored(text); got != want {
			t.Errorf("Stored(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestSheetNamesAreAllowedAndUnique(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct{ title, want string }{
		{"Member list", "Member list"},
		{"member list", "member list 2"},
		{"=cmd|'!A1", "cmd A1"},
		{"a/b:c?*[d]", "a b c d"},
		{"", "Sheet"},
		{"***", "Sheet 2"},
		{"History", "Sheet History"},
		{"What did people use of what they learned this year?", "What did people use of what the"},
		{"What did people use of what they learned last year?", "What did people use of what t 2"},
		{strings.Repeat("𝕊", 20), strings.Repeat("𝕊", 15)},
	} {
		if got := SheetName(c.title, taken); got != c.want {
			t.Errorf("%q is called %q, want %q", c.title, got, c.want)
		}
	}
}
