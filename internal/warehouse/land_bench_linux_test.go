package warehouse_test

import (
	"archive/zip"
	"bytes"
	"database/sql"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"valuetrail/ingest"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/warehouse"
)

const benchRows, benchColumns = 100_000, 40

// benchRow is a response: an id, when it came, 25 answers on a scale, choices
// and a few words now and then.
func benchRow(random *rand.Rand, row int) []any {
	cells := make([]any, benchColumns)
	for column := range cells {
		switch {
		case column == 0:
			cells[column] = fmt.Sprintf("R_%012x", random.Int63())
		case column < 4:
			cells[column] = 45_000 + random.Float64()*300
		case column < 29:
			cells[column] = 1 + random.Intn(5)
		case column < 37:
			cells[column] = []string{"Strongly agree", "Agree", "Neither", "Disagree, mostly", "Yes", "No", "Not asked"}[random.Intn(7)]
		default:
			cells[column] = fmt.Sprintf("it saved %d days of %d", random.Intn(20), row)
		}
	}
	return cells
}

// wideText writes a survey as text, wideWorkbook the same as a workbook.
func wideText(b *testing.B, path string) {
	var text bytes.Buffer
	random := rand.New(rand.NewSource(1))
	for row := range benchRows {
		for column, cell := range benchRow(random, row) {
			if column > 0 {
				text.WriteByte(',')
			}
			if words, ok := cell.(string); ok {
				fmt.Fprintf(&text, "%q", words)
			} else {
				fmt.Fprint(&text, cell)
			}
		}
		text.WriteByte('\n')
	}
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
}

func wideWorkbook(b *testing.B, path string) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewSource(1))
	for row := range benchRows {
		if err := w.SetRow(fmt.Sprintf("A%d", row+1), benchRow(random, row)); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

// spent is the processor time of the process.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// took is the processor time of do in seconds, and the most memory held
// meanwhile in MiB.
func took(b *testing.B, do func()) (seconds, mebibytes float64) {
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil { // forget the most so far
		b.Fatal(err)
	}
	began := spent()
	do()
	seconds = (spent() - began).Seconds()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kibibytes, err := strconv.Atoi(strings.Fields(after)[0])
	if err != nil {
		b.Fatal(err)
	}
	return seconds, float64(kibibytes) / 1024
}

// emptyWarehouse is where a file can land; a limit of "" is the usual one.
func emptyWarehouse(b *testing.B, limit string) *warehouse.Warehouse {
	w, err := warehouse.Open(b.Context(), filepath.Join(b.TempDir(), "w.duckdb"), warehouse.Options{MemoryLimit: limit})
	if err != nil {
		b.Fatal(err)
	}
	return w
}

// land takes a file into raw rows.
func land(b *testing.B, w *warehouse.Warehouse, path string) {
	if err := w.Store("c").Write(b.Context(), func(batch ingest.Batch) error { return landIn(b, batch, path) }); err != nil {
		b.Fatal(err)
	}
}

func landIn(b *testing.B, batch ingest.Batch, path string) error {
	book, err := sheet.Open(path, sheet.Options{})
	if err != nil {
		return err
	}
	return batch.Land(b.Context(), ingest.Landing{ID: "f", Name: filepath.Base(path), Bytes: book.Size, Delimiter: book.Delimiter, Sheets: book.Sheets})
}

func unpack(b *testing.B, path string) {
	z, err := zip.OpenReader(path)
	if err != nil {
		b.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err == nil {
			_, err = io.Copy(io.Discard, r)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// byDuckDB lets the database read the text by itself.
func byDuckDB(b *testing.B, path string) {
	db, err := sql.Open("duckdb", filepath.Join(b.TempDir(), "d.duckdb"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{"CREATE TABLE t AS SELECT * FROM read_csv('" + path + "', all_varchar = true, header = false)", "CHECKPOINT"} {
		if _, err := db.ExecContext(b.Context(), statement); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLanding100kx40Ratios prints what it costs in processor time to take a
// workbook into raw rows against unpacking it (the bar is 5 times, in 300 MiB),
// and a text against DuckDB's own reading (the bar is once), from one run.
func BenchmarkLanding100kx40Ratios(b *testing.B) {
	workbook, text := filepath.Join(b.TempDir(), "wide.xlsx"), filepath.Join(b.TempDir(), "wide.csv")
	wideWorkbook(b, workbook)
	wideText(b, text)
	for b.Loop() {
		unpacking, _ := took(b, func() { unpack(b, workbook) })
		first, second := emptyWarehouse(b, "128MiB"), emptyWarehouse(b, "128MiB")
		ours, held := took(b, func() { land(b, first, workbook) })
		own, _ := took(b, func() { byDuckDB(b, text) })
		asText, heldText := took(b, func() { land(b, second, text) })
		first.Close()
		second.Close()
		b.ReportMetric(ours/unpacking, "x-unpacking")
		b.ReportMetric(held, "MiB-workbook")
		b.ReportMetric(asText/own, "x-read_csv")
		b.ReportMetric(heldText, "MiB-text")
	}
}
