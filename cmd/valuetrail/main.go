// Command valuetrail turns the spreadsheets of a community of practice into
// evidence. It wires the packages of this module; what it does lives there.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/term"
)

// besides is how many bytes the program may take beside what the database's own
// limit allows it; near it memory is looked for more often.
const besides = 384 << 20

// patience is how much garbage may gather before it is looked for, in percent of
// what is in use: a command lives for a second, and half of them for less.
const patience = 400

func main() {
	debug.SetMemoryLimit(besides)
	debug.SetGCPercent(patience)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Clock: time.Now,
		Terminal: term.IsTerminal(int(os.Stderr.Fd())), Asks: term.IsTerminal(int(os.Stdin.Fd())), Zone: zoneHere()}, os.Args)
	stop()
	os.Exit(code)
}
