package ingest

import (
	"testing"

	"valuetrail/internal/vocabulary"
)

func TestWhyAConsentIsProposedIsWhatTheWordsSay(t *testing.T) {
	file := StoredFile{ID: "f", Source: "google forms", Kind: vocabulary.Stories}
	for _, c := range []struct{ code, detail, reason string }{
		{"consent_unclear", "sponsor_anonymous", "words_say"},
		{"consent_unclear", "private", "not_plain"},
		{"word_unknown", "community", "spelt_alike"},
	} {
		all := askOfFaults([]StoredFile{file}, []Fault{{FileID: "f", Code: c.code, Value: "Yes, but without my name", Detail: c.detail}}, Known{}, rulings{})
		if len(all) != 1 || len(all[0].Candidates) < 5 {
			t.Fatalf("%s: %+v", c.code, all)
		}
		same(t, c.code, all[0].Candidates[0], Candidate{Object: c.detail, Shown: c.detail, Reason: c.reason})
	}
}
