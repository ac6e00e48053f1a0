package ingest

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"valuetrail/internal/vocabulary"
)

// askOfHeadings asks whether a heading that is new is one that is missing since:
// where a file waits for it, where a report lacks something for want of it, and where a sheet of ours has a column that we do
// not know in place of one that other files of its kind have.
func askOfHeadings(ctx context.Context, b Batch, files []StoredFile, faults []Fault, ruled rulings) ([]Question, error) {
	faults = slices.DeleteFunc(slices.Clone(faults), func(f Fault) bool { return f.Code != codeHeading && f.Code != "column_unknown" })
	heads, err := b.Heads(ctx)
	if err != nil {
		return nil, err
	}
	lost, err := drifted(ctx, b, files, heads)
	if err != nil {
		return nil, err
	}
	faults = append(faults, lost...)
	var all []Question
	asked := map[string]bool{}
	for _, f := range faults {
		i := slices.IndexFunc(files, func(x StoredFile) bool { return x.ID == f.FileID })
		if i < 0 {
			continue
		}
		file := files[i]
		subject := scopeOf(file.Source, file.Kind) + "|" + vocabulary.Loose(f.Value)
		was := gone(files, heads, file, f)
		if asked[subject] || ruled.of(AskHeading, subject) != "" || len(was) == 0 {
			continue
		}
		asked[subject] = true
		q := Question{Kind: AskHeading, Subject: subject, Reason: f.Code, Shown: f.Value, FileID: f.FileID, Sheet: f.Sheet, Row: f.Row}
		for _, w := range append(was, leftOut) {
			q.Candidates = append(q.Candidates, Candidate{Object: w, Shown: strings.TrimPrefix(w, leftOut)})
		}
		all = append(all, q)
	}
	slices.SortStableFunc(all, func(a, b Question) int { return cmp.Compare(a.Subject, b.Subject) })
	return all, nil
}

// gone are the headings that the new one of a fault may stand for, the likeliest
// first.
func gone(files []StoredFile, heads map[string][]Head, file StoredFile, f Fault) []string {
	var out []string
	note := func(h string) {
		if !slices.Contains(out, h) {
			out = append(out, h)
		}
	}
	if f.Code == codeDrift {
		return strings.Split(f.Detail, "\x1f")
	}
	if f.Code == codeHeading {
		note(f.Detail)
		for _, other := range byLatest(files) {
			if scopeOf(other.Source, other.Kind) != scopeOf(file.Source, file.Kind) {
				continue
			}
			for _, r := range renames(heads[file.ID], heads[other.ID]) {
				if r.head.Sheet == f.Sheet && r.column == f.Column {
					for _, w := range r.was {
						note(w)
					}
				}
			}
		}
		return out
	}
	return fieldsGone(files, heads, file, f)
}

// fieldsGone are the headings of fields that other files of a kind of ours have
// and this one lacks, of which the new heading could be one.
func fieldsGone(files []StoredFile, heads map[string][]Head, file StoredFile, f Fault) []string {
	i := slices.IndexFunc(heads[file.ID], func(h Head) bool { return h.Sheet == f.Sheet && h.Row == f.Row })
	if i < 0 {
		return nil
	}
	schema, have := fieldsIn(file, heads[file.ID][i])
	if schema.Kind == "" {
		return nil
	}
	type candidate struct {
		heading string
		score   float64
	}
	var all []candidate
	done := map[int]bool{}
	for _, other := range byLatest(files) {
		if other.ID == file.ID || !slices.Contains(other.Kinds, schema.Kind) {
			continue
		}
		for _, h := range heads[other.ID] {
			if s, theirs := fieldsIn(other, h); s.Kind == schema.Kind {
				for at, column := range theirs {
					if _, there := have[at]; there || done[at] {
						continue
					}
					done[at] = true
					was := strings.TrimSpace(h.Cells[column])
					score := headingsAlike(vocabulary.Loose(f.Value), vocabulary.Loose(was))
					if column+1 == f.Column {
						score += 0.5
					}
					all = append(all, candidate{was, score})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.heading, b.heading))
	})
	var out []string
	for _, c := range all {
		if c.score > 0 {
			out = append(out, c.heading)
		}
	}
	return out[:min(3, len(out))]
}

// fieldsIn are the fields that a row heads, by their place in the kind of the
// file that has the most of them: a row of data heads none.
func fieldsIn(file StoredFile, row Head) (vocabulary.Sheet, map[int]int) {
	var best vocabulary.Sheet
	var most map[int]int
	for _, kind := range file.Kinds {
		s, ok := vocabulary.SheetOf(kind)
		if !ok || s.Landed {
			continue
		}
		found := map[int]int{}
		for i, c := range row.Cells {
			if at := s.IndexLoose(vocabulary.Loose(c)); at >= 0 && c != "" {
				if _, twice := found[at]; !twice {
					found[at] = i
				}
			}
		}
		if len(found) > max(1, len(most)) {
			best, most = s, found
		}
	}
	return best, most
}
