package queries

import (
	"strings"
	"testing"
	"testing/fstest"
)

// faultsIn are the faults of a file called mine.sql, each with its line.
func faultsIn(text string) []string {
	_, err := Read(fstest.MapFS{"mine.sql": {Data: []byte(text)}})
	var all []string
	for _, f := range Faults(err) {
		all = append(all, f.Error())
	}
	return all
}

func TestOneThingWrongInAHeaderIsOneFaultAtItsLine(t *testing.T) {
	long := strings.Repeat("ö", 400)
	cases := map[string]struct{ old, now, want string }{
		"no colon":                 {"-- group: participation", "-- group participation", "mine.sql:4: group: want -- group: and"},
		"no colon in line 1":       {"-- id: mine", "-- id mine", "mine.sql:1: id: want -- id: and"},
		"no colon in the last":     {"-- source: we say so", "-- source we say so", "mine.sql:12: source: want -- source: and"},
		"no blank before the key":  {"-- kind: share", "--kind: share", "mine.sql:6: kind: want -- kind: and"},
		"another blank before it":  {"-- kind: share", "--  kind: share", `mine.sql:6: unknown key " kind"; did you mean "kind"?`},
		"a value over two lines":   {"-- title: Mine", "-- title: Mine\n--   and yours", "mine.sql:3: no line of a header: want -- key: value"},
		"a blank line":             {"-- unit: percent", "\n-- unit: percent", "mine.sql:9: the header ends here, before unit in line 10"},
		"a bare remark":            {"-- unit: percent", "--\n-- unit: percent", "mine.sql:9: the header ends here, before unit in line 10"},
		"a key in capitals":        {"-- unit: percent", "-- UNIT: percent", `mine.sql:9: unknown key "UNIT"; did you mean "unit"?`},
		"a title without end":      {"-- title: Mine", "-- title: " + long, "mine.sql:2: title: 400 letters, want at most 300"},
		"a source without end":     {"we say so", long, "mine.sql:12: source: 400 letters, want at most 300"},
		"a word too long":          {"-- unit: percent", "-- unit: " + long[:400], `mine.sql:9: unit: unknown unit "` + long[:120] + `…" (`},
		"an id of one letter":      {"-- id: mine", "-- id: a", `mine.sql:1: id: "a" is too short: want at least 3`},
		"an id of two":             {"-- id: mine", "-- id: t1", `mine.sql:1: id: "t1" is too short: want at least 3`},
		"an id too long":           {"-- id: mine", "-- id: " + strings.Repeat("x", 99), `mine.sql:1: id: "` + strings.Repeat("x", 60) + `…" is too long: want at most 41`},
		"an id with a digit first": {"-- id: mine", "-- id: 1ab", `mine.sql:1: id: want small letters, digits and _, a letter first, not "1ab"`},
		"Latin-1":                  {"-- question: Is it?", "-- question: D\xf6es it?", "mine.sql:3: not UTF-8: save the file as UTF-8"},
		"a NUL":                    {"-- unit: percent", "-- unit: per\x00cent", "mine.sql:9: a character that cannot be seen"},
	}
	for name, c := range cases {
		all := faultsIn(strings.Replace(goodHeader, c.old, c.now, 1))
		if len(all) != 1 || !strings.HasPrefix(all[0], c.want) || len(all[0]) > 500 {
			t.Errorf("%s: got\n%s\nwant one that begins with %q", name, strings.Join(all, "\n"), c.want)
		}
	}
	for name, c := range map[string][2]string{
		"nothing": {"", "mine.sql:1: there is nothing in the file"}, "blanks": {" \n\n", "mine.sql:1: there is nothing in the file"},
		"no header": {"SELECT 1 AS x\n", "mine.sql:1: no header: line 1 is -- id: mine"}, "UTF-16": {"\xff\xfe-\x00-\x00\n\x00", "mine.sql:1: not UTF-8"},
	} {
		if all := faultsIn(c[0]); len(all) != 1 || !strings.HasPrefix(all[0], c[1]) {
			t.Errorf("%s: got\n%s\nwant one that begins with %q", name, strings.Join(all, "\n"), c[1])
		}
	}
}

func TestAFileWithAMarkOfItsEncodingIsReadAsOneWithout(t *testing.T) {
	all, err := Read(fstest.MapFS{"mine.sql": {Data: []byte("\ufeff" + goodHeader)}})
	if err != nil || len(all) != 1 || all[0].ID != "mine" || all[0].SQL != goodHeader {
		t.Errorf("got %+v, %v", all, err)
	}
}

// A remark may begin with any word where the header is whole.
func TestRemarksBehindAWholeHeaderAreNoKeys(t *testing.T) {
	for _, remark := range []string{"-- source code is not counted.", "-- group by hand\n-- part: this one", "--\n-- kind: of course not a key."} {
		if all := faultsIn(strings.Replace(goodHeader, "--\n-- Counted", "--\n"+remark+"\n-- Counted", 1)); all != nil {
			t.Errorf("%q: %s", remark, strings.Join(all, "\n"))
		}
	}
}
