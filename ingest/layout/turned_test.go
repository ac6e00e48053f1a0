package layout

import (
	"errors"
	"testing"
)

func TestARegisterTheOtherWayRoundIsToldToBeTurned(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"days down":           {"Date;Ana Lee;Ben Oak\n14/03/2026;x;x\n28/03/2026;;x\n", true},
		"with topic and sums": {"Date;Thème;Ana Lee;Ben Oak;Total\n14/03/2026;Début;P;P;2\n28/03/2026;Suite;;P;1\nTotal;;1;2;3\n", true},
		"answers of a form":   {"Date,Did you use it?,Would you come again?\n14/03/2026,yes,no\n28/03/2026,no,no\n", false},
		"answers with a time": {"Sent,Used it,Come again\n14/03/2026 10:11,yes,no\n28/03/2026 10:12,no,no\n", false},
		"a list of costs":     {"Date,Room,Coffee\n14/03/2026,120.50,31\n28/03/2026,120.50,44\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Recognise(book(t, "r.csv", c.text))
			var unknown *UnknownLayoutError
			if !errors.As(err, &unknown) {
				t.Fatal(err)
			}
			same(t, "turned", unknown.Turned, c.want)
			same(t, "said", unknown.Hint() != "", c.want)
		})
	}
}
