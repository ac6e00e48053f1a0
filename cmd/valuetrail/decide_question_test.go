package main

import (
	"testing"

	"valuetrail/ingest"
)

func TestAnswersInHalvesAreListedInTheirOrder(t *testing.T) {
	q := ingest.Question{Answers: ingest.Answers{Count: 30, Words: []string{"1.5", "10", "1", "2", "1.25"}}}
	if got := (&env{}).seenAnswers(q); got != "1, 1.25, 1.5, 2, 10" {
		t.Errorf("seen: %s", got)
	}
}
