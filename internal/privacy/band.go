package privacy

import "slices"

// besideBands takes away what would narrow a band, in place: that each of several
// parts is 0 to 4 and how many they are together can say what each is. A total is
// not told beside a part told as a band, nor a breakdown with a band in it beside a
// total told otherwise. totals are those of a breakdown as they are told without it.
// What goes depends on what is a band alone and on no number, so that its absence
// tells nothing either.
func besideBands(entries, totals []Entry) {
	banded := func(e Entry) bool { return e.Verdict == Band && e.Figure.Value != nil }
	if slices.ContainsFunc(totals, Entry.told) && slices.ContainsFunc(entries, func(e Entry) bool { return e.Group != "" && banded(e) }) {
		for i := range entries {
			if e := &entries[i]; e.Group != "" && (e.told() || banded(*e)) {
				e.Verdict = Protected
			}
		}
	}
	for i := range entries {
		all := &entries[i]
		part := func(e Entry) bool { return e.Cohort != "" && e.Group == all.Group && banded(e) }
		if all.Cohort == "" && all.told() && slices.ContainsFunc(entries, part) {
			all.Verdict = Protected
		}
	}
}
