package layout

import (
	"strconv"
	"strings"
	"time"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// responses reads the rows under the headings of one sheet.
type responses struct {
	*reading
	q       qualtricsSheet
	clock   map[int]dates // by column
	in      *time.Location
	own     map[string]int // survey fields that the survey carries itself
	open    place
	example string
	beyond  beyondHeadings
}

func (r *reading) readQualtrics(s *sheet.Sheet, q qualtricsSheet) error {
	a := &responses{reading: r, q: q, clock: map[int]dates{}, own: map[string]int{}}
	r.sum.Skipped["heading"] += q.above
	r.sum.Columns = max(r.sum.Columns, len(q.names.Cells))
	if err := a.decideOrders(s); err != nil {
		return err
	}
	a.in = r.responseZone(q)
	a.columns()
	n := 0
	for row, err := range s.Rows() {
		if err != nil {
			return err
		}
		if n++; n <= q.above {
			continue
		}
		if err := a.readRow(row); err != nil {
			return err
		}
	}
	if n == q.above {
		r.empty(place{sheet: q.no, row: q.names.No})
	}
	a.beyond.tell(r, q.no)
	if a.open.row > 0 {
		r.problem(a.open, "date_order_unknown", a.example, "")
	}
	return nil
}

// decideOrders reads the sheet once for the order of its days.
func (a *responses) decideOrders(s *sheet.Sheet) error {
	for _, m := range []string{"start", "end", "recorded"} {
		c := a.q.meta[m]
		if c == 0 {
			continue
		}
		var column dateColumn
		n := 0
		for row, err := range s.Rows() {
			if err != nil {
				return err
			}
			if n++; n > a.q.above && !isISO(row.Cell(c)) {
				column.add(row.Cell(c))
			}
		}
		order := column.order()
		if !column.forced() && !column.mixed() && a.said.DateOrder != "" {
			order = a.said.DateOrder
		}
		a.clock[c] = dates{order: order}
	}
	return nil
}

// columns sorts the columns into metadata, fields of a survey and questions.
func (a *responses) columns() {
	for i := range a.q.names.Cells {
		c := i + 1
		name := cell(a.q.names, c)
		if name == "" && cell(a.q.texts, c) == "" || a.q.isMeta[c] || displayOrder.MatchString(name) {
			continue
		}
		switch t := vocabulary.Loose(name); t {
		case "wave id", "session id", "cohort", "respondent id", "member id":
			h := map[string]string{"member id": "respondent_id"}[t]
			if h == "" {
				h = strings.ReplaceAll(t, " ", "_")
			}
			a.own[h] = c
			continue
		}
		q := Question{Sheet: a.q.no, Column: c, Heading: name, Wording: strings.TrimSpace(a.q.texts.Cell(c))}
		if i < len(a.q.imports) {
			id := a.q.imports[i]
			q.Native = id.ID
			if id.Choice != "" && !strings.HasSuffix(id.ID, "_"+id.Choice) {
				q.Native += "_" + id.Choice
			}
		}
		a.sum.Questions = append(a.sum.Questions, q)
	}
}

// readRow gives one response, or says why not.
func (a *responses) readRow(row sheet.Row) error {
	get := func(m string) string {
		if v := cell(row, a.q.meta[m]); !FailedFormula(v) {
			return v
		}
		return ""
	}
	if ids, ok := readImports(row); ok && len(ids) > 1 {
		a.sum.Skipped["heading"]++
		return nil
	}
	a.sum.Read++
	for c := len(a.q.names.Cells) + 1; c <= len(row.Cells); c++ {
		if !sheet.Blank(row.Cell(c)) {
			a.beyond.add(row, c)
		}
	}
	if v := get("status"); v != "" {
		a.sum.Values["Status"][v]++
	}
	if v := get("finished"); v != "" {
		a.sum.Values["Finished"][v]++
	}
	if reason := unreal(get("status"), get("channel")); reason != "" {
		a.ignore(reason)
		return nil
	}
	submitted, ok := a.submitted(row)
	if !ok {
		a.sum.ToCheck++
		return nil
	}
	a.tellFailed(a.q.no, row)
	fields := surveyForm.fill("wave_id", first(cell(row, a.own["wave_id"]), a.said.Wave), "respondent_id", first(cell(row, a.own["respondent_id"]), get("external")),
		"email", get("email"), "respondent_name", first(get("name"), tidy(get("first")+" "+get("last"))), "submitted_at", submitted, "session_id", cell(row, a.own["session_id"]), "cohort", cell(row, a.own["cohort"]),
		"response_id", get("id"), "complete", complete(get("finished"), get("progress")))
	key := ""
	if id := get("id"); id != "" {
		key = "qualtrics|" + id
	}
	return a.to.Row(Row{Kind: vocabulary.Survey, Sheet: a.q.no, Row: row.No, Fields: fields, Key: key, Modified: submitted})
}

// submitted is when a response was recorded, else ended, else begun. The file's
// own span is that of the beginnings.
func (a *responses) submitted(row sheet.Row) (string, bool) {
	instant := ""
	began := "start"
	if a.q.meta["start"] == 0 {
		began = "recorded"
	}
	for _, m := range []string{"recorded", "end", "start"} {
		c := a.q.meta[m]
		text := cell(row, c)
		if text == "" {
			continue
		}
		at := place{a.q.no, row.No, c}
		t, ok, open := a.clock[c].read(text)
		switch {
		case open:
			if a.open.row == 0 {
				a.open, a.example = at, text
			}
			return "", false
		case !ok:
			a.problem(at, "instant_unreadable", text, "")
			return "", false
		}
		if m == began {
			a.span.add(t)
		}
		if instant == "" {
			instant = t.instantOrNoon(a.in)
		}
	}
	return instant, true
}

// unreal is the reason why a response is none: previews, tests, spam.
func unreal(status, channel string) string {
	if code, err := strconv.Atoi(status); err == nil {
		switch {
		case code&8 != 0:
			return "spam"
		case code == 1 || code == 17:
			return "preview"
		case code == 2:
			return "test"
		}
	}
	for _, s := range []string{strings.ToLower(status), strings.ToLower(channel)} {
		switch {
		case strings.Contains(s, "spam"):
			return "spam"
		case strings.Contains(s, "preview"):
			return "preview"
		case strings.Contains(s, "test"):
			return "test"
		}
	}
	return ""
}

// complete is yes or no, "" when the file does not say.
func complete(finished, progress string) string {
	if w, err := yesNo.Parse(finished); err == nil && w != "" {
		return w
	}
	if n, ok := whole(progress); ok {
		if n >= 100 {
			return "yes"
		}
		return "no"
	}
	return ""
}
