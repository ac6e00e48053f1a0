package main

import (
	"strings"
	"testing"

	"valuetrail/ingest"
)

func TestNumberThatIsAProposalAndAnotherMembersIDIsRefused(t *testing.T) {
	q := ingest.Question{Shown: "Anne", Candidates: []ingest.Candidate{{Object: "ann"}, {Object: "anna"}}}
	known := ingest.Known{Members: []ingest.Listed{{AliasID: "ann", ListID: "1", Name: "Ann"}, {AliasID: "bo", ListID: "2", Name: "Bo"}}}
	if id, err := memberNamed(q, "1", known); err != nil || id != "ann" {
		t.Errorf("1 is %q, %v", id, err)
	}
	if id, err := memberNamed(q, "2", known); err == nil || !strings.Contains(err.Error(), `2 members are called "2"`) {
		t.Errorf("2 is %q, %v: the second proposal, or Bo?", id, err)
	}
	if id, err := memberNamed(q, "2", ingest.Known{}); err != nil || id != "anna" {
		t.Errorf("without such an id 2 is %q, %v", id, err)
	}
}
