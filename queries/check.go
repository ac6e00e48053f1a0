package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed checks/*.sql
var checkFiles embed.FS

// Check is one SQL file that lists what is impossible or missing in the data: a
// row a finding, with exactly the columns of CheckColumns. Its header says
//
//	-- id: the name of the file
//	-- severity: one of Severities
//
// and the remark after it says what is listed. The SQL takes $community and, where
// it names them, $today, a day since 1970, and $indicators, the ids of all there
// are, each between two |. What people read is in internal/message under
// check.<id>.what and check.<id>.remedy.
type Check struct {
	ID, Severity, SQL string
}

// CheckColumns are the columns of a check, in this order: the cell, the cohort,
// the member_id of the person, what it is about, up to two days, a number.
var CheckColumns = []string{"file_id", "sheet_no", "row_no", "column_no", "cohort", "who", "thing", "day_no", "other_day", "amount"}

// Severities of a check: what cannot be right, what can but is odd, what waits for
// somebody, what is not there; in the order they are told.
var Severities = []string{"impossible", "doubtful", "waiting", "missing"}

// Checks are all checks, by severity and then by id. A header that is wrong is
// an error with its file.
func Checks() ([]Check, error) {
	return readChecks(checkFiles)
}

func readChecks(files fs.FS) ([]Check, error) {
	names, err := fs.Glob(files, "checks/*.sql")
	if err != nil {
		return nil, fmt.Errorf("checks: %w", err)
	}
	var all []Check
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("checks: %w", err)
		}
		c := Check{SQL: string(text)}
		for line := range strings.Lines(c.SQL) {
			key, value, ok := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "-- "), ": ")
			if !ok || !strings.HasPrefix(line, "-- ") {
				break
			}
			switch key {
			case "id":
				c.ID = value
			case "severity":
				c.Severity = value
			default:
				return nil, fmt.Errorf("%s: unknown key %q (want id, severity)", name, key)
			}
		}
		if c.ID+".sql" != path.Base(name) || !slices.Contains(Severities, c.Severity) {
			return nil, fmt.Errorf("%s: want the header lines -- id: %s and -- severity: one of %s", name, strings.TrimSuffix(path.Base(name), ".sql"), strings.Join(Severities, ", "))
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b Check) int {
		return slices.Index(Severities, a.Severity) - slices.Index(Severities, b.Severity)
	})
	return all, nil
}
