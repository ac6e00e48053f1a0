package ingest

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"valuetrail/internal/vocabulary"
)

// ToldOtherwise is a row of a file that says something else than another row of
// the same key, with nothing that tells which is the newer.
type ToldOtherwise struct {
	// Fate holds both rows: At and Fields are of the row told of, Before those of
	// the other.
	Fate        RowFate
	FileID      string
	OtherFileID string
	Column      int
	// Counts says that the row told of is the one that counts.
	Counts bool
}

// KindPresence is the kind of two marks that contradict each other.
const KindPresence vocabulary.Kind = "presence"

// The codes of rows that contradict each other: in another file, in one file, and
// marks of one person in one session.
const (
	otherwiseFile     = "otherwise_file"
	otherwiseRow      = "otherwise_row"
	otherwisePresence = "otherwise_presence"
)

// otherwise puts into the receipts of what was read now which of its rows
// contradict others: which of them counts is chance, and a person must say.
func (r *run) otherwise(ctx context.Context, b Batch, to *Receipt) error {
	var ids []string
	for _, files := range [][]FileReceipt{to.Files, to.Anew} {
		for _, f := range files {
			if f.FileID != "" && (f.Status == StatusStored || f.Status == StatusDry) {
				ids = append(ids, f.FileID)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	stored, err := b.Files(ctx)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, f := range stored {
		names[f.ID] = f.Name
	}
	all, err := b.Otherwise(ctx, ids)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(o ToldOtherwise) bool { return o.Fate.Kind != KindPresence && len(o.Fate.differences()) == 0 })
	for _, files := range [][]FileReceipt{to.Files, to.Anew} {
		for i := range files {
			files[i].contradicted(all, names, r.options.Say)
		}
	}
	return nil
}

// contradicted tells of the rows of one file, by the file they contradict.
func (f *FileReceipt) contradicted(all []ToldOtherwise, names map[string]string, say Sayer) {
	type group struct {
		code, other string
		rows        map[RowPlace]bool
		first       ToldOtherwise
	}
	var groups []*group
	silent := map[RowPlace]bool{}
	for _, o := range all {
		if o.FileID != f.FileID {
			continue
		}
		code := otherwiseFile
		switch {
		case o.Fate.Kind == KindPresence:
			code = otherwisePresence
		case o.OtherFileID == o.FileID:
			code = otherwiseRow
		}
		if code != otherwisePresence && !o.Counts {
			silent[o.Fate.At] = true
		}
		i := slices.IndexFunc(groups, func(g *group) bool { return g.code == code && g.other == o.OtherFileID })
		if i < 0 {
			groups, i = append(groups, &group{code: code, other: o.OtherFileID, rows: map[RowPlace]bool{}, first: o}), len(groups)
		}
		groups[i].rows[o.Fate.At] = true
	}
	f.Rows.Otherwise = min(len(silent), f.Rows.Repeated)
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Or(strings.Compare(a.code, b.code), strings.Compare(names[a.other], names[b.other]), strings.Compare(a.other, b.other))
	})
	for _, g := range groups {
		x, key := g.first, "otherwise."+strings.TrimPrefix(g.code, "otherwise_")
		p := ProblemReceipt{Severity: "to_check", Sheet: x.Fate.At.Sheet, Row: x.Fate.At.Row, Column: x.Column, Code: g.code}
		other := names[g.other]
		if other == filepath.Base(f.File) && g.other != f.FileID { // its name would name both
			other = g.other[:min(8, len(g.other))]
		}
		p.What = say.Say(key+".what", len(g.rows), other, x.Fate.Before.Row)
		p.Remedy = say.Say(key+".remedy", asTyped(other), asTyped(filepath.Base(f.File)))
		f.Problems = append(f.Problems, p)
	}
}

// countedBefore are the rows of each file that count before a run that takes
// files out, so that a file stored before can tell what its rows gained.
func (r *run) countedBefore(ctx context.Context, b Batch) (err error) {
	if len(r.options.Replaces) > 0 {
		r.before, err = b.Counts(ctx)
	}
	return err
}

// knownNow tells, of a file that was stored before, what the files that went have
// changed of it, and which of its rows still wait.
func (r *run) knownNow(f *FileReceipt, now RowCounts) {
	f.Rows.Waiting = now.ToCheck
	f.Rows.Repeated = f.Rows.Read - f.Rows.ToCheck - f.Rows.Ignored
	if was, ok := r.before[f.FileID]; ok && len(r.options.Replaces) > 0 {
		f.Rows.Loaded, f.Rows.Repeated = now.Loaded, now.Repeated
		f.Rows.Before = &was.Loaded
	}
}

// asTyped is a file's name as it stands in a command: one with a blank or a sign
// that a shell reads goes into quotes.
func asTyped(name string) string {
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._-/", r) }
	if name != "" && strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0 {
		return name
	}
	return strconv.Quote(name)
}
