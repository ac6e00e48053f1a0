package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/ingest"
	"valuetrail/queries"
)

const sentAt = "wave_id,respondent_id,submitted_at,q1\nw1,m1,2025-12-01 10:00,%s\nw1,m2,2025-12-01 11:00,%s\n"

// problems are the codes of what a run has to say of its files, with their rows.
func (h *house) problems() string {
	var all []string
	for _, f := range h.last.Files {
		for _, p := range f.Problems {
			if strings.HasPrefix(p.Code, "otherwise") {
				all = append(all, fmt.Sprintf("%s %s %d", f.Status, p.Code, p.Row))
			}
		}
	}
	return strings.Join(all, "; ")
}

func TestRowsThatContradictStoredOnesAreTold(t *testing.T) {
	for name, answers := range map[string][4]string{"the second answer": {"4", "5", "4", "1"}, "the other way": {"4", "1", "4", "5"}} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts).take("old.csv", fmt.Sprintf(sentAt, answers[0], answers[1])).take("new.csv", fmt.Sprintf(sentAt, answers[2], answers[3]))
			same(t, "problems", h.problems(), "stored otherwise_file 3")
			if f := h.last.Files[0]; f.Rows.Otherwise > 1 || f.Rows.Otherwise != f.Rows.Repeated-1 && f.Rows.Repeated > 0 || !h.last.Kept() {
				t.Errorf("rows are %+v, kept %v", f.Rows, h.last.Kept())
			}
			h.run([]string{h.dir + "/new.csv"}, ingest.Options{Replaces: []string{h.ids["old.csv"]}})
			f := h.last.Files[0]
			if f.Status != ingest.StatusKnown || f.Rows.Loaded != 2 || f.Rows.Before == nil {
				t.Errorf("replacing gives %s, %+v", f.Status, f.Rows)
			}
			h.want("the new answers", "SELECT a.number FROM main.answer AS a JOIN main.response AS r USING (file_id, row_no) WHERE r.counts", strings.Join([]string{min(answers[2], answers[3]), max(answers[2], answers[3])}, "; "))
		})
	}
}

func TestRowsThatSayTheSameOrANewerThingContradictNobody(t *testing.T) {
	h := newHouse(t, twoCohorts).take("old.csv", fmt.Sprintf(sentAt, "4", "5")).take("again.csv", fmt.Sprintf(sentAt, "4", "5")+"w1,m3,2025-12-02 10:00,3\n")
	same(t, "the same", h.problems(), "")
	h.take("newer.csv", strings.Replace(fmt.Sprintf(sentAt, "2", "5"), "2025-12-01 10", "2025-12-03 10", 1))
	same(t, "a newer answer", h.problems(), "")
	h.take("order.csv", "q1,submitted_at,respondent_id,wave_id\n4,2025-12-01 10:00,m1,w1\n5,2025-12-01 11:00,m2,w1\n")
	same(t, "the columns in another order", h.problems(), "")
	if h.last.Kept() {
		t.Error("something is kept")
	}
}

func TestMarksThatContradictEachOtherAreTold(t *testing.T) {
	const came = "session_id,session_date,member_id,status\ns1,2025-10-06,m1,%s\ns1,2025-10-06,m2,present\n"
	h := newHouse(t, twoCohorts).take("list.csv", list, "one.csv", fmt.Sprintf(came, "present"))
	same(t, "one register", h.problems(), "")
	h.take("two.csv", strings.Replace(fmt.Sprintf(came, "absent"), "member_id", "member_id", 1))
	if got := h.problems(); !strings.HasPrefix(got, "stored otherwise_") || !strings.HasSuffix(got, " 2") || strings.Contains(got, ";") {
		t.Errorf("two registers: %s", got)
	}
	both := newHouse(t, twoCohorts).take("list.csv", list, "both.csv", fmt.Sprintf(came, "present")+"s1,2025-10-06,m1,absent\n")
	if got := both.problems(); !strings.HasPrefix(got, "stored otherwise_") || strings.Contains(got, ";") {
		t.Errorf("one register twice: %s", got)
	}
}

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestContradictionsAreFoundWithoutComparingEveryRowWithEveryOther(t *testing.T) {
	h := newHouse(t, twoCohorts)
	joins := 0
	for row, err := range h.w.Rows(t.Context(), "EXPLAIN (FORMAT json) "+queries.Question("told_otherwise"), map[string]any{"community": "c", "files": "a b"}) {
		if err != nil {
			t.Fatal(err)
		}
		plan := fmt.Sprint(row...)
		joins += strings.Count(plan, "HASH_JOIN")
		for _, slow := range []string{"BLOCKWISE_NL_JOIN", "NESTED_LOOP_JOIN", "CROSS_PRODUCT"} {
			if strings.Contains(plan, slow) {
				t.Errorf("the question joins by %s:\n%s", slow, plan)
			}
		}
	}
	if joins == 0 {
		t.Error("the plan has no join")
	}
}
