package queries_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"valuetrail/internal/warehouse"
	"valuetrail/queries"
)

// header is that of an own indicator whose SQL begins on line 16.
const header = `-- id: mine
-- title: Mine
-- question: Is it?
-- group: participation
-- cycle: none
-- kind: count
-- evidence: census
-- protects: event
-- unit: people
-- better: more
-- needs: roster, attendance
-- source: ours
--
-- Counted by hand: one, two, three.

`

func parser(t *testing.T) queries.Parse {
	t.Helper()
	p, err := warehouse.NewParser()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p.Tree
}

func readOwn(t *testing.T, parse queries.Parse, text string) ([]queries.Indicator, error) {
	t.Helper()
	return queries.ReadOwn(fstest.MapFS{"mine.sql": {Data: []byte(text)}}, parse)
}

// onlyCounted are the indicators that read answers or stories only to count their
// rows or to see their day, which a tree cannot tell, and what they read.
var onlyCounted = map[string]string{"response_rate": "answer", "data_freshness": "story_told", "identity_match_rate": "story",
	"publishable_share": "story", "stories_opened": "open_story"}

// Levels of participation are what people are, by whatever table they are read.
func TestWhatReadsLevelsCountsPeopleByWhatTheyAre(t *testing.T) {
	parse := parser(t)
	for id, want := range map[string]bool{"level_share": true, "level_mobility": true, "core_growth": true, "reach_rate": false} {
		text, err := os.ReadFile("indicators/" + id + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		all, err := queries.ReadOwn(fstest.MapFS{id + ".sql": {Data: text}}, parse)
		if err != nil || len(all) != 1 || all[0].ByAttribute != want {
			t.Errorf("%s: %+v, %v", id, all, err)
		}
	}
}

// What an own indicator may do is what ours do: each of them passes as if a user
// had written it, but those of onlyCounted.
func TestEveryIndicatorOfOursWouldBeTakenFromAUser(t *testing.T) {
	parse := parser(t)
	ours, err := queries.Catalogue()
	if err != nil {
		t.Fatal(err)
	}
	for _, ind := range ours {
		all, err := queries.ReadOwn(fstest.MapFS{ind.File: {Data: []byte(ind.SQL)}}, parse)
		if reads, counts := onlyCounted[ind.ID]; (err != nil) != counts || counts && !strings.Contains(err.Error(), "it reads "+reads) {
			t.Errorf("%s: %v", ind.ID, err)
		}
		if len(all) != 1 || !all[0].Own || len(all[0].Reads) == 0 {
			t.Errorf("%s: nothing is known of what it reads: %+v", ind.ID, all)
		}
	}
}

// The attacks stand in testdata/attacks.sql: a remark that says what is tried and
// what the refusal must say, then the SQL.
func TestEveryAttackIsRefused(t *testing.T) {
	parse := parser(t)
	text, err := os.ReadFile("testdata/attacks.sql")
	if err != nil {
		t.Fatal(err)
	}
	attacks := strings.Split(string(text), "\n-- attack: ")[1:]
	for _, a := range attacks {
		title, rest, _ := strings.Cut(a, "\n")
		want, sql, _ := strings.Cut(strings.TrimPrefix(rest, "-- refused: "), "\n")
		sql = strings.NewReplacer(`\0`, "\x00", `\r`, "\r").Replace(strings.TrimSpace(sql))
		_, err := readOwn(t, parse, header+sql+"\n")
		switch {
		case want == "" || sql == "":
			t.Errorf("%s: want a line -- refused: and SQL", title)
		case err == nil:
			t.Errorf("%s is not refused:\n%s", title, sql)
		case !strings.Contains(err.Error(), want):
			t.Errorf("%s: got\n%v\nwant %q", title, err, want)
		case len(queries.Faults(err)) == 0:
			t.Errorf("%s: no place in %v", title, err)
		}
	}
	if len(attacks) < 60 {
		t.Errorf("only %d attacks", len(attacks))
	}
}
