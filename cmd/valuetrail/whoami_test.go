package main

import (
	"os/user"
	"strings"
	"testing"
)

func TestWhoDecidesIsKnownWithoutTheEnvironment(t *testing.T) {
	t.Setenv("USER", "")
	t.Setenv("USERNAME", "")
	u, err := user.Current()
	if err != nil {
		t.Skip("the operating system knows nobody here:", err)
	}
	if got := whoami(); got == "" || got == "somebody" || !strings.HasSuffix(u.Username, got) {
		t.Errorf("%q decided, not %q", got, u.Username)
	}
	t.Setenv("USER", "ann")
	if got := whoami(); got != "ann" {
		t.Errorf("%q decided", got)
	}
}
