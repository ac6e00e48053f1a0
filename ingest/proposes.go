package ingest

import "strings"

// Proposes reports whether the first candidate is more than the first of a list:
// of two people who fit alike, of a day that can be read two ways and of a mark
// that nobody knows none is proposed.
func (q Question) Proposes() bool {
	if len(q.Candidates) == 0 {
		return false
	}
	first := q.Candidates[0]
	switch q.Kind {
	case AskName:
		return len(q.Candidates) == 1 || first.Score > q.Candidates[1].Score
	case AskOrder:
		return first.Reason != ""
	case AskMark:
		return first.Score > 0
	}
	return true
}

// ReasonOf is the key of the reason why somebody decided to be a member may have
// been proposed, "" where nothing about the names tells.
func ReasonOf(d Decision, known Known) string {
	if d.Verdict != "same" {
		return ""
	}
	member := ""
	for _, a := range known.Aliases {
		if a.ID == d.Object && a.Name != "" {
			member = a.Name
		}
	}
	best, reason := 0.0, ""
	for _, a := range known.Aliases {
		if a.ID != d.Subject && a.SameAs != d.Subject || a.Name == "" || member == "" {
			continue
		}
		score, why := likeness(a.Name, member)
		if strings.EqualFold(a.Name, member) {
			score, why = 1, reasonSameName
		}
		if score >= nearEnough && score > best {
			best, reason = score, why
		}
	}
	return reason
}
