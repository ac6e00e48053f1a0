package ingest_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"valuetrail/ingest"
	"valuetrail/ingest/layout"
)

const (
	asistenciaFebrero = "Apellidos y nombre;Correo;Fecha de la sesión;Asistió;Minutos\nRuiz, Ana;ana@ejemplo.es;13/02/2026;Sí;45,5\nMora, Luis;luis@ejemplo.es;13/02/2026;No;\n"
	asistenciaMarzo   = "Correo;Apellidos y nombre;Fecha de la sesión;Minutos;Asistió\nana@ejemplo.es;Ruiz, Ana;14/03/2026;30;Sí\n"
)

// table is the only open question about a table.
func (h *house) table() ingest.Question {
	h.t.Helper()
	var found []ingest.Question
	for _, q := range h.last.Questions {
		if q.Kind == ingest.AskTable {
			found = append(found, q)
		}
	}
	if len(found) != 1 {
		h.t.Fatalf("%d questions about tables: %s", len(found), h.questions())
	}
	return found[0]
}

// asProposed is the decision of somebody who agrees to a proposal.
func asProposed(day string, q ingest.Question) ingest.Decision {
	return ruled(day, ingest.AskTable, q.Subject, q.Table.Told.String())
}

func TestATableThatNobodyKnowsWaitsAndIsReadWithoutItsFile(t *testing.T) {
	h := newHouse(t, twoCohorts).take("febrero.csv", asistenciaFebrero)
	f := h.last.Files[0]
	if f.Status != ingest.StatusUnknown || f.Rows.Read != 2 || f.Rows.ToCheck != 2 || !h.last.Kept() {
		t.Errorf("%s, rows %+v", f.Status, f.Rows)
	}
	waits, q := h.dump(), h.table()
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{asProposed("01", q)}})
	h.want("attendance", attended, "2026-02-13 absent 1; 2026-02-13 present 1")
	decided := h.dump()

	first := newHouse(t, twoCohorts).run(nil, ingest.Options{Decisions: []ingest.Decision{asProposed("01", q)}}).take("febrero.csv", asistenciaFebrero)
	sameDump(t, first.dump(), decided)
	if len(first.last.Questions) != 0 || first.last.Files[0].Status != ingest.StatusStored || first.last.Files[0].Rows.Loaded != 2 {
		t.Errorf("what was decided before asks %q, receipt %+v", first.questions(), first.last.Files[0])
	}
	back := asProposed("01", q)
	back.Verdict = ""
	sameDump(t, h.again([]ingest.Decision{back}).dump(), waits)
}

func TestNextMonthsTableOfTheSameHeadingsIsReadWithoutAQuestion(t *testing.T) {
	h := newHouse(t, twoCohorts).take("febrero.csv", asistenciaFebrero)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{asProposed("01", h.table())}}).take("marzo.csv", asistenciaMarzo)
	if f := h.last.Files[0]; f.Status != ingest.StatusStored || f.Rows.Loaded != 1 || f.Source != layout.TableSource || len(h.last.Questions) != 0 {
		t.Errorf("%+v; asks %q", f, h.questions())
	}
	h.want("attendance", attended, "2026-02-13 absent 1; 2026-02-13 present 1; 2026-03-14 present 1")
	h.take("marzo.csv", asistenciaMarzo)
	if f := h.last.Files[0]; f.Status != ingest.StatusKnown {
		t.Errorf("the same bytes again: %s", f.Status)
	}
}

func TestATableWithOtherHeadingsIsProposedAsBeforeAndNeverReadInSilence(t *testing.T) {
	h := newHouse(t, twoCohorts).take("febrero.csv", asistenciaFebrero)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{asProposed("01", h.table())}})
	h.take("abril.csv", "Correo;Apellidos y nombre;Día;Minutos;Asistió;Sala\njoan@ejemplo.es;Mas, Joan;21/04/2026;30;Sí;A\n")
	if f := h.last.Files[0]; f.Rows.Loaded != 0 || f.Rows.ToCheck != 1 {
		t.Errorf("%+v", f.Rows)
	}
	p := h.table().Table
	if strings.Join(p.New, " ") != "Día Sala" || strings.Join(p.Gone, " ") != "Fecha de la sesión" {
		t.Errorf("new %q, gone %q", p.New, p.Gone)
	}
	if p.Told.Columns["día"] != "session_date" || p.Told.Columns["sala"] != layout.RoleLeftOut || p.Of == "" {
		t.Errorf("%+v", p.Told)
	}
}

