package warehouse

import (
	"cmp"
	"slices"

	"valuetrail/ingest"
)

// sortKnown puts what SQL gave in no order into one that files decide.
func sortKnown(k *ingest.Known) {
	slices.Sort(k.CohortNames)
	slices.SortFunc(k.Sessions, func(a, b ingest.SessionListed) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.ID, b.ID)) })
}
