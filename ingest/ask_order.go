package ingest

import (
	"context"
	"slices"

	"valuetrail/ingest/layout"
)

// proposeOrders puts that order of days first which other files of the same
// source and kind tell without doubt: the same tool wrote them for the same
// account. Where those differ, nothing is proposed for it.
func proposeOrders(ctx context.Context, b Batch, files []StoredFile, faults []Fault, all []Question) error {
	if !slices.ContainsFunc(all, func(q Question) bool { return q.Kind == AskOrder }) {
		return nil
	}
	heads, err := b.Heads(ctx)
	if err != nil {
		return err
	}
	open := map[string]bool{} // the files that do not tell
	for _, f := range faults {
		open[f.FileID] = open[f.FileID] || f.Code == "date_order_unknown" || f.Code == "date_order_assumed"
	}
	for i := range all {
		if all[i].Kind == AskOrder {
			all[i].proposeOrder(layout.OrderTold(tablesOf(files, heads, all[i].Subject, open)))
		}
	}
	return nil
}

// tablesOf are the first rows of every sheet of the files of a source and kind,
// without those that leave the order open.
func tablesOf(files []StoredFile, heads map[string][]Head, scope string, open map[string]bool) [][][]string {
	var all [][][]string
	for _, f := range files {
		if scopeOf(f.Source, f.Kind) != scope || open[f.ID] {
			continue
		}
		bySheet := map[int][][]string{}
		for _, h := range heads[f.ID] {
			bySheet[h.Sheet] = append(bySheet[h.Sheet], h.Cells)
		}
		for _, rows := range bySheet {
			all = append(all, rows)
		}
	}
	return all
}

// proposeOrder puts the order first that other files tell, if they tell one.
func (q *Question) proposeOrder(order string) {
	at := slices.IndexFunc(q.Candidates, func(c Candidate) bool { return c.Object == order })
	if at < 0 {
		return
	}
	told := q.Candidates[at]
	q.Candidates = slices.Insert(slices.Delete(q.Candidates, at, at+1), 0, told)
	for i := range q.Candidates {
		q.Candidates[i].Reason = ""
	}
	q.Candidates[0].Reason = "other_files_tell"
}
