package message

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestSentencesReadLikeEnglish(t *testing.T) {
	p := For("en-GB")
	if p.Language() != "en" {
		t.Fatalf("en-GB prints %q", p.Language())
	}
	for want, got := range map[string]string{
		"14 October 2025":   p.Day(20375),
		"1 January 1970":    p.Day(0),
		"31 December 1969":  p.Day(-1),
		"29 February 2024":  p.Day(19782),
		"14 Oct":            p.ShortDay(20375),
		"October 2025":      p.Month("2025-10"),
		"2025/26 autumn":    p.Month("2025/26 autumn"),
		"72 %":              p.Percent(0.72),
		"73 %":              p.Percent(0.725),
		"15 %":              p.Percent(0.145),
		"0 %":               p.Percent(0),
		"1,234.5":           p.Number(1234.5, 1),
		"1,234,568":         p.Number(1234567.8, 0),
		"999":               p.Number(999, 0),
		"−3.50":             p.Number(-3.5, 2),
		"0":                 p.Number(-0.2, 0),
		"2.5":               p.Number(2.4999999999999996, 1),
		"–":                 p.Number(nan(), 1),
		"a, b and c":        p.List([]string{"a", "b", "c"}),
		"a and b":           p.List([]string{"a", "b"}),
		"a":                 p.List([]string{"a"}),
		"":                  p.List(nil),
		"needs: roster":     p.Say("note.needs", "roster"),
		"needs: a and b":    p.Say("note.needs", []string{"a", "b"}),
		"needs: {1}":        p.Say("note.needs"),
		"no.such.sentence":  p.Say("no.such.sentence", 3),
		"needs: 1,234.25":   p.Say("note.needs", 1234.25),
		"needs: 3":          p.Say("note.needs", pointer(3)),
		"needs: {1} of {2}": p.Say("note.needs", "{1} of {2}"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestProblemsSayWhatIsWrongAndWhatToDo(t *testing.T) {
	p := For("")
	what, remedy := p.Problem("date_order_assumed", "05/03/2026", "2026-03-05")
	if !strings.Contains(what, "5 March 2026") || !strings.Contains(remedy, "--date-order mdy") {
		t.Errorf("an assumed day is told as %q, %q", what, remedy)
	}
	what, remedy = p.Problem("word_unknown", "aplied", "applied")
	if want := `"aplied" is not one of the words this column knows.`; what != want {
		t.Errorf("what: %q, want %q", what, want)
	}
	if want := `Did you mean "applied"? Use a word from the sheet "How to fill this in" of the template.`; remedy != want {
		t.Errorf("remedy: %q, want %q", remedy, want)
	}
	if _, remedy = p.Problem("word_unknown", "zzz", ""); !strings.HasPrefix(remedy, "Use a word") {
		t.Errorf("remedy without a near word: %q", remedy)
	}
	what, _ = p.Problem("number_unreadable", strings.Repeat("long\nline ", 50), "")
	if len([]rune(what)) > 120 || strings.Contains(what, "\n") {
		t.Errorf("a long value is not cut to one line: %q", what)
	}
	if what, remedy = p.Problem("no_such_code", "x", "y"); what != "no_such_code" || remedy != "" {
		t.Errorf("unknown code: %q, %q", what, remedy)
	}
}

const polish = `
_language = pl
_plural = slavic
_decimal = ,
_thousands = blank
_percent = #%
_and = i
_day = {day} {month} {year}
_day_short = {day} {month_short}
_month = {month} {year}
_months = stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
_months_short = sty lut mar kwi maj cze lip sie wrz paź lis gru
came = Przyszło [[na {2} ]]{1 osoba|osoby|osób}.
`

const smallEnglish = `
_language = en
_plural = two
_decimal = .
_thousands = ,
_percent = # %
_and = and
_day = {day} {month} {year}
_day_short = {day} {month_short}
_month = {month} {year}
_months = January February March April May June July August September October November December
_months_short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
# a remark
came = {1 person|people} {1: has|have} come[[ to
  {2}]].
since = Since {1 day}: {2 percent} ({2 1}) in {3 month}, from [note 1].
`

func TestSecondLanguageIsASecondFile(t *testing.T) {
	all, err := load(fstest.MapFS{"english.txt": {Data: []byte(smallEnglish)}, "polski.txt": {Data: []byte(polish)}})
	if err != nil {
		t.Fatal(err)
	}
	en, pl := printerOf(all, "EN_us"), printerOf(all, "pl")
	for want, got := range map[string]string{
		"1 person has come.":                  en.Say("came", 1),
		"3 people have come to the showcase.": en.Say("came", 3, "the showcase"),
		"0 people have come.":                 en.Say("came", 0, ""),
		"Przyszło 1 osoba.":                   pl.Say("came", 1),
		"Przyszło 23 osoby.":                  pl.Say("came", 23),
		"Przyszło na pokaz 12 osób.":          pl.Say("came", 12, "pokaz"),
		"Przyszło 2\u00a0500 osób.":           pl.Say("came", 2500),
		"14 października 2025":                pl.Day(20375),
		"72%":                                 pl.Percent(0.72),
		"Since 14 October 2025: 5 % (0.1) in May 2025, from [note 1].": en.Say("since", 20375, 0.05, "2025-05"),
		"a i b": pl.List([]string{"a", "b"}),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := pl.Say("since", 0, 0.5, "2025-05"); !strings.Contains(got, "Since") {
		t.Errorf("a sentence the second language lacks is not English: %q", got)
	}
	if other := printerOf(all, "fr"); other.Language() != "en" {
		t.Errorf("an unknown language prints %q", other.Language())
	}
}

func TestBrokenLanguageFileIsRefusedWithItsLine(t *testing.T) {
	for want, text := range map[string]string{
		"x.txt:16: want key = sentence":                 smallEnglish[1:] + "oops\n",
		"came is on line 13 already":                    smallEnglish[1:] + "came = twice\n",
		"is not closed":                                 smallEnglish + "k = {1\n",
		"want a format":                                 smallEnglish + "k = {1 weekday}\n",
		"3 forms between bars, this language has 2":     smallEnglish + "k = {1 a|b|c}\n",
		"optional part without a placeholder":           smallEnglish + "k = [[x]]\n",
		"names no value":                                smallEnglish + "k = {}\n",
		"_and is missing":                               strings.Replace(smallEnglish, "_and =", "and =", 1),
		"unknown rule":                                  strings.Replace(smallEnglish, "two", "dual", 1),
		"twelve words":                                  strings.Replace(smallEnglish, " June", "", 1),
		"continues the key above it, and there is none": "  loose\n" + smallEnglish,
	} {
		_, err := load(fstest.MapFS{"x.txt": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want an error with %q", err, want)
		}
	}
	if _, err := load(fstest.MapFS{"pl.txt": {Data: []byte(polish)}}); err == nil {
		t.Error("a program without English is accepted")
	}
}

func nan() float64 { zero := 0.0; return zero / zero }

func pointer(n int) *int { return &n }
