package queries

import (
	"fmt"
	"slices"
	"strings"
)

// ObservationColumns are the columns of the SELECT of an indicator's file.
var ObservationColumns = []string{"community", "cohort", "period", "part", "person", "subject", "x", "open", "file_id", "sheet_no", "row_no", "column_no"}

// observing is the file of an indicator as it stands in the splice. For one that a
// user wrote there are no other stories than those open to the audience: consent
// holds whatever the file says.
func observing(ind Indicator) string {
	if !ind.Own {
		return ind.SQL
	}
	var open []string
	for _, t := range ofStories {
		if !slices.Contains(ind.Reads, t) {
			continue
		}
		join := "JOIN open_story AS o ON o.community_id = t.community_id AND o.story_id = t.story_id"
		if t == "story_open" {
			join = "JOIN asked AS o ON o.audience = t.audience"
		}
		open = append(open, fmt.Sprintf("%s AS (SELECT t.* FROM %s AS t %s)", t, t, join))
	}
	with := ""
	if open != nil {
		with = "WITH " + strings.Join(open, ",\n") + "\n"
	}
	return with + "SELECT f." + strings.Join(ObservationColumns, ", f.") + "\nFROM (\n" + strings.TrimSuffix(ind.SQL, "\n") + "\n) AS f"
}
