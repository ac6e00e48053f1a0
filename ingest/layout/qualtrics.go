package layout

import (
	"encoding/json"
	"regexp"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// Qualtrics reads response exports: names, question texts and ImportIds above
// the answers in CSV, names and texts in a workbook, V1..V10 in older files.
type Qualtrics struct{}

// Source implements Layout.
func (Qualtrics) Source() string { return "qualtrics" }

// qualtricsMeta leads tight names of metadata, in any spelling the platform
// has used, to one name each.
var qualtricsMeta = map[string]string{
	"startdate": "start", "enddate": "end", "status": "status", "responsetype": "status", "ipaddress": "ip", "progress": "progress",
	"durationinseconds": "duration", "duration": "duration", "finished": "finished", "recordeddate": "recorded", "responseid": "id", "recordid": "id",
	"recipientlastname": "last", "recipientfirstname": "first", "recipientemail": "email", "emailaddress": "email", "email": "email", "name": "name", "recipientname": "name",
	"externalreference": "external", "externaldatareference": "external", "locationlatitude": "lat", "locationlongitude": "long", "locationaccuracy": "accuracy",
	"distributionchannel": "channel", "userlanguage": "language", "responseset": "set",
}

var (
	legacyName   = regexp.MustCompile(`^V\d{1,2}$`)
	displayOrder = regexp.MustCompile(`_DO(_|$)`)
)

// qualtricsSheet is where things stand on a sheet.
type qualtricsSheet struct {
	no      int
	names   sheet.Row
	texts   sheet.Row
	imports []importID // by column, nil without that row
	above   int        // heading rows
	meta    map[string]int
	isMeta  map[int]bool
	zone    string
}

// importID is what the third heading row says of a column.
type importID struct {
	ID       string `json:"ImportId"`
	Choice   string `json:"choiceId"`
	TimeZone string `json:"timeZone"`
}

// findQualtrics reads the headings; false when they are of another tool.
func findQualtrics(no int, rows []sheet.Row) (qualtricsSheet, bool) {
	q := qualtricsSheet{no: no, meta: map[string]int{}, isMeta: map[int]bool{}}
	if len(rows) == 0 {
		return q, false
	}
	q.names, q.above = rows[0], 1
	legacy := legacyName.MatchString(cell(rows[0], 1)) && len(rows) > 1
	if legacy {
		q.texts, q.above = rows[1], 2
	}
	q.findMeta(q.names)
	if legacy {
		q.findMeta(q.texts)
	}
	for q.above < len(rows) && q.above < 3 && q.imports == nil {
		row := rows[q.above]
		if ids, ok := readImports(row); ok {
			q.takeImports(ids)
		} else if q.above == 1 && q.isHeading(row) {
			q.texts = row
		} else {
			break
		}
		q.above++
	}
	return q, q.imports != nil || q.meta["id"] > 0 && len(q.meta) >= 3 || len(q.meta) >= 5
}

func (q *qualtricsSheet) findMeta(row sheet.Row) {
	for i := range row.Cells {
		m, ok := qualtricsMeta[tight(cell(row, i+1))]
		if _, taken := q.meta[m]; ok && !taken {
			q.meta[m], q.isMeta[i+1] = i+1, true
		}
	}
}

// isHeading reports that the row under the names is no response: no date
// stands under a date.
func (q *qualtricsSheet) isHeading(row sheet.Row) bool {
	if strings.HasPrefix(cell(row, q.meta["id"]), "R_") {
		return false
	}
	for _, m := range []string{"start", "end", "recorded"} {
		if c := q.meta[m]; c > 0 {
			_, isDate := readDate(cell(row, c))
			return !isDate && cell(row, c) != ""
		}
	}
	return q.meta["id"] > 0 && cell(row, q.meta["id"]) != ""
}

func readImports(row sheet.Row) ([]importID, bool) {
	ids := make([]importID, len(row.Cells))
	found := 0
	for i, c := range row.Cells {
		if strings.HasPrefix(strings.TrimSpace(c), "{") && json.Unmarshal([]byte(c), &ids[i]) == nil && ids[i].ID != "" {
			found++
		}
	}
	return ids, found > 0 && found*2 >= len(row.Cells)
}

// takeImports lets the ImportIds decide what is metadata: names can be changed.
func (q *qualtricsSheet) takeImports(ids []importID) {
	q.imports = ids
	q.meta, q.isMeta = map[string]int{}, map[int]bool{}
	for i, id := range ids {
		if id.TimeZone != "" && q.zone == "" {
			q.zone = id.TimeZone
		}
		m, ok := qualtricsMeta[tight(id.ID)]
		if _, taken := q.meta[m]; ok && !taken {
			q.meta[m], q.isMeta[i+1] = i+1, true
		}
	}
}

// Match implements Layout.
func (Qualtrics) Match(b *sheet.Book) (float64, error) {
	for _, s := range b.Sheets {
		rows, err := firstRows(s, 4)
		if err != nil {
			return 0, err
		}
		q, ok := findQualtrics(s.No, rows)
		switch {
		case ok && q.imports != nil:
			return 0.99, nil
		case ok && (q.meta["id"] > 0 || q.meta["channel"] > 0):
			return 0.93, nil
		}
	}
	return 0, nil
}

// Read implements Layout.
func (Qualtrics) Read(b *sheet.Book, said Said, to Sink) (Summary, error) {
	r := newReading("qualtrics", vocabulary.Survey, b, said, to)
	r.sum.Values = map[string]map[string]int{"Status": {}, "Finished": {}}
	for _, s := range b.Sheets {
		head, err := firstRows(s, 4)
		if err != nil {
			return r.finish(), err
		}
		q, ok := findQualtrics(s.No, head)
		if !ok {
			r.sum.Skipped["other_sheet"] += len(head)
			continue
		}
		r.read++
		if err := r.readQualtrics(s, q); err != nil {
			return r.finish(), err
		}
		r.sum.Skipped["blank"] += s.BlankRows()
	}
	return r.done()
}

// responseZone is the zone of the file's times: the one the file names, else
// the one that was said, else UTC.
func (r *reading) responseZone(q qualtricsSheet) *time.Location {
	if q.zone != "" {
		z, err := time.LoadLocation(q.zone)
		if err == nil {
			return z
		}
		r.note(place{sheet: q.no, row: q.names.No}, "zone_unknown", q.zone, "")
	}
	r.assumeZone()
	return r.said.Zone
}
