package ingest

import "time"

// dayNo is a day 2006-01-02 (or an instant) as days since 1970, 0 when s is
// neither.
func dayNo(s string) int {
	if len(s) < 10 {
		return 0
	}
	t, err := time.Parse(time.DateOnly, s[:10])
	if err != nil {
		return 0
	}
	return int(t.Unix() / 86400)
}
