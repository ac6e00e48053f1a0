package queries

import (
	"fmt"
	"strings"

	"valuetrail/internal/vocabulary"
)

// KnownWords is the SQL of the words that the data of $community call things by:
// the ids, labels and closed words of every table, and what members are. None of
// them says who somebody is or what somebody answered.
func KnownWords() string {
	var all []string
	from := func(table, column string) {
		all = append(all, fmt.Sprintf("SELECT CAST(%s AS text) AS word FROM main.%s WHERE community_id = $community", column, table))
	}
	for _, s := range vocabulary.Sheets {
		if s.Table == "" {
			continue
		}
		for _, f := range s.Fields {
			if f.Person == "" && (f.Holds == vocabulary.ID || f.Holds == vocabulary.Label || f.Holds == vocabulary.Word) {
				from(s.Table, f.Column)
			}
		}
	}
	for _, column := range []string{"cohort_id", "org_unit", "function", "role", "sector", "leave_reason"} {
		from("enrolment", column)
	}
	from("session_cohort", "cohort_id")
	from("story_cycle", "cycle")
	from("period", "period")
	return "SELECT DISTINCT word FROM (\n" + strings.Join(all, "\nUNION ALL\n") + "\n) AS w WHERE word IS NOT NULL"
}
