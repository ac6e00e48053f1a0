package warehouse

import (
	"cmp"
	"slices"

	"valuetrail/ingest"
)

// sortKnown puts what SQL gave in no order into one that files decide.
func sortKnown(k *ingest.Known) {
	slices.Sort(k.CohortNames)
	slices.SortFunc(k.Items, func(a, b ingest.Item) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Wave, b.Wave)) })
	slices.SortFunc(k.Questions, func(a, b ingest.QuestionSeen) int {
		return cmp.Or(cmp.Compare(a.FileID, b.FileID), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Column, b.Column))
	})
	slices.SortFunc(k.Sessions, func(a, b ingest.SessionListed) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
}
