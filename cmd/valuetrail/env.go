package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"valuetrail/internal/message"
)

// env is what the program is given: streams, clock, and what flags said.
type env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Clock          func() time.Time
	// Terminal is whether stderr is one: progress is for people. Asks is whether
	// somebody sits at stdin.
	Terminal, Asks bool
	// Zone is the machine's time zone, "" where it is not known: init proposes it.
	Zone string
	// Key fixes the key of a new warehouse's pseudonyms; nil makes one.
	Key []byte

	DB, Settings string
	// own is the folder of indicators that the command line names, "" for none.
	own string
	Say message.Printer
}

// exit is an error that ends the program with a code of its own.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string { return e.err.Error() }
func (e *exit) Unwrap() error { return e.err }

// usage is a mistake in the words of a command.
func usage(format string, args ...any) *exit {
	return &exit{exitUsage, fmt.Errorf(format, args...)}
}

// hinted adds what to do.
func (e *exit) hinted(hint string) *exit { return &exit{e.code, &hinted{e.err, hint}} }

// hinted is an error with what to do about it.
type hinted struct {
	error
	hint string
}

func (h *hinted) Hint() string  { return h.hint }
func (h *hinted) Unwrap() error { return h.error }

// errKept says that rows wait for somebody; the words are out already.
var errKept = &exit{exitKept, errors.New("")}

// exits is the published table of exit codes: help and README are made from it.
var exits = []struct {
	Code    int
	Meaning string
}{
	{exitDone, "done"},
	{exitFailed, "failed, or a file could not be read (the others are stored); nothing half-written"},
	{exitUsage, "wrong usage"},
	{exitKept, "done, with something for you to check: rows, findings, or a draft that could not be released"},
}

const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitKept   = 3
)

// run is the whole program: arguments in, exit code out.
func run(ctx context.Context, e env, args []string) int {
	e.Say = message.For("en")
	app := application(&e)
	arranged, err := arrange(app, args)
	if err == nil {
		err = app.RunContext(ctx, arranged)
	}
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil:
		err = errors.New("stopped; nothing of this command was stored")
	}
	return e.fail(err)
}

// fail prints the error and its hint and gives the code to end with.
func (e *env) fail(err error) int {
	code := exitFailed
	var coded *exit
	if errors.As(err, &coded) {
		code = coded.code
	}
	var words cli.ExitCoder // the library's own, of its help; its codes are not ours
	if errors.As(err, &words) && coded == nil {
		code = exitUsage
	}
	if hinted := e.explain(err); hinted {
		return code
	}
	if errors.Is(err, fs.ErrPermission) {
		fmt.Fprintln(e.Stderr, "hint: this folder or file may not be written to; choose another with --db or --out")
	} else if code == exitUsage {
		fmt.Fprintln(e.Stderr, "hint: add --help to see what a command takes")
	}
	return code
}

// explain prints an error and, where it has one, its hint.
func (e *env) explain(err error) (hinted bool) {
	for line := range strings.SplitSeq(err.Error(), "\n") {
		if line != "" {
			fmt.Fprintf(e.Stderr, "valuetrail: %s\n", plainText(line))
		}
	}
	var h interface{ Hint() string }
	if !errors.As(err, &h) || h.Hint() == "" {
		return false
	}
	for line := range strings.SplitSeq(h.Hint(), "\n") {
		fmt.Fprintf(e.Stderr, "hint: %s\n", plainText(line))
	}
	return true
}

// tell prints a line for people, on stderr.
func (e *env) tell(format string, args ...any) {
	fmt.Fprintln(e.Stderr, "valuetrail: "+plainText(fmt.Sprintf(format, args...)))
}

// now is the clock, or what --now said.
func (e *env) now() time.Time { return e.Clock() }

// beside is a file in the folder of the data file.
func (e *env) beside(name string) string { return filepath.Join(filepath.Dir(e.DB), name) }

// exists reports whether there is a file of that name.
func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// hasPlace makes sure that there is a folder to write a file into; option is
// how to name another.
func hasPlace(file, option string) error {
	folder := filepath.Dir(file)
	info, err := os.Stat(folder)
	what := "is not a folder"
	switch {
	case err == nil && info.IsDir():
		return nil
	case errors.Is(err, fs.ErrNotExist):
		what = "is not there"
	case errors.Is(err, fs.ErrPermission):
		what = "may not be entered"
	}
	return &hinted{fmt.Errorf("%s cannot be written: %s %s", filepath.Base(file), spoken(folder), what), "choose another place with " + option}
}

// spoken is a folder as people say it.
func spoken(folder string) string {
	if folder == "." {
		return "this folder"
	}
	return folder
}

// writable puts an error about a place that may not be written to into words;
// others stay.
func writable(err error, file, option string) error {
	if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EROFS) {
		return err
	}
	return &hinted{fmt.Errorf("%s cannot be written: you may not write in %s", filepath.Base(file), spoken(filepath.Dir(file))), "choose another place with " + option}
}

// line prints a line of the result, on stdout.
func (e *env) line(format string, args ...any) {
	fmt.Fprintln(e.Stdout, plainText(fmt.Sprintf(format, args...)))
}
