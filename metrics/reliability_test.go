package metrics_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

// The answers of ten people to two questions about trust, on 0 to 100: people
// before the tenth are the same in every case below.
var relied, admitted = []int{0, 0, 25, 25, 50, 50, 75, 75, 100, 100}, []int{25, 0, 25, 50, 50, 50, 75, 75, 75, 100}

// trusting is a round of people who answered both questions, and of more of them
// who left out the second one.
func trusting(both, half int, questions ...string) string {
	var items, asked, seats, responses, scores, answers strings.Builder
	for i, item := range questions {
		fmt.Fprintf(&items, "%s,trust,likert\n", item)
		fmt.Fprintf(&asked, "w,%s,f,1,1,%d\n", item, 2+i)
	}
	for n := range both + half {
		fmt.Fprintf(&seats, "w,2025,%d,m%02d,r%02d\n", n, n, n)
		fmt.Fprintf(&responses, "w,r%02d,2025-12-05,yes,f,1,%d,0\n", n, 2+n)
		mean, told := 0, 0
		for i := range questions {
			if i == 1 && n >= both {
				break
			}
			score := [][]int{relied, admitted}[i][n%10]
			fmt.Fprintf(&answers, "w,r%02d,%s,%d,f,1,%d,%d\n", n, questions[i], score, 2+n, 2+i)
			mean, told = mean+score, told+1
		}
		fmt.Fprintf(&scores, "w,r%02d,construct,trust,%d,%d,%v\n", n, len(questions), told, float64(mean)/float64(told))
	}
	return "-- cohort.csv --\ncohort_id,first_day,last_day\n2025,2025-09-01,2026-08-31\n" +
		"-- period.csv --\ncohort_id,grain,period,ordinal,first_day,last_day\n2025,term,autumn,1,2025-09-01,2026-01-04\n" +
		"-- wave.csv --\nwave_id,cohort,opened,closed\nw,2025,2025-12-01,2025-12-15\n" +
		"-- item.csv --\nitem_id,construct,kind\n" + items.String() +
		"-- question.csv --\nwave_id,item_id,file_id,sheet_no,row_no,column_no\n" + asked.String() +
		"-- invitation.csv --\nwave_id,cohort_id,seat,member_id,response_id\n" + seats.String() +
		"-- response.csv --\nwave_id,response_id,submitted_day,complete,file_id,sheet_no,row_no,column_no\n" + responses.String() +
		"-- response_score.csv --\nwave_id,response_id,scope,part,shown,answered,mean\n" + scores.String() +
		"-- answer.csv --\nwave_id,response_id,item_id,score,file_id,sheet_no,row_no,column_no\n" + answers.String()
}

// Sums of squares about the means: 12500 of the first question, 8062.5 of the
// second, 39312.5 of their sum, so alpha = 2 (1 - 20562.5/39312.5) = 0.954. With F
// of 9 and 9 degrees, 4.026, its interval runs from 1 - 0.046 x 4.026 = 0.81 to
// 1 - 0.046/4.026 = 0.99. Two questions have no omega.
func TestReliabilityIsToldWhereTheFigureIs(t *testing.T) {
	all, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct{ tables, want string }{
		"ten who answered both":                       {trusting(10, 0, "rely", "admit"), "trust autumn 2 questions: 10 people 0.95 0.81 0.99 - "},
		"nine, too few for an exact figure":           {trusting(9, 0, "rely", "admit"), "trust autumn 2 questions: - - - - - protected"},
		"four, too few for any figure":                {trusting(4, 0, "rely", "admit"), "trust autumn 2 questions: - - - - - protected"},
		"one of eleven left one out":                  {trusting(10, 1, "rely", "admit"), "trust autumn 2 questions: - - - - - protected"},
		"five of fifteen did":                         {trusting(10, 5, "rely", "admit"), "trust autumn 2 questions: 10 people 0.95 0.81 0.99 - "},
		"nine of twenty answered both":                {trusting(9, 11, "rely", "admit"), "trust autumn 2 questions: - - - - - protected"},
		"one question agrees with itself and no more": {trusting(12, 0, "rely"), "trust autumn 1 questions: - - - - - one_question"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := world(t, txtar.Parse([]byte(c.tables)))
			s := metrics.Scope{Community: "c", Cohorts: []string{"2025"}, Audience: vocabulary.Evaluator}
			answers, err := metrics.Ask(context.Background(), w, all, []string{"construct_score", "applied_rate"}, s, noon)
			if err != nil {
				t.Fatal(err)
			}
			found, err := metrics.Reliabilities(context.Background(), w, answers, noon)
			if err != nil || len(found) != 1 {
				t.Fatalf("%d reliabilities: %v", len(found), err)
			}
			if got := toldOf(found[0]); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func toldOf(r metrics.Reliability) string {
	number := func(x *float64) string {
		if x == nil {
			return "-"
		}
		return fmt.Sprintf("%.2f", *x)
	}
	people := "-"
	if r.People != nil {
		people = fmt.Sprintf("%d people", *r.People)
	}
	return strings.Join([]string{r.Construct, r.Period, fmt.Sprint(r.Questions), "questions:", people, number(r.Alpha), number(r.Low), number(r.High), number(r.Omega), r.Note}, " ")
}
