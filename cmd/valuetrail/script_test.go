package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"valuetrail/internal/warehouse"
)

// TestMain makes this test binary answer to the name of the program: scripts
// and tests that need a process of its own run it from the path.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"valuetrail": main})
}

// TestManual plays the scripts in testdata/script: what people type, what they
// read, and how it ends. They are the manual of wrong and right use.
func TestManual(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE") == "1",
		Setup: func(s *testscript.Env) error {
			if _, err := copySamples(filepath.Join(s.WorkDir, "lakeside")); err != nil {
				return err
			}
			return os.MkdirAll(filepath.Join(s.WorkDir, "home"), 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"done": ends(exitDone), "failed": ends(exitFailed), "misused": ends(exitUsage), "kept": ends(exitKept),
			"workbook": makeWorkbook, "database": makeDatabase, "busy": makeBusy, "saysonly": saysOnly,
			"cell": writeCell, "cells": inCells,
		},
	})
}

// ends gives a command of the scripts, such as `failed valuetrail report`: it
// runs the rest of its line and holds the exit code. What ends in a mistake
// says so on stderr, with a hint, and prints no result.
func ends(code int) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, not bool, args []string) {
		if not || len(args) == 0 {
			ts.Fatalf("usage: done|failed|misused|kept command…")
		}
		got := 0
		if err := ts.Exec(args[0], args[1:]...); err != nil {
			var ended *exec.ExitError
			if !errors.As(err, &ended) {
				ts.Fatalf("%v", err)
			}
			got = ended.ExitCode()
		}
		if got != code {
			ts.Fatalf("exit code %d, want %d", got, code)
		}
		if code == exitFailed || code == exitUsage {
			complaint(ts)
		}
	}
}

// complaint holds the shape of every error: lines that begin with the program's
// name, then a hint, or one for each of several faults, and nothing of the
// insides of the program.
func complaint(ts *testscript.TestScript) {
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("a mistake, and yet a result:\n%s", out)
	}
	lines := strings.Split(strings.TrimSpace(ts.ReadFile("stderr")), "\n")
	last := len(lines) - 1
	if last < 1 || !strings.HasPrefix(lines[last], "hint: ") {
		ts.Fatalf("no hint in the last line")
	}
	for last > 1 && strings.HasPrefix(lines[last-1], "hint: ") {
		last--
	}
	for _, line := range lines[:last] {
		if !strings.HasPrefix(line, "valuetrail: ") {
			ts.Fatalf("a line that does not begin with the program's name: %s", line)
		}
	}
	for _, inside := range []string{"goroutine", "panic", "sql:", "driver", "IO Error", ".go:", "%!", "<nil>", "errno", "no such file or directory", "open /"} {
		if strings.Contains(strings.Join(lines, "\n"), inside) {
			ts.Fatalf("the words show the insides of the program: %q", inside)
		}
	}
}

// saysOnly holds that the last command printed nothing but what one line says.
func saysOnly(ts *testscript.TestScript, not bool, args []string) {
	if got := strings.TrimSpace(ts.ReadFile("stdout")); not || len(args) != 1 || got != args[0] {
		ts.Fatalf("stdout is %q", got)
	}
}

// makeWorkbook is `workbook FILE.xlsx FROM.csv [PASSWORD]`.
func makeWorkbook(ts *testscript.TestScript, not bool, args []string) {
	if not || len(args) < 2 {
		ts.Fatalf("usage: workbook FILE.xlsx FROM.csv [PASSWORD]")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[1]))).ReadAll()
	ts.Check(err)
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		ts.Check(f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row))
	}
	var o excelize.Options
	if len(args) > 2 {
		o.Password = args[2]
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[0]), o))
}

// makeDatabase is `database stranger FILE`, one of another program, or
// `database newer FILE`, ours as a later version leaves it.
func makeDatabase(ts *testscript.TestScript, not bool, args []string) {
	if not || len(args) != 2 {
		ts.Fatalf("usage: database stranger|newer FILE")
	}
	db, err := sql.Open("duckdb", ts.MkAbs(args[1]))
	ts.Check(err)
	defer db.Close()
	statement := "CREATE TABLE invoice (number integer)"
	if args[0] == "newer" {
		statement = "INSERT INTO main.schema_step VALUES ('schema/9999_later.sql', 'abc', now())"
	}
	_, err = db.Exec(statement)
	ts.Check(err)
}

// makeBusy is `busy FILE`: another valuetrail writes to the data file until the
// script ends.
func makeBusy(ts *testscript.TestScript, not bool, args []string) {
	if not || len(args) != 1 {
		ts.Fatalf("usage: busy FILE")
	}
	at := time.Date(2026, 7, 3, 14, 3, 0, 0, time.UTC)
	w, err := warehouse.Open(context.Background(), ts.MkAbs(args[0]), warehouse.Options{Command: "ingest", Now: func() time.Time { return at }})
	ts.Check(err)
	ts.Defer(func() { ts.Check(w.Close()) })
}
