package queries

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"valuetrail/internal/vocabulary"
)

// longestValue is how many letters a value of a header may have: what is longer is
// no title, and no source that anybody looks up.
const longestValue = 300

// longestEcho is how many letters of what is wrong are said again.
const longestEcho = 60

// echoed is a text as a fault repeats it.
func echoed(s string) string {
	if utf8.RuneCountInString(s) <= longestEcho {
		return s
	}
	return string([]rune(s)[:longestEcho]) + "…"
}

// idFault is what is wrong with an id, nil where nothing is.
func idFault(v string) error {
	switch n := utf8.RuneCountInString(v); {
	case idPattern.MatchString(v):
		return nil
	case n < 3:
		return fmt.Errorf("%q is too short: want at least 3 small letters, digits and _, a letter first", v)
	case n > 41:
		return fmt.Errorf("%q is too long: want at most 41 small letters, digits and _, a letter first", echoed(v))
	}
	return fmt.Errorf("want small letters, digits and _, a letter first, not %q", v)
}

// unreadable is why a file cannot be read at all, nil where it can.
func unreadable(file, text string) *Fault {
	if strings.TrimSpace(text) == "" {
		return fault(file, 1, "there is nothing in the file; valuetrail indicators new ID begins one")
	}
	for at, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[at:], string(utf8.RuneError)):
			return fault(file, lineAt(text, at), "not UTF-8: save the file as UTF-8")
		case unicode.IsControl(r) && !strings.ContainsRune("\n\r\t", r):
			return fault(file, lineAt(text, at), "a character that cannot be seen: type the line again")
		}
	}
	return nil
}

// heading is a header while it is read: the line of each key, and the keys whose
// line was told to be wrong, which are not missing as well.
type heading struct {
	ind     *Indicator
	seen    map[string]int
	excused map[string]bool
	faults  []error
}

func (h *heading) wrong(line int, format string, args ...any) {
	h.faults = append(h.faults, fault(h.ind.File, line, format, args...))
}

// line reads one line and reports whether it is of the header.
func (h *heading) line(lines []string, at int) bool {
	body, ok := strings.CutPrefix(lines[at], "-- ")
	name, value, found := strings.Cut(body, ":")
	if !ok || !found {
		return h.broken(lines, at)
	}
	value = strings.TrimSpace(value)
	k := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
	switch n := utf8.RuneCountInString(value); {
	case k < 0:
		h.unknown(name, at+1)
	case h.seen[name] > 0:
		h.wrong(at+1, "%s: said already in line %d", name, h.seen[name])
	case value == "":
		h.wrong(at+1, "%s: nothing after the colon", name)
	case n > longestValue && name != "part":
		h.wrong(at+1, "%s: %d letters, want at most %d", name, n, longestValue)
	default:
		if err := keys[k].set(h.ind, value); err != nil {
			h.wrong(at+1, "%s: %w", name, err)
		}
	}
	h.seen[name] = at + 1
	return true
}

// unknown tells of a key that is none, and of the one that is meant. One that is only
// written otherwise is not missing as well.
func (h *heading) unknown(name string, line int) {
	near := strings.ToLower(strings.TrimSpace(name))
	if slices.Contains(keyNames(), near) {
		h.excused[near] = true
	} else {
		near = vocabulary.Nearest(near, keyNames())
	}
	if near == "" {
		h.wrong(line, "unknown key %q (want one of %s)", echoed(name), strings.Join(keyNames(), ", "))
		return
	}
	h.wrong(line, "unknown key %q; did you mean %q?", echoed(name), near)
}

// broken tells of a line in the midst of a header that is none of it, and reports
// whether it is such a one. Behind a header that is whole there is none.
func (h *heading) broken(lines []string, at int) bool {
	text, remark := strings.CutPrefix(strings.TrimSpace(lines[at]), "--")
	text = strings.TrimSpace(text)
	if name := firstWord(text); remark && h.lacks(name) {
		h.excused[name] = true
		h.wrong(at+1, "%s: want -- %s: and what it is, with one blank before it and a colon behind", name, name)
		return true
	}
	next := slices.IndexFunc(lines[at+1:], func(line string) bool { return strings.Trim(line, "- \t\r") != "" })
	if next < 0 {
		return false
	}
	body, ok := strings.CutPrefix(lines[at+1+next], "-- ")
	name, _, found := strings.Cut(body, ":")
	switch {
	case !ok || !found || !h.lacks(name), text != "" && !remark:
		return false
	case text == "":
		h.wrong(at+1, "the header ends here, before %s in line %d: leave out what parts them", name, at+next+2)
	default:
		h.wrong(at+1, "no line of a header: want -- key: value, all in one line")
	}
	return true
}

// firstWord is the first word of a remark, in small letters.
func firstWord(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ':' || unicode.IsSpace(r) })
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[0])
}

// lacks reports whether a header needs a key and has not said it yet.
func (h *heading) lacks(name string) bool {
	return h.seen[name] == 0 && !h.excused[name] && slices.ContainsFunc(keys, func(k key) bool { return k.name == name && !k.optional })
}

// missing tells of the keys that stand nowhere.
func (h *heading) missing() {
	for _, k := range keys {
		if h.lacks(k.name) {
			h.wrong(1, "%s: missing", k.name)
		}
	}
}
