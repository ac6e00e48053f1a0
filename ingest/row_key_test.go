package ingest_test

import (
	"fmt"
	"testing"
)

// A sheet of answers grows from month to month, and a question that somebody words
// anew has other words above the answers of before too: they are the same responses.
func TestAResponseIsTheSameUnderAQuestionInOtherWords(t *testing.T) {
	const counted = "SELECT count(*) FROM main.response WHERE counts"
	google := "Timestamp,%s,Comment\n5/20/2026 10:11:12,4,Good\n5/21/2026 12:00:00,5,\n5/21/2026 12:00:00,5,\n"
	for name, c := range map[string]struct{ before, now, want string }{
		"a tool's":                 {google, google + "6/20/2026 10:11:12,3,Fine\n", "4"},
		"in another order":         {google, "Timestamp,Comment,%s\n6/20/2026 10:11:12,Fine,3\n5/20/2026 10:11:12,Good,4\n5/21/2026 12:00:00,,5\n5/21/2026 12:00:00,,5\n", "4"},
		"of another moment":        {google, "Timestamp,%s,Comment\n6/20/2026 10:11:12,4,Good\n", "4"},
		"typed in from paper":      {"wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20,4\n", "wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20,4\n", "2"},
		"all at the meeting's end": {"wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20 12:30,4\n", "wave_id,session_id,submitted_at,%s\nw1,s1,2026-05-20 12:30,4\n", "2"},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t, twoCohorts)
			h.take("before.csv", fmt.Sprintf(c.before, "How useful was it?"), "now.csv", fmt.Sprintf(c.now, "How valuable did you find it?"))
			h.want("responses", counted, c.want)
		})
	}
}
