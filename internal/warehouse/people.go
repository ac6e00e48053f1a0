package warehouse

import (
	"context"

	"valuetrail/ingest"
	"valuetrail/queries"
)

// SeenPerson is somebody identified and how often they came.
type SeenPerson struct {
	ingest.Person
	Sessions int
}

// People is everybody identified, members first, by name.
func (s *Store) People(ctx context.Context) ([]SeenPerson, error) {
	var all []SeenPerson
	for r, err := range s.w.Rows(ctx, queries.Question("people"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		listed, _ := r[4].(bool)
		all = append(all, SeenPerson{ingest.Person{MemberID: text(r[0]), Name: text(r[1]), Email: text(r[2]), ListID: text(r[3]), Listed: listed, FirstSeen: whole(r[5])}, whole(r[6])})
	}
	return all, nil
}
