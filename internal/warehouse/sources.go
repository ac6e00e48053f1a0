package warehouse

import (
	"context"
	"time"

	"valuetrail/ingest"
	"valuetrail/queries"
)

// Sources are the stored files with their rows, in no order.
func (s *Store) Sources(ctx context.Context) ([]ingest.Source, error) {
	all := []ingest.Source{}
	for r, err := range s.w.Rows(ctx, queries.Question("source_list"), map[string]any{"community": s.community}) {
		if err != nil {
			return nil, err
		}
		all = append(all, ingest.Source{FileID: text(r[0]), Name: text(r[1]), Source: text(r[2]), Kind: text(r[3]), Read: whole(r[4]), Loaded: whole(r[5]),
			Repeated: whole(r[6]), ToCheck: whole(r[7]), Ignored: whole(r[8]), From: dayText(r[9]), To: dayText(r[10])})
	}
	return all, nil
}

// Source is one stored file with its problems in words.
func (s *Store) Source(ctx context.Context, id string, say ingest.Sayer) (ingest.Source, error) {
	var one ingest.Source
	all, err := s.Sources(ctx)
	if err != nil {
		return one, err
	}
	for _, x := range all {
		if x.FileID == id {
			one = x
		}
	}
	for r, err := range s.w.Rows(ctx, queries.Question("source_problem"), map[string]any{"community": s.community, "file": id}) {
		if err != nil {
			return one, err
		}
		p := ingest.ProblemReceipt{Severity: text(r[0]), Sheet: whole(r[1]), Row: whole(r[2]), Column: whole(r[3]), Code: text(r[4]), Value: text(r[5])}
		p.What, p.Remedy = say.Problem(p.Code, p.Value, text(r[6]))
		one.Problems = append(one.Problems, p)
	}
	return one, nil
}

func dayText(v any) string {
	t, ok := v.(time.Time)
	if !ok {
		return ""
	}
	return t.Format(time.DateOnly)
}
