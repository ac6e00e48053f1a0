package ingest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	"valuetrail/internal/vocabulary"
)

// turningWords turn what a question asks into something else: of two questions
// that differ in one of them, one counts what the other does not.
var turningWords = words("not no never none nothing nobody without cannot neither nor hardly rarely unable stop stopped fail failed less fewer least worse unless except instead before after yet still first again only others")

// askingWords say what a question wants to hear.
var askingWords = words("what who whom whose when where why which how")

// asksTheSame are the items, at most two, whose words are much like those of a
// question, which are answered alike and which its file does not ask already: a
// person may say that the question is one of them in other words.
func asksTheSame(wording string, as Meaning, items []Item, there map[string]bool) []Item {
	type near struct {
		Item
		alike float64
	}
	var all []near
	done := map[string]bool{}
	for _, it := range items {
		text := cmp.Or(it.Text, it.Header)
		alike := alikeness(wording, text)
		if alike >= 0.6 && !there[it.ID] && !done[it.ID] && answeredAlike(as, it) && sameSense(wording, text) {
			done[it.ID] = true
			all = append(all, near{it, alike})
		}
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(a.ID, b.ID)) })
	var out []Item
	for _, n := range all[:min(2, len(all))] {
		out = append(out, n.Item)
	}
	return out
}

// answeredAlike reports whether answers to a question could be answers to an
// item: of the same kind and, where that is known, on the same scale.
func answeredAlike(as Meaning, it Item) bool {
	own := map[string]bool{"choice": true, "multi": true, "text": true} // which of these, few answers do not tell
	switch {
	case it.Kind == "":
		return true
	case own[it.Kind]:
		return own[as.Kind]
	case it.Kind != as.Kind:
		return false
	case it.Kind == "likert" && as.Labels == "" && it.HasMin && it.Labels == "":
		return it.ScaleMin == as.Min
	}
	return true
}

// sameSense reports whether two wordings have the same words of those that turn
// a question round or make it ask for something else, and neither asks of what
// is not wanted where the other does not.
func sameSense(a, b string) bool {
	return soundsBad(a) == soundsBad(b) && maps.Equal(among(a, turningWords), among(b, turningWords)) && maps.Equal(among(a, askingWords), among(b, askingWords))
}

// among are the words of a text that are on a list.
func among(text string, list map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, w := range spoken(text) {
		if list[w] {
			all[w] = true
		}
	}
	return all
}

// nearlyEqual reports whether two questions have the same words that tell
// anything, but for at most one that only one of them has: where a word stands
// in another's place, something else is asked.
func nearlyEqual(a, b string) bool {
	x, y := telling(a), telling(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return len(x) > 0 && sameSense(a, b) && (len(x) == len(y) || len(x) >= 3 && len(y) == len(x)+1)
}

// alikeness is the share of telling words that two questions have in common, 0
// to 1 (Dice's coefficient).
func alikeness(a, b string) float64 {
	x, y := telling(a), telling(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}

// telling are the words of a question that tell what it asks, each in one form:
// use, used and using are the same.
func telling(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range spoken(text) {
		if !plainWords[w] {
			all[stem(w)] = true
		}
	}
	return all
}

// spoken are the words of a text without marks, shortened ones spelt out.
func spoken(text string) []string {
	text = strings.NewReplacer("’", "'", "-", " ", "/", " ").Replace(strings.ToLower(text))
	text = strings.NewReplacer("can't", "cannot", "won't", "will not", "n't", " not").Replace(text)
	return strings.FieldsFunc(vocabulary.Loose(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// stem takes off the endings that make no other word of it.
func stem(w string) string {
	for _, e := range [][2]string{{"ying", "y"}, {"ied", "y"}, {"ies", "y"}, {"ing", ""}, {"ed", ""}, {"es", ""}, {"s", ""}, {"e", ""}} {
		if rest, ok := strings.CutSuffix(w, e[0]); ok && len(rest) >= 2 {
			return rest + e[1]
		}
	}
	return w
}
