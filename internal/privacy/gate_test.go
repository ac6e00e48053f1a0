package privacy

import (
	"testing"

	"pgregory.net/rapid"

	"valuetrail/internal/vocabulary"
)

func share(protects string, x, n float64) Figure {
	f := Figure{Protects: protects, Share: true, Numerator: x, Denominator: n, People: int(n)}
	if n > 0 {
		v := x / n
		f.Value = &v
	}
	return f
}

func score(mean, sd float64, n int) Figure {
	return Figure{Protects: "answers", Scaled: true, Value: &mean, Numerator: mean * float64(n), Denominator: float64(n), People: n, Spread: &sd}
}

func TestWholeCohortIsShownAsFarAsItsSizeAllows(t *testing.T) {
	cases := map[string]struct {
		f    Figure
		want Verdict
	}{
		"four who answered are not shown":               {share("answers", 2, 4), Protected},
		"five are rounded":                              {share("answers", 2, 5), Rounded},
		"nine are rounded":                              {share("answers", 4, 9), Rounded},
		"ten are exact":                                 {share("answers", 4, 10), Exact},
		"everybody of seven is not shown":               {share("answers", 7, 7), Protected},
		"all but one of seven is not shown":             {share("answers", 6, 7), Protected},
		"one of seven is not shown":                     {share("answers", 1, 7), Protected},
		"nobody of eight is said in words":              {share("answers", 0, 8), NearlyNone},
		"everybody of twelve is said in words":          {share("answers", 12, 12), NearlyAll},
		"all but one of twelve is said in words":        {share("answers", 11, 12), NearlyAll},
		"one of twelve is said in words":                {share("answers", 1, 12), NearlyNone},
		"all but two of twelve is exact":                {share("answers", 10, 12), Exact},
		"95 of a hundred is said in words":              {share("answers", 95, 100), NearlyAll},
		"5 of a hundred is said in words":               {share("answers", 5, 100), NearlyNone},
		"no answers have nothing to protect":            {share("answers", 0, 0), Exact},
		"a score of four is not shown":                  {score(60, 10, 4), Protected},
		"a score of six is rounded":                     {score(60, 10, 6), Rounded},
		"a score of ten is exact":                       {score(60, 10, 10), Exact},
		"a score at the top is said in words":           {score(96, 2, 12), NearlyAll},
		"a score at the bottom is said in words":        {score(3, 2, 12), NearlyNone},
		"a score that all share is not shown":           {score(50, 0, 12), Protected},
		"attendance of three is shown":                  {share("event", 1, 3), Exact},
		"nineteen stories are k of n":                   {share("stories", 7, 19), CountOnly},
		"one story is k of n":                           {share("stories", 1, 1), CountOnly},
		"twenty stories have a percentage":              {share("stories", 7, 20), Exact},
		"nobody who distrusts is up to four":            {share("sensitive", 0, 20), Band},
		"four who distrust are up to four":              {share("sensitive", 4, 20), Band},
		"five who distrust are shown":                   {share("sensitive", 5, 20), Exact},
		"all but four who distrust are not shown":       {share("sensitive", 16, 20), Protected},
		"distrust among four is not shown":              {share("sensitive", 2, 4), Protected},
		"a rule nobody knows is the strictest":          {share("something", 2, 4), Protected},
		"a rule nobody knows is the strictest in words": {share("", 12, 12), NearlyAll},
	}
	for name, c := range cases {
		if got := Whole(c.f, Usual); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestHigherThresholdsHideMore(t *testing.T) {
	strict := Thresholds{Group: 8, Exact: 15}
	if got := Whole(share("answers", 3, 7), strict); got != Protected {
		t.Errorf("seven: %s", got)
	}
	if got := Whole(share("answers", 5, 12), strict); got != Rounded {
		t.Errorf("twelve: %s", got)
	}
}

func TestRoundingIsInStepsOfFivePoints(t *testing.T) {
	for in, want := range map[float64]float64{0.42857: 0.45, 0.4: 0.4, 0.375: 0.4, 0.5555: 0.55} {
		if got := Round(in, true); got < want-1e-9 || got > want+1e-9 {
			t.Errorf("%v: got %v, want %v", in, got, want)
		}
	}
	if got := Round(62.4, false); got != 60 {
		t.Errorf("score: got %v", got)
	}
}

// Whatever the figure, nothing about the answers of one to four people passes.
func TestNoAnswerOfOneToFourPeoplePasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		for _, protects := range []string{"answers", "sensitive"} {
			if got := Whole(share(protects, float64(x), float64(n)), Usual); got != Protected {
				t.Fatalf("%s, %d of %d: %s", protects, x, n, got)
			}
		}
		mean, sd := rapid.Float64Range(0, 100).Draw(t, "mean"), rapid.Float64Range(0, 50).Draw(t, "sd")
		if got := Whole(score(mean, sd, n), Usual); got != Protected {
			t.Fatalf("score %v of %d: %s", mean, n, got)
		}
	})
}

func TestNoSensitiveCountOrComplementOfOneToFourPasses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(5, 80).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		got := Whole(share("sensitive", float64(x), float64(n)), Usual)
		if (x <= 4 || n-x <= 4) && (got == Exact || got == Rounded) {
			t.Fatalf("%d of %d: %s", x, n, got)
		}
	})
}

func TestOnlyAConsentNamesTheTeller(t *testing.T) {
	cases := map[string]struct {
		consent   vocabulary.Consent
		anonymize bool
		audience  vocabulary.Audience
		want      bool
	}{
		"the convenor knows whose an open story is":   {"community", false, vocabulary.Convenor, true},
		"not whose a private one is":                  {"private", false, vocabulary.Convenor, false},
		"members do not learn it":                     {"community", false, vocabulary.Members, false},
		"a sponsor reads a name that may be named":    {"sponsor_named", false, vocabulary.Sponsor, true},
		"not an anonymous one":                        {"sponsor_anonymous", false, vocabulary.Sponsor, false},
		"a public story names its teller":             {"public", false, vocabulary.Public, true},
		"who asked for no name is named to nobody":    {"public", true, vocabulary.Sponsor, false},
		"not even to the convenor":                    {"public", true, vocabulary.Convenor, false},
		"named to the sponsor is not named in public": {"sponsor_named", false, vocabulary.Public, false},
	}
	for name, c := range cases {
		if got := Names(c.consent, c.anonymize, c.audience); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
