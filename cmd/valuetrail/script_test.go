package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes this test binary answer to the name of the program: scripts
// and tests that need a process of its own run it from the path.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"valuetrail": main})
}
