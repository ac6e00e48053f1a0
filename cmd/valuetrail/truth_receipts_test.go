package main

import (
	"cmp"
	"path/filepath"
	"strings"
	"testing"

	"valuetrail/ingest"
	"valuetrail/samples"
)

// receiptOf is the receipt of a file of the truth.
func (w *world) receiptOf(f samples.FileTruth) ingest.FileReceipt {
	for _, r := range w.receipt.Files {
		if strings.HasSuffix(filepath.ToSlash(r.File), "exports/"+f.Path) {
			return r
		}
	}
	w.Fatalf("no receipt of %s", f.Path)
	return ingest.FileReceipt{}
}

func TestReceiptsBalanceAndSayWhatIsInEachFile(t *testing.T) {
	inWorlds(t, func(w *world) {
		if len(w.receipt.Files) != len(w.truth.Files) {
			w.Errorf("%d receipts of %d files", len(w.receipt.Files), len(w.truth.Files))
		}
		undated := 0
		for _, f := range w.truth.Files {
			r := w.receiptOf(f)
			rows := r.Rows
			if rows.Read != rows.Loaded+rows.Repeated+rows.ToCheck+rows.Ignored || rows.Read == 0 {
				w.Errorf("%s does not balance: %+v", f.Path, rows)
			}
			if r.Source != f.Source || r.Kind != f.Kind || r.Status != ingest.StatusStored {
				w.Errorf("%s is %s %s, %s; want %s %s", f.Path, r.Source, r.Kind, r.Status, f.Source, f.Kind)
			}
			ignored, said := w.ignoredIn(f), 0
			for reason, n := range rows.Reasons {
				said += n
				if ignored[reason] != n {
					w.Errorf("%s: %d rows ignored as %s, want %d", f.Path, n, reason, ignored[reason])
				}
			}
			// a line of totals is read and ignored: the truth counts it beside the data
			if want := f.DataRows + ignored["summary"]; rows.Read != want || rows.ToCheck != f.ToCheck || rows.Ignored != said {
				w.Errorf("%s: %+v, want %d read and %d to check", f.Path, rows, want, f.ToCheck)
			}
			repeated, want := rows.Repeated, w.repeatedIn(f)
			if f.Source == "own" && (f.Kind == "attendance" || f.Kind == "codebook") { // without a day either list may be the later one
				undated += want - repeated
			} else if repeated != want {
				w.Errorf("%s: %d rows repeated, want %d", f.Path, repeated, want)
			}
		}
		if undated != 0 {
			w.Errorf("of the lists without days %d rows too few are repeated", undated)
		}
	})
}

// ignoredIn counts the rows of a file that give no fact at all, by reason.
func (w *world) ignoredIn(f samples.FileTruth) map[string]int {
	reason := map[string]string{"total": "summary", "bot": "bot", "waiting_room": "waiting_room", "preview": "preview"}
	all := map[string]int{}
	for _, n := range f.Notes {
		if to := reason[n.Reason]; to != "" {
			all[to]++
		}
	}
	return all
}

// repeatedIn counts the rows of a file that another file says again, later.
// Whether they changed in between does not matter: one row counts.
func (w *world) repeatedIn(f samples.FileTruth) int {
	n := 0
	for _, table := range w.truth.Tables {
		for _, r := range table.Rows {
			for _, v := range r.Versions {
				if v.File == f.Path && v != r.Ref {
					n++
				}
			}
		}
	}
	if f.Source != "register" {
		return n
	}
	last := map[samples.Ref]bool{} // rows of the register with a mark that no later copy has
	for _, r := range w.lastRows() {
		last[r.Ref] = true
	}
	seen := map[samples.Ref]bool{}
	for _, r := range w.truth.AttendanceRows {
		if r.Ref.File == f.Path && !last[r.Ref] && !seen[r.Ref] {
			seen[r.Ref] = true
			n++
		}
	}
	return n
}

func TestStoredRowsAreThoseOfTheReceipts(t *testing.T) {
	inWorlds(t, func(w *world) {
		var want []string
		for _, f := range w.receipt.Files {
			want = append(want, w.join(filepath.Base(f.File), f.Rows.Read, f.Rows.Loaded, f.Rows.Repeated, f.Rows.ToCheck, f.Rows.Ignored))
		}
		w.same("source files", w.lines(`SELECT f.name, s.rows_read, s.rows_loaded, s.rows_repeated, s.rows_to_check, s.rows_ignored
			FROM main.source_file AS s JOIN private.file AS f USING (community_id, file_id)`), want)
	})
}

// What a file yields by itself, whatever the others say.
func TestReceiptsCountWhatIsInEachFile(t *testing.T) {
	inWorlds(t, func(w *world) {
		for _, f := range w.truth.Files {
			got, want := w.receiptOf(f).Facts, ingest.Facts{}
			sessions := map[string]bool{}
			for _, r := range w.truth.AttendanceRows {
				if r.Ref.File == f.Path && !r.Waiting && r.Being != "bot" {
					sessions[r.Session] = true
					if r.Status == "present" { // who is invited or excused does not attend
						want.Attendances++
					}
				}
			}
			for _, r := range w.responses() {
				if r.Ref.File == f.Path {
					want.Responses, want.Answers, want.Questions = want.Responses+1, want.Answers+len(r.Answers), len(w.truth.ItemsOf(r.WaveID))
					if r.Unlisted != "" {
						want.Answers++
					}
				}
			}
			want.Sessions, want.Questions = len(sessions), cmp.Or(f.Questions, want.Questions)
			switch f.Kind {
			case "sessions":
				want.Sessions = f.DataRows
			case "stories":
				want.Stories = f.DataRows
			case "story_codes":
				want.Codes = f.DataRows
			}
			got = ingest.Facts{Sessions: got.Sessions, Attendances: got.Attendances, Responses: got.Responses, Answers: got.Answers,
				Questions: got.Questions, Stories: got.Stories, Codes: got.Codes}
			if got != want {
				w.Errorf("%s holds %+v, want %+v", f.Path, got, want)
			}
		}
	})
}
