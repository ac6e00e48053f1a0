package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

func TestTerminalGetsNoControlCharactersWhateverHoldsThem(t *testing.T) {
	var said, result bytes.Buffer
	e := env{Stderr: &said, Stdout: &result}
	const hostile = "\x1b]0;title\x07 \u202etxt"
	for _, x := range []any{hostile, errors.New(hostile), []string{hostile}} {
		e.tell("%v", x)
		e.line("%v", x)
	}
	if all := said.String() + result.String(); strings.ContainsAny(all, "\x1b\x07\u202e") || strings.Count(all, "?]0;title? ?txt") != 6 {
		t.Errorf("got %q", all)
	}
}
