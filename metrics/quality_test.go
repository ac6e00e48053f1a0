package metrics_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"valuetrail/internal/message"
	"valuetrail/internal/vocabulary"
	"valuetrail/metrics"
	"valuetrail/queries"
)

func TestGradeFallsWithWhatIsThere(t *testing.T) {
	for _, x := range []struct {
		share float64
		want  metrics.Grade
	}{{1, "A"}, {0.9, "A"}, {0.899, "B"}, {0.7, "B"}, {0.699, "C"}, {0.5, "C"}, {0.499, "D"}, {0, "D"}} {
		if got := metrics.GradeOf(x.share); got != x.want {
			t.Errorf("%v is %s, want %s", x.share, got, x.want)
		}
	}
}

// qualified asks one indicator of a world and grades it: "cohort period part: grade
// caveats", one line a figure of a cohort.
func qualified(t *testing.T, tables *txtar.Archive, id string, s metrics.Scope) (all []string, readings []metrics.Reading) {
	t.Helper()
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	w := world(t, tables)
	s.Community = "c"
	answers, err := metrics.Ask(t.Context(), w, catalogue, []string{id}, s, noon)
	if err == nil {
		err = metrics.Qualify(t.Context(), w, catalogue, answers, noon, message.For("en"))
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range answers[0].Readings {
		if r.Cohort == "" {
			continue
		}
		var said []string
		for _, c := range r.Caveats {
			said = append(said, c.Text+" "+string(c.Grade))
		}
		all, readings = append(all, strings.TrimSpace(fmt.Sprintf("%s %s: %s %s", r.Period, r.Part, r.Grade, strings.Join(said, ", ")))), append(readings, r)
	}
	return all, readings
}

// example is the tables of the worked example of an indicator, and others.
func exampleOf(t *testing.T, id, others string) *txtar.Archive {
	t.Helper()
	text, err := os.ReadFile("testdata/" + id + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	return txtar.Parse([]byte(strings.SplitN(string(text), "-- ask --", 2)[0] + others))
}

// What each example lacks is in its own words: three of five sessions of autumn
// with a register, and so on.
func TestFigureIsGradedByWhatIsThereOfWhatItRestsOn(t *testing.T) {
	member := "-- enrolment.csv --\nmember_id,cohort_id,first_day,last_day,file_id,sheet_no,row_no,column_no\nana,2025,2025-09-01,2026-12-31,list,1,2,0\n-- member.csv --\nmember_id,listed\nana,yes\n-- presence.csv --\nsession_id,member_id,status,attended,file_id,sheet_no,row_no,column_no\noct,ana,present,yes,register,1,2,3\n"
	files := "-- source_file.csv --\nfile_id,kind,rows_read,rows_to_check\nf1,survey,20,3\nf2,survey,20,2\nf3,stories,4,2\n"
	sponsor := metrics.Scope{Audience: vocabulary.Sponsor}
	for name, c := range map[string]struct {
		tables *txtar.Archive
		id     string
		scope  metrics.Scope
		want   []string
	}{
		"sessions without a register": {exampleOf(t, "register_coverage", member), "attendance_rate", sponsor,
			[]string{"2025/26 autumn : C 2 of 5 sessions have no attendance file C", "2025/26 spring : A"}},
		"the whole span": {exampleOf(t, "register_coverage", member), "attendance_rate", metrics.Scope{Grain: "programme"},
			[]string{"all : C 2 of 6 sessions have no attendance file C"}},
		"a figure that needs no attendance": {exampleOf(t, "register_coverage", member), "cadence_kept", metrics.Scope{Grain: "programme"}, []string{"all :"}},
		"seats that did not answer, and rows that wait": {exampleOf(t, "item_missing", files), "applied_rate", metrics.Scope{},
			[]string{"autumn : B no answer from 3 of 11 people B, 5 of 40 rows of the survey answers wait to be checked B", "spring :"}},
		"the same for a sponsor": {exampleOf(t, "item_missing", files), "applied_rate", sponsor,
			[]string{"autumn : B no answer from 3 of 11 people B, some rows of the survey answers wait to be checked B", "spring :"}},
		"seats of those alone who answered, for nobody knows who was invited": {guessed(t), "applied_rate", metrics.Scope{}, []string{"autumn :", "spring :"}},
		"a question on another scale": {twentyOnAnotherScale(t), "immediate_score", metrics.Scope{},
			[]string{"autumn : A", "spring : C 1 of 1 question was asked on another scale the time before C"}},
		"stories that nobody coded": {exampleOf(t, "stories_read", "-- setting.csv --\nname,word\nframework,vcf2011\n-- story_cycle.csv --\nstory_id,cycle,asked,evidence\nt1,applied,yes,yes\nt2,applied,yes,yes\nt3,applied,yes,no\n"), "cycle_coverage", metrics.Scope{},
			[]string{"autumn immediate:", "autumn applied: C no story reader has coded 1 of 3 stories C"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, readings := qualified(t, c.tables, c.id, c.scope)
			for _, want := range c.want {
				if !slices.Contains(got, want) {
					t.Errorf("got %q, want %q\n%+v", got, want, readings)
				}
			}
			for _, r := range readings {
				if !r.Shown && (r.Grade != "" || len(r.Caveats) > 0) || r.Caveats == nil {
					t.Errorf("%+v", r)
				}
			}
		})
	}
}

// guessed are ten who answered, without a list of rounds and of members.
func guessed(t *testing.T) *txtar.Archive {
	t.Helper()
	a := exampleOf(t, "item_missing", "")
	for i, f := range a.Files {
		if f.Name == "invitation.csv" {
			seats := "wave_id,cohort_id,seat,member_id,response_id,assumed\n"
			for n := 1; n <= 10; n++ {
				seats += fmt.Sprintf("w1,2025,%d,m%d,r%d,yes\n", n, n, n)
			}
			a.Files[i].Data = []byte(seats)
		}
	}
	return a
}

// twentyOnAnotherScale are twenty who answer two rounds, the second on a scale to 7.
func twentyOnAnotherScale(t *testing.T) *txtar.Archive {
	t.Helper()
	everybody, nobody := func(int) bool { return true }, func(int) bool { return false }
	a := twenty{everybody, nobody, everybody}.tables()
	for i, f := range a.Files {
		more := ""
		switch f.Name {
		case "wave.csv":
			more = "w2,2025,2026-05-01,2026-05-15,waves,1,3,0\n"
		case "question.csv":
			more = "w2,worth,f2,1,1,3\n"
		case "item.csv":
			more = "worth,w2,immediate,likert,1,7\n"
		case "invitation.csv", "response.csv":
			more = strings.NewReplacer("w1", "w2", ",r", ",q", "2025-12-05", "2026-05-05", ",f1,", ",f2,").Replace(strings.SplitN(string(f.Data), "\n", 2)[1])
		}
		a.Files[i].Data = append(f.Data, more...)
	}
	scores := "wave_id,response_id,scope,part,shown,answered,mean\n"
	for n := 1; n <= 20; n++ {
		scores += fmt.Sprintf("w1,r%[1]d,cycle,immediate,1,1,%[2]d\nw2,q%[1]d,cycle,immediate,1,1,%[2]d\n", n, 25*(n%4))
	}
	a.Files = append(a.Files, txtar.File{Name: "response_score.csv", Data: []byte(scores)})
	return a
}

// A caveat tells of people only what the figure beside it, or who answered the
// round, which everybody may know, tells of them.
func TestCaveatsHoldNoMoreThanTheFiguresOfTheSameReader(t *testing.T) {
	catalogue, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, id := range []string{"applied_rate", "immediate_score", "negative_answers", "session_rating", "construct_score", "turn_to_rate"} {
		w := world(t, exampleOf(t, id, ""))
		for _, grain := range []vocabulary.Grain{"term", "year"} {
			s := metrics.Scope{Community: "c", Grain: grain, Audience: vocabulary.Sponsor}
			answers, err := metrics.Ask(t.Context(), w, catalogue, []string{id, "response_rate"}, s, noon)
			if err == nil {
				err = metrics.Qualify(t.Context(), w, catalogue, answers, noon, message.For("en"))
			}
			if err != nil {
				t.Fatal(err)
			}
			public := map[[2]string][2]float64{}
			for _, r := range answers[1].Readings {
				if r.Denominator != nil {
					public[[2]string{r.Cohort, r.Period}] = [2]float64{*r.Denominator - *r.Numerator, *r.Denominator}
				}
			}
			for _, r := range answers[0].Readings {
				own := [2]float64{-1, -1}
				if r.Shown && r.People != nil && r.Population != nil {
					own = [2]float64{float64(*r.Population - *r.People), float64(*r.Population)}
				}
				for _, c := range r.Caveats {
					if said++; !r.Shown || c.Part != "answers" || c.Lacking == nil {
						t.Errorf("%s %s %q: %+v", id, r.Period, r.Text, c)
						continue
					}
					if got := [2]float64{*c.Lacking, *c.Of}; got != own && got != public[[2]string{r.Cohort, r.Period}] {
						t.Errorf("%s %s %q: %s, while the figure has %v and the round %v", id, r.Period, r.Text, c.Text, own, public)
					}
				}
			}
		}
	}
	if said < 5 {
		t.Errorf("only %d caveats were looked at", said)
	}
}
