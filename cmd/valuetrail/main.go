// Command valuetrail turns the spreadsheets of a community of practice into
// evidence. It wires the packages of this module; what it does lives there.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "valuetrail: no command works yet")
	os.Exit(1)
}