func TestATableThatIsSomethingElseThanProposedIsFilledUp(t *testing.T) {
	h := newHouse(t, twoCohorts).take("febrero.csv", asistenciaFebrero)
	q := h.table()
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskTable, q.Subject, layout.Told{Kind: "roster"}.String())}})
	h.want("members", "SELECT count(*) FROM main.member WHERE listed", "2")
	h.want("no attendance", attended, "")
}

func TestATableLeftOutIsNotAskedAboutAgain(t *testing.T) {
	h := newHouse(t, twoCohorts).take("febrero.csv", asistenciaFebrero)
	h.run(nil, ingest.Options{Decisions: []ingest.Decision{ruled("01", ingest.AskTable, h.table().Subject, layout.Told{Kind: layout.KindLeftOut}.String())}})
	if f := h.last.Anew[0]; f.Rows.Ignored != 2 || f.Rows.Reasons["left_out"] != 2 || f.Rows.ToCheck != 0 || len(h.last.Questions) != 0 {
		t.Errorf("%+v; asks %q", f.Rows, h.questions())
	}
	h.take("marzo.csv", asistenciaMarzo)
	if f := h.last.Files[0]; f.Rows.Ignored != 1 || h.last.Kept() || len(h.last.Questions) != 0 {
		t.Errorf("next month: %+v; asks %q", f.Rows, h.questions())
	}
}

func TestFlagsSayWhatATableIsAndAreRemembered(t *testing.T) {
	h := newHouse(t, twoCohorts)
	path := filepath.Join(h.dir, "febrero.csv")
	if err := os.WriteFile(path, []byte(asistenciaFebrero), 0o600); err != nil {
		t.Fatal(err)
	}
	said := ingest.Decision{At: "2026-01-01T10:00:00Z", Who: "me", Object: layout.Told{Kind: "attendance", Columns: map[string]string{"minutos": layout.RoleLeftOut}}.String()}
	h.run([]string{path}, ingest.Options{Table: &said})
	if f := h.last.Files[0]; f.Rows.Loaded != 2 || f.Facts.MinutesSum != 0 {
		t.Errorf("%+v %+v", f.Rows, f.Facts)
	}
	h.take("marzo.csv", asistenciaMarzo)
	if f := h.last.Files[0]; f.Rows.Loaded != 1 || f.Facts.MinutesSum != 0 || len(h.last.Questions) != 0 {
		t.Errorf("next month: %+v, %+v; asks %q", f.Rows, f.Facts, h.questions())
	}
}

func TestOfSeveralColumnsThatAreInNoFileTheFirstIsNamed(t *testing.T) {
	h := newHouse(t, twoCohorts)
	path := filepath.Join(h.dir, "febrero.csv")
	if err := os.WriteFile(path, []byte(asistenciaFebrero), 0o600); err != nil {
		t.Fatal(err)
	}
	out := layout.RoleLeftOut
	said := ingest.Decision{At: "2026-01-01T10:00:00Z", Who: "me", Object: layout.Told{Kind: "attendance", Columns: map[string]string{"e": out, "d": out, "minuto": out, "z": out, "minutos": out}}.String()}
	_, err := ingest.Run(t.Context(), h.w.Store("c"), []string{path}, ingest.Options{Settings: h.basis.Settings, Fingerprint: h.basis.Fingerprint, Say: wordless{}, Table: &said})
	var unknown *ingest.UnknownColumnError
	if !errors.As(err, &unknown) || unknown.Column != "d" || !unknown.Asked {
		t.Errorf("%+v, %v", unknown, err)
	}
}

func TestTwoSurveysThatNumberAlikeAreTwo(t *testing.T) {
	h := newHouse(t, twoCohorts)
	said := ingest.Decision{At: "2026-01-01T10:00:00Z", Who: "me", Object: layout.Told{Kind: "survey"}.String()}
	for name, text := range map[string]string{"a.csv": "Nr,Zeitpunkt,Wie war es?\n1,2026-02-01 10:00,gut\n", "b.csv": "Nr,Zeitpunkt,Was fehlte?\n1,2026-02-01 10:00,nichts\n"} {
		path := filepath.Join(h.dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		h.run([]string{path}, ingest.Options{Table: &said})
	}
	h.want("responses", "SELECT count(*) FROM main.response WHERE counts", "2")
}
