package main

import (
	"os/user"
	"strings"
	"testing"
)

func TestWindowsAccountDecidesWithoutItsDomain(t *testing.T) {
	for account, want := range map[string]string{`LAKESIDE\ann`: "ann", "ann": "ann", "": ""} {
		if got := withoutDomain(account); got != want {
			t.Errorf("%s decides as %q", account, got)
		}
	}
}

func TestWhoDecidesIsKnownWithoutTheEnvironment(t *testing.T) {
	t.Setenv("USER", "")
	t.Setenv("USERNAME", "")
	u, err := user.Current()
	if err != nil {
		t.Fatalf("this machine's accounts do not name whoever runs the tests, so who decides cannot be checked: %v", err)
	}
	if got := whoami(); got == "" || got == "somebody" || !strings.HasSuffix(u.Username, got) {
		t.Errorf("%q decided, not %q", got, u.Username)
	}
	t.Setenv("USER", "ann")
	if got := whoami(); got != "ann" {
		t.Errorf("%q decided", got)
	}
}
