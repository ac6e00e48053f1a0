package layout

import (
	"slices"

	"valuetrail/ingest/sheet"
)

// usageOf takes the headings of a usage report apart, in which each participant's
// row begins with the meeting's own columns: what those hold, and what the
// participant's hold. It is false for every other table.
func usageOf(row sheet.Row) (of, table map[string]int, ok bool) {
	name := slices.IndexFunc(row.Cells, func(h string) bool { return tight(h) == "nameoriginalname" })
	if name < 1 {
		return nil, nil, false
	}
	front := sheet.Row{Cells: row.Cells[:name]}
	back := sheet.Row{Cells: slices.Concat(make([]string, name), row.Cells[name:])}
	of, table = columnsOf(front, zoomPreamble), zoomColumns(back)
	return of, table, of[zoomTopic] > 0 && of[zoomStart] > 0 && table[zoomJoin] > 0 && table[zoomLeave] > 0
}

// isMeetingList tells a list of meetings with how many joined each, and nobody's
// name but the host's.
func isMeetingList(rows []sheet.Row) bool {
	return slices.ContainsFunc(rows[:min(len(rows), headRows)], func(row sheet.Row) bool {
		col := columnsOf(row, zoomPreamble)
		table := zoomColumns(row)
		return col[zoomTopic] > 0 && col[zoomID] > 0 && col[zoomStart] > 0 && col[zoomCount] > 0 && table[zoomJoin]+table[zoomTotal] == 0 &&
			slices.ContainsFunc(row.Cells, func(h string) bool { return tight(h) == "creationtime" || tight(h) == "haszoomrooms" })
	})
}

// readUsage gives each meeting of a usage report by itself.
func (r *reading) readUsage(z zoomReport, rows []sheet.Row) error {
	clock := r.zoomDates(z, rows)
	var order []string
	of := map[string][]sheet.Row{}
	for _, row := range rows {
		id := zoomNumber(cell(row, z.of[zoomID])) + "\x1f" + cell(row, z.of[zoomStart])
		if of[id] == nil {
			order = append(order, id)
		}
		of[id] = append(of[id], row)
	}
	for _, id := range order {
		one := z
		one.preamble = map[string]string{}
		for role, c := range z.of {
			one.preamble[role] = cell(of[id][0], c)
		}
		one.valuesAt = place{sheet: z.sheet, row: of[id][0].No}
		if err := r.readZoom(one, of[id], clock); err != nil {
			return err
		}
	}
	if len(order) == 0 {
		r.empty(place{sheet: z.sheet, row: z.header.No})
	}
	return nil
}
