package ingest

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"

	"valuetrail/ingest/layout"
	"valuetrail/internal/vocabulary"
)

// codeDrift is what is wrong with a file that can be read, but lacks what other
// reports of its source tell, and has a heading that those do not.
const codeDrift = "heading_drift"

// mostSiblings is how many other reports one is compared with.
const mostSiblings = 5

// drifted are the headings of attendance reports that are new where one of other
// reports of their source is missing, and with it everything of a kind: nobody has
// an e-mail, or nobody stayed for any time. Without asking, people would be missed
// or be two.
func drifted(ctx context.Context, b Batch, files []StoredFile, heads map[string][]Head) ([]Fault, error) {
	given, err := b.Given(ctx)
	if err != nil {
		return nil, err
	}
	var all []Fault
	latest := byLatest(files)
	for _, f := range latest {
		if f.Kind != vocabulary.Attendance || f.Source == ownSource || f.Source == layout.TableSource {
			continue
		}
		for _, field := range slices.Sorted(maps.Keys(looksOf)) {
			var givers [][]Head // that tell what this one lacks
			for _, o := range latest {
				if o.Source == f.Source && o.Kind == f.Kind && len(givers) < mostSiblings && slices.Contains(given[o.ID], field) {
					givers = append(givers, heads[o.ID])
				}
			}
			if !slices.Contains(given[f.ID], field) {
				all = append(all, driftOf(heads[f.ID], givers, looksOf[field])...)
			}
		}
	}
	return all, nil
}

// looksOf is what a cell of each field has at least.
var looksOf = map[string]*regexp.Regexp{"email": regexp.MustCompile(`\S@\S`), "member_id": regexp.MustCompile(`\d`),
	"joined": regexp.MustCompile(`\d[:.h]\d\d`), "left": regexp.MustCompile(`\d[:.h]\d\d`), "minutes": regexp.MustCompile(`^\d`)}

// looks reports whether a cell below a heading does; what itself does is no heading
// but a row of somebody.
func looks(file []Head, r rename, like *regexp.Regexp) bool {
	return !like.MatchString(strings.TrimSpace(r.head.Cells[r.column-1])) && slices.ContainsFunc(file, func(h Head) bool {
		return h.Sheet == r.head.Sheet && h.Row > r.head.Row && r.column <= len(h.Cells) && like.MatchString(strings.TrimSpace(h.Cells[r.column-1]))
	})
}

// driftOf are the new headings of a file beside those of others: none of them has
// the new one, under which stands what looks so, and all have those that it may be,
// which Detail holds.
func driftOf(file []Head, givers [][]Head, like *regexp.Regexp) []Fault {
	has := func(heads []Head, heading string) bool {
		return slices.ContainsFunc(heads, func(h Head) bool {
			_, there := headings(h.Cells)[vocabulary.Loose(heading)]
			return there
		})
	}
	for _, giver := range givers {
		var all []Fault
		for _, r := range renames(file, giver) {
			heading := strings.TrimSpace(r.head.Cells[r.column-1])
			was := slices.DeleteFunc(r.was, func(w string) bool {
				return slices.ContainsFunc(givers, func(g []Head) bool { return !has(g, w) })
			})
			if len(was) > 0 && looks(file, r, like) && !slices.ContainsFunc(givers, func(g []Head) bool { return has(g, heading) }) {
				all = append(all, Fault{FileID: r.head.FileID, Sheet: r.head.Sheet, Row: r.head.Row, Column: r.column, Code: codeDrift, Value: heading, Detail: strings.Join(was, "\x1f")})
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}
