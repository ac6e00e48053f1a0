package queries

import "fmt"

// Question is the SQL of ask/<name>.sql: what metrics asks beside indicators.
// A name without a file is a mistake in the program, so it panics.
func Question(name string) string {
	text, err := Files.ReadFile("ask/" + name + ".sql")
	if err != nil {
		panic(fmt.Sprintf("queries: %v", err))
	}
	return string(text)
}
