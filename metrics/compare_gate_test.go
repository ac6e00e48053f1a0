package metrics_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/metrics/stat"
	"valuetrail/queries"
)

// small draws a cohort of 3 to 40 people of whom any number answered.
func small(random *rand.Rand) crowd {
	var c crowd
	p := random.Float64()
	for range 3 + random.IntN(38) {
		used, liked := "", ""
		if random.Float64() < 0.8 {
			used = map[bool]string{true: "yes", false: "no"}[random.Float64() < p]
			liked = fmt.Sprint(random.IntN(5) * 25)
		}
		c.used, c.liked = append(c.used, used), append(c.liked, liked)
	}
	c.closed = 60 + random.IntN(20)
	return c
}

// Everything in a comparison of answers can be worked out from its two
// readings, and they are what indicators run shows a sponsor of those days.
func TestComparisonOfAnswersHoldsNoMoreThanItsReadings(t *testing.T) {
	worlds, least := 30, 8
	if testing.Short() {
		worlds, least = 12, 3
	}
	var all []crowd
	for seed := range worlds {
		random := rand.New(rand.NewPCG(uint64(seed), 5))
		for n := range 2 {
			c := small(random)
			c.community, c.cohort = fmt.Sprintf("c%03d", seed), fmt.Sprint(2024+n)
			c.firstDay, c.lastDay = fmt.Sprint(2024+n)+"-09-01", fmt.Sprint(2025+n)+"-06-30"
			all = append(all, c)
		}
	}
	w := world(t, txtar.Parse([]byte(crowds(all...))))
	catalogue := slices.DeleteFunc(thatCanAlarm(t), func(i queries.Indicator) bool { return i.ID != "applied_rate" && i.ID != "immediate_score" })
	differences, hidden := 0, 0
	for seed := range worlds {
		s := metrics.CompareScope{Community: fmt.Sprintf("c%03d", seed), Audience: vocabulary.Sponsor, Primary: "applied_rate"}
		found, err := metrics.Compare(context.Background(), w, catalogue, nil, s, noon, message.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range found {
			soundWords(t, c)
			fromReadings(t, c)
			if c.Difference != nil {
				differences++
			}
			for _, r := range []metrics.Reading{c.This, c.Last} {
				scope := metrics.Scope{Community: s.Community, Cohorts: []string{r.Cohort}, Grain: "programme", Audience: vocabulary.Sponsor}
				answers, err := metrics.Ask(context.Background(), w, catalogue, []string{c.Indicator}, scope, noon)
				if err != nil {
					t.Fatal(err)
				}
				if got, want := asJSON(t, r), asJSON(t, answers[0].Readings[0]); got != want {
					t.Errorf("a comparison shows\n%s\nindicators run\n%s", got, want)
				}
				if !r.Shown {
					hidden++
					if regexp.MustCompile(`[0-9]`).MatchString(c.Words) {
						t.Errorf("a hidden figure has words with numbers: %s", c.Words)
					}
				}
			}
		}
	}
	if differences < 2*least || hidden < least {
		t.Errorf("%d differences and %d hidden figures: these worlds are no test", differences, hidden)
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fromReadings works the numbers of a comparison out again, from nothing but
// what its two readings show.
func fromReadings(t *testing.T, c metrics.Comparison) {
	t.Helper()
	a, b := c.This, c.Last
	if a.Denominator == nil || b.Denominator == nil || a.Value == nil || b.Value == nil {
		if c.Difference != nil || c.Low != nil || c.High != nil || c.Missed != nil || c.P != nil || c.Holm != nil || c.Effect != nil || c.Size != "" {
			t.Errorf("a difference of what is not shown: %s", asJSON(t, c))
		}
		return
	}
	if c.Difference == nil {
		return
	}
	d := stat.ShareDifference(*a.Numerator, *a.Denominator, *b.Numerator, *b.Denominator)
	effect := d.Value.Value
	if c.Indicator == "immediate_score" {
		d = stat.WelchOf(*a.Value, deviationOf(a), *a.People, *b.Value, deviationOf(b), *b.People)
		effect = stat.HedgesGOf(*a.Value, deviationOf(a), *a.People, *b.Value, deviationOf(b), *b.People).Value.Value
	}
	for name, pair := range map[string][2]float64{"p": {*c.P, d.P.Value}, "effect": {*c.Effect, effect}, "difference": {*c.Difference, d.Value.Value}, "low": {*c.Low, d.Interval.Low}, "high": {*c.High, d.Interval.High}, "missed": {*c.Missed, d.Missed.Value}} {
		if math.Abs(pair[0]-pair[1]) > 1e-6 {
			t.Errorf("%s is %v, the readings give %v: %s", name, pair[0], pair[1], c.Text)
		}
	}
}

// deviationOf is the standard deviation that the t interval of a reading gives.
func deviationOf(r metrics.Reading) float64 {
	return (*r.High - *r.Low) / 2 / stat.MeanTOf(0, 1, *r.People).Interval.High
}

// soundWords holds the words of a comparison to its numbers: which is more is
// said only where the interval leaves out no difference, and then rightly.
func soundWords(t *testing.T, c metrics.Comparison) {
	t.Helper()
	more, less := strings.Contains(c.Words, " more (") || strings.Contains(c.Words, "rise"), strings.Contains(c.Words, " less (") || strings.Contains(c.Words, "fall")
	sure := c.Verdict == metrics.Clear || c.Verdict == metrics.Likely
	if more != (c.Low != nil && *c.Low > 0 && c.Verdict != metrics.AboutTheSame) || less != (c.High != nil && *c.High < 0 && c.Verdict != metrics.AboutTheSame) {
		t.Errorf("%s: %s", asJSON(t, c.Low), c.Text)
	}
	if sure && !more && !less || sure != (strings.Contains(c.Words, "clearly") || strings.Contains(c.Words, "likely")) {
		t.Errorf("%s: %s", c.Verdict, c.Text)
	}
	if c.Verdict == metrics.AboutTheSame && !strings.Contains(c.Words, "About the same") || c.Verdict == metrics.TooFew && !strings.Contains(c.Words, "Too few to tell") {
		t.Errorf("%s: %s", c.Verdict, c.Text)
	}
}

// ever counts everybody who ever answered yes, whatever the round, by the day
// they answered: a figure that a clip may cut anywhere.
const ever = `-- id: ever_used
-- title: Ever used it
-- question: Did they ever use it?
-- group: applied
-- cycle: none
-- kind: share
-- evidence: answers
-- protects: answers
-- unit: percent
-- better: more
-- needs: survey
-- source: an indicator of one's own
--
-- Everybody who answered by the last day, by whether they said yes.
SELECT s.community_id AS community, s.cohort_id AS cohort, s.period, CAST(NULL AS text) AS part,
       a.response_id AS person, a.response_id AS subject, CAST(max(a.number) AS double precision) AS x, false AS open,
       max(a.file_id) AS file_id, max(a.sheet_no) AS sheet_no, max(a.row_no) AS row_no, max(a.column_no) AS column_no
FROM spell AS s
JOIN response AS r ON r.community_id = s.community_id AND r.submitted_day BETWEEN s.first_day AND s.last_day
JOIN answer AS a ON a.community_id = r.community_id AND a.response_id = r.response_id AND a.item_id = 'used'
GROUP BY s.community_id, s.cohort_id, s.period, a.response_id
`

// The last cohort's figure up to some day beside that of its whole programme
// would tell of those who answered in between: of three it is not shown, of six
// it is.
func TestClippedFigureDoesNotTellOfFewBesideTheWhole(t *testing.T) {
	own, err := queries.Read(fstest.MapFS{"ever_used.sql": {Data: []byte(ever)}})
	if err != nil {
		t.Fatal(err)
	}
	for later, shown := range map[int]bool{0: true, 3: false, 6: true} {
		text := two(crowd{used: answered(12, 12, 0)}, crowd{used: answered(11, 13, 0)})
		// So many answered in the spring of the last cohort, after day 90 + 28.
		var extra strings.Builder
		for i := range later {
			fmt.Fprintf(&extra, "c,w9,late%d,2025-05-05,yes,f9,1,%d,0\n", i, i)
		}
		text += "-- response.csv --\ncommunity_id,wave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no\n" + extra.String()
		text += "-- answer.csv --\ncommunity_id,wave_id,response_id,item_id,number,score,file_id,sheet_no,row_no,column_no\n"
		for i := range later {
			text += fmt.Sprintf("c,w9,late%d,used,1,100,f9,1,%d,3\n", i, i)
		}
		w := world(t, txtar.Parse([]byte(text)))
		for _, grain := range []vocabulary.Grain{"programme", "term_since_start"} {
			s := metrics.CompareScope{Community: "c", Grain: grain, Audience: vocabulary.Sponsor, Primary: "ever_used"}
			found, err := metrics.Compare(context.Background(), w, own, nil, s, noon, message.For("en"))
			if err != nil || len(found) == 0 {
				t.Fatal(found, err)
			}
			if c := found[0]; grain == "programme" && c.Last.Shown != shown {
				t.Errorf("%d later: %s", later, c.Text)
			}
		}
	}
}

func TestLedgerHoldsEveryShownFigureOfAnswersThatIsCompared(t *testing.T) {
	w := cohortsWorld(t, crowd{used: answered(18, 7, 11), liked: scores(70, 25, 11), meetings: []int{10, 20}, came: coming(2, slices.Repeat([]int{1}, 36)...)}, crowd{used: answered(2, 2, 20)})
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	found, err := metrics.Compare(context.Background(), w, catalogue, nil, metrics.CompareScope{Community: "c"}, noon, message.For("en"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range metrics.CompareLedger(found) {
		got = append(got, fmt.Sprintf("%s %s %d", e.Reading.Indicator, e.Reading.Cohort, len(e.Members)))
	}
	slices.Sort(got)
	if want := []string{"applied_rate 2025 25", "immediate_score 2025 25", "response_gap 2025 25"}; !slices.Equal(got, want) {
		t.Errorf("the ledger holds %v, want %v", got, want)
	}
}

// What is said of a figure does not depend on which others are asked for, nor
// on the time it is asked.
func TestComparisonIsTheSameHoweverItIsAskedFor(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	w := cohortsWorld(t, drawn(random, 36, 0.3), drawn(random, 36, 0))
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	ask := func(ids ...string) []metrics.Comparison {
		all, err := metrics.Compare(context.Background(), w, catalogue, ids, metrics.CompareScope{Community: "c", Primary: "applied_rate"}, noon, message.For("en"))
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	all := ask()
	if got := asJSON(t, ask()); got != asJSON(t, all) {
		t.Errorf("twice the same question, two answers")
	}
	if !all[0].Primary || all[0].Indicator != "applied_rate" {
		t.Errorf("the primary comparison does not stand first: %s", all[0].Indicator)
	}
	one := ask("attendance_rate")
	at := slices.IndexFunc(all, func(c metrics.Comparison) bool { return c.Indicator == "attendance_rate" })
	if len(one) != 1 || asJSON(t, one[0]) != asJSON(t, all[at]) {
		t.Errorf("alone it says\n%s\namong others\n%s", asJSON(t, one), asJSON(t, all[at]))
	}
}
