package ingest

import (
	"strings"
	"testing"

	"valuetrail/ingest/layout"
)

func TestANameIsProposedForTheWaysInWhichPeopleWriteIt(t *testing.T) {
	cases := map[string]struct{ wrote, listed, reason string }{
		"a short form":                           {"Becky Hassan", "Rebecca Hassan", reasonShort},
		"a short form in Polish":                 {"Gosia Nowak", "Małgorzata Nowak", reasonShort},
		"a short form for another short form":    {"Bill Lee", "Will Lee", reasonShort},
		"a short form behind the family name":    {"Hassan Becky", "Rebecca Hassan", reasonShort},
		"a short form and an initial":            {"Becky H.", "Rebecca Hassan", reasonShort},
		"an initial for the first name":          {"R. Hassan", "Rebecca Hassan", reasonInitial},
		"an initial in letters of two bytes":     {"Д. Иванов", "Дмитрий Иванов", reasonInitial},
		"an initial for the family name":         {"Rebecca H", "Rebecca Hassan", reasonGiven},
		"a middle name":                          {"Rebecca Jane Hassan", "Rebecca Hassan", reasonPart},
		"half a double name":                     {"Rebecca Hassan", "Rebecca Hassan-Lee", reasonPart},
		"half a double first name":               {"Hans Krüger", "Hans-Peter Krüger", reasonPart},
		"family name first":                      {"Hassan Rebecca", "Rebecca Hassan", reasonNear},
		"a hyphen left out":                      {"Rebecca Hassan Lee", "Rebecca Hassan-Lee", reasonNear},
		"no blank":                               {"RebeccaHassan", "Rebecca Hassan", reasonNear},
		"a slip in the family name":              {"Rebecca Hasan", "Rebecca Hassan", reasonNear},
		"a letter turned at the start":           {"Niamh iHll", "Niamh Hill", reasonNear},
		"two letters for one":                    {"Juergen Schroeder", "Jürgen Schröder", reasonNear},
		"a first name alone":                     {"Rebecca", "Rebecca Hassan", reasonFirstOnly},
		"a short form alone":                     {"Becky", "Rebecca Hassan", reasonFirstOnly},
		"a family name alone":                    {"Ms. Hassan", "Rebecca Hassan", reasonFamilyOnly},
		"another first name":                     {"Omar Hassan", "Rebecca Hassan", ""},
		"another family name":                    {"Rebecca Quist", "Rebecca Hassan", ""},
		"another first name of the same initial": {"Rosa Hassan", "Rebecca Hassan", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			score, reason := likeness(layout.NormaliseName(c.wrote), layout.NormaliseName(c.listed))
			if score < nearEnough {
				reason = ""
			}
			same(t, c.wrote+" and "+c.listed, reason, c.reason)
		})
	}
}

func TestShortFormsAreWrittenAsNamesAreCompared(t *testing.T) {
	for name, families := range nicknames {
		if layout.NormaliseName(name) != name {
			t.Errorf("%q is no name as names are compared", name)
		}
		for i, n := range families[1:] {
			if families[i] == n {
				t.Errorf("%q stands twice in line %d", name, n)
			}
		}
	}
	if len(nicknames) < 500 || strings.Contains(nicknameList, "\t") {
		t.Errorf("%d names", len(nicknames))
	}
}
