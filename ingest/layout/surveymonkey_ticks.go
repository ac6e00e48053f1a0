package layout

import (
	"slices"
	"strconv"
	"strings"

	"valuetrail/internal/vocabulary"
)

// uniteTicks gives the columns of a question of several choices the question as
// their wording: each holds nothing but its own label, or its place among them,
// where somebody ticked it. Together they are one question, and asked about
// once. A row of a matrix keeps a wording of its own.
func (x *answersReader) uniteTicks() {
	nth, ticked := map[string]int{}, map[string]bool{}
	for i := range x.a.asks {
		q := &x.a.asks[i]
		nth[q.Of]++
		seen := x.seen[q.Column]
		if seen.filled == 0 || seen.many {
			continue
		}
		asked, isLabel := strings.CutSuffix(first(q.Wording, q.Heading), " - "+seen.first)
		isPlace := q.Of != "" && q.Of != q.Heading && seen.first == strconv.Itoa(nth[q.Of])
		switch {
		case isLabel:
			q.Wording, ticked[asked] = asked, true
		case isPlace && ticked[q.Of]:
			q.Wording = q.Of
		case isPlace && nth[q.Of] == 1 && x.placesUnder(i):
			q.Wording, ticked[q.Of] = q.Of, true
		}
	}
	for i := range x.a.asks {
		q := &x.a.asks[i]
		full := first(q.Wording, q.Heading)
		at := strings.LastIndex(full, " - ")
		if at > 0 && ticked[full[:at]] && (x.seen[q.Column].filled == 0 || isOther(full[at+3:])) {
			q.Wording = full[:at]
		}
	}
}

// isOther tells the option that people fill in.
func isOther(option string) bool {
	loose := vocabulary.Loose(option)
	return slices.ContainsFunc(otherOption, func(word string) bool { return strings.HasPrefix(loose, word) })
}

// placesUnder reports that the columns of one question, from the first on, hold
// each only its own place: 1 under the first, 2 under the second.
func (x *answersReader) placesUnder(from int) bool {
	of, places := x.a.asks[from].Of, 0
	for i := from; i < len(x.a.asks) && x.a.asks[i].Of == of; i++ {
		seen := x.seen[x.a.asks[i].Column]
		if seen.filled == 0 {
			continue
		}
		if seen.many || seen.first != strconv.Itoa(i-from+1) {
			if isBeside(x.a.asks[i].Native) {
				continue
			}
			return false
		}
		places++
	}
	return places >= 2
}
