package queries

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed starter/*
var starterFiles embed.FS

// Starter is a new indicator to change, and its worked example, under an id. An id
// that could not be one, or that one of ours has, is an error.
func Starter(id string) (sql, example string, err error) {
	if !idPattern.MatchString(id) {
		return "", "", fmt.Errorf("%q is no id: want 3 to 41 small letters, digits and _, a letter first", id)
	}
	ours, err := Catalogue()
	if err != nil {
		return "", "", err
	}
	if slices.Contains(IDs(ours), id) {
		return "", "", fmt.Errorf("%q is the id of one of valuetrail's own; choose another", id)
	}
	text := func(name string) string {
		t, err := starterFiles.ReadFile("starter/" + name)
		if err != nil {
			panic(err) // it is embedded
		}
		return strings.ReplaceAll(string(t), "{{id}}", id)
	}
	return text("starter.sql"), text("starter.txtar"), nil
}
