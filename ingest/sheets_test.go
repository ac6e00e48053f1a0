package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"valuetrail/internal/vocabulary"
)

// sample is a valid value for the n-th field of a sheet, and what the warehouse
// should hold of it.
func sample(f vocabulary.Field, n int) (written, kept string) {
	switch f.Holds {
	case vocabulary.Word:
		w := f.Choice.Words[len(f.Choice.Words)-1]
		return w, w
	case vocabulary.Day:
		return fmt.Sprintf("2025-10-%02d", n%28+1), fmt.Sprint(20362 + n%28)
	case vocabulary.Instant:
		return fmt.Sprintf("2025-10-%02dT10:30:00Z", n%28+1), fmt.Sprintf("2025-10-%02d 10:30:00 +0000 UTC", n%28+1)
	case vocabulary.Clock:
		return "14:05", "14:05"
	case vocabulary.Number:
		return fmt.Sprintf("%d.5", n+1), fmt.Sprintf("%d.5", n+1)
	case vocabulary.Whole:
		return fmt.Sprint(n + 2), fmt.Sprint(n + 2)
	case vocabulary.Flag:
		return "yes", "true"
	case vocabulary.List:
		if f.Heading == "cycles" {
			return "applied | realised", "applied;realized"
		}
		return "one | two", "one;two"
	case vocabulary.People:
		return "p7; p8", "p7 p8"
	case vocabulary.MemberID:
		return "m" + f.Person, "m" + f.Person
	case vocabulary.Name:
		return "Name of " + f.Person, ""
	case vocabulary.Email:
		return f.Person + "@firm.org", ""
	case vocabulary.Text:
		return fmt.Sprintf("Words, \"quoted\" and %d", n), fmt.Sprintf("Words, \"quoted\" and %d", n)
	}
	return fmt.Sprintf("%s-%d", f.Heading, n), fmt.Sprintf("%s-%d", f.Heading, n)
}

// There is one mechanism for the sheets, not thirty: what is written under a
// heading stands in its column, text apart, and people as who they are.
func TestEverySheetsCellsReachTheirColumns(t *testing.T) {
	for _, s := range vocabulary.Sheets {
		if s.Landed || s.Table == "" {
			continue
		}
		t.Run(string(s.Kind), func(t *testing.T) {
			var headings, cells []string
			for n, f := range s.Fields {
				written, _ := sample(f, n)
				headings = append(headings, f.Heading)
				cells = append(cells, `"`+strings.ReplaceAll(written, `"`, `""`)+`"`)
			}
			h := newHouse(t, twoCohorts).take("own.csv", strings.Join(headings, ",")+"\n"+strings.Join(cells, ",")+"\n")
			if f := h.last.Files[0]; f.Kind != string(s.Kind) || f.Rows.Loaded != 1 || len(f.Problems) > 0 {
				t.Fatalf("kind %s, rows %+v, problems %+v", f.Kind, f.Rows, f.Problems)
			}
			columns := s.Columns()
			for n, f := range s.Fields {
				checkCell(h, s, f, columns, n)
			}
			h.want("the row's place", "SELECT file_id, sheet_no, row_no, column_no, counts FROM main."+s.Table, h.ids["own.csv"]+" 1 2 0 true")
		})
	}
}

func checkCell(h *house, s vocabulary.Sheet, f vocabulary.Field, columns []vocabulary.Column, n int) {
	h.t.Helper()
	_, want := sample(f, n)
	from := "main." + s.Table + " AS f"
	switch {
	case f.Person != "":
		h.want(f.Heading+" is a person", fmt.Sprintf("SELECT a.kind, i.member_id = f.%s FROM %s JOIN private.alias AS a ON a.alias_id = f.%[1]s JOIN main.identity AS i ON i.alias_id = a.alias_id WHERE a.file_id = f.file_id",
			vocabulary.AliasColumn(f.Person), from), bestKind(s, f.Person)+" true")
	case f.Holds == vocabulary.People:
		h.want(f.Heading+" are people", fmt.Sprintf("SELECT string_agg(a.handle, ' ' ORDER BY a.handle) FROM (SELECT unnest(string_split(%s_alias_ids, ';')) AS id FROM %s) AS x JOIN private.alias AS a ON a.alias_id = x.id",
			strings.TrimSuffix(f.Column, "_ids"), from), want)
	case f.Holds == vocabulary.Text:
		h.want(f.Heading+" is a text", fmt.Sprintf("SELECT t.words FROM %s JOIN private.text AS t ON t.text_id = f.%s_text_id", from, f.Column), want)
	default:
		h.want(f.Heading, fmt.Sprintf("SELECT f.%s FROM %s", f.Column, from), want)
	}
}

// bestKind is the surest way that a sheet with every cell filled tells a person.
func bestKind(s vocabulary.Sheet, person string) string {
	for _, k := range []struct {
		holds vocabulary.Holds
		kind  string
	}{{vocabulary.MemberID, "member"}, {vocabulary.Email, "email"}} {
		for _, f := range s.Fields {
			if f.Person == person && f.Holds == k.holds {
				return k.kind
			}
		}
	}
	return "name"
}

// What lies outside the schema private holds no name, e-mail or text; the
// labels of a scale, which the question list gives, are no one's.
func TestNothingOfAnySheetTellsWhoOutsideThePrivateSchema(t *testing.T) {
	var files []string
	for _, s := range vocabulary.Sheets {
		if s.Landed {
			continue
		}
		var headings, cells []string
		for n, f := range s.Fields {
			written, _ := sample(f, n)
			if f.Holds == vocabulary.Text || f.Identifies() {
				written = "Secretive " + f.Heading
			}
			if f.Holds == vocabulary.Email {
				written = "secretive@firm.org"
			}
			headings, cells = append(headings, f.Heading), append(cells, written)
		}
		files = append(files, "secretive "+string(s.Kind)+".csv", strings.Join(headings, ",")+",More\n"+strings.Join(cells, ",")+",secretive\n")
	}
	h := newHouse(t, twoCohorts).take(files...)
	for _, table := range vocabulary.Tables() {
		if table.Private || table.Name == "item_label" {
			continue
		}
		for _, line := range h.lines("SELECT * FROM " + table.Qualified()) {
			if strings.Contains(strings.ToLower(line), "secretive") {
				t.Errorf("%s holds %s", table.Name, line)
			}
		}
	}
	h.want("it is all there", "SELECT count(*) > 30 FROM private.text WHERE words ILIKE 'secretive%'", "true")
}
