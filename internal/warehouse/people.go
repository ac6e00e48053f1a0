package warehouse

import (
	"context"
	"strings"

	"valuetrail/ingest"
	"valuetrail/queries"
)

// SeenPerson is somebody identified and how often they came.
type SeenPerson struct {
	ingest.Person
	Sessions int
	// FirstCame and LastCame are days they were at a session, 0 for never.
	FirstCame, LastCame int
	// Missed counts the latest sessions open to them and their cohort that they
	// missed one after another; 0 for whoever is no member on that day.
	Missed int
	// Cohorts are those they are enrolled in, else those they were in.
	Cohorts []string
}

// People is everybody identified as of a day, members first, by name.
func (s *Store) People(ctx context.Context, day int) ([]SeenPerson, error) {
	var all []SeenPerson
	for r, err := range s.w.Rows(ctx, queries.Question("people_seen"), map[string]any{"community": s.community, "day": day}) {
		if err != nil {
			return nil, err
		}
		listed, _ := r[4].(bool)
		p := SeenPerson{Person: ingest.Person{MemberID: text(r[0]), Name: text(r[1]), Email: text(r[2]), ListID: text(r[3]), Listed: listed, FirstSeen: whole(r[5])},
			Sessions: whole(r[6]), FirstCame: whole(r[7]), LastCame: whole(r[8]), Missed: whole(r[9])}
		if c := text(r[10]); c != "" {
			p.Cohorts = strings.Split(c, ";")
		}
		all = append(all, p)
	}
	return all, nil
}
