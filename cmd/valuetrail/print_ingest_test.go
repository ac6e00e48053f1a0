package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestProgressShowsNamesAsATerminalMay(t *testing.T) {
	var said bytes.Buffer
	e := env{Stderr: &said, Terminal: true}
	show := e.progress()
	show(1, 3, strings.Repeat("x", 39)+"é and more")
	show(2, 3, "a\x1b]0;title\x07.csv")
	if text := said.String(); !utf8.ValidString(text) || !strings.Contains(text, "xé") || strings.Contains(text, "and more") || strings.Contains(text, "\x1b]") {
		t.Errorf("the terminal gets %q", text)
	}
}
