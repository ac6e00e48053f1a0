// Package message holds every sentence that people read, by key and language,
// and prints numbers, days and lists as the language writes them. The sentences
// live in text files (english.txt) that a person who writes no Go can edit; a
// second language is a second file. It imports nothing of ours, so any package
// may use it; it decides nothing about what to say.
package message

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
)

//go:embed *.txt
var files embed.FS

// first is the language that every key must have and others fall back to.
const first = "en"

var embedded = sync.OnceValue(func() map[string]*tongue {
	all, err := load(files)
	if err != nil {
		panic(err) // a broken embedded file: the tests of this package say so first
	}
	return all
})

// Values fills a sentence's placeholders by name.
type Values map[string]any

// Printer prints in one language. The zero Printer prints English.
type Printer struct{ tongue *tongue }

// For is the printer of a language tag ("en", "en-GB", any case). A language
// without a file prints English.
func For(lang string) Printer { return printerOf(embedded(), lang) }

// Languages are the tags of the languages there are, sorted.
func Languages() []string { return slices.Sorted(maps.Keys(embedded())) }

// Language is the tag of the language this printer really prints.
func (p Printer) Language() string { return p.words().tag }

// Say is the sentence of a key with its placeholders filled: {1} by position,
// or {name} when the one value is of type Values. A key that no language has
// prints as itself, a placeholder without a value as it is written.
func (p Printer) Say(key string, values ...any) string {
	t := p.words()
	sentence, ok := t.sentences[key]
	if !ok {
		return key
	}
	text, _ := p.fill(sentence, lookup(values))
	return text
}

// Has reports whether there is a sentence for key.
func (p Printer) Has(key string) bool {
	_, ok := p.words().sentences[key]
	return ok
}

// Problem says what is wrong with a row and what to do about it. The offending
// value and the detail are shortened to what fits a line. An unknown code gives
// the code itself and no remedy.
func (p Printer) Problem(code, value, detail string) (what, remedy string) {
	if !p.Has("problem." + code + ".what") {
		return code, ""
	}
	values := Values{"value": oneLine(value), "detail": oneLine(detail)}
	return p.Say("problem."+code+".what", values), p.Say("problem."+code+".remedy", values)
}

func (p Printer) words() *tongue {
	if p.tongue != nil {
		return p.tongue
	}
	return embedded()[first]
}

func printerOf(all map[string]*tongue, lang string) Printer {
	base, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(lang)), "-")
	base, _, _ = strings.Cut(base, "_")
	if t, ok := all[base]; ok {
		return Printer{t}
	}
	return Printer{all[first]}
}

// oneLine cuts a foreign value to 80 characters on one line.
func oneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if runes := []rune(s); len(runes) > 80 {
		return string(runes[:79]) + "…"
	}
	return s
}

// load reads every language file of fsys; keys that a language lacks are the
// English ones.
func load(fsys fs.FS) (map[string]*tongue, error) {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	all := map[string]*tongue{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		t, err := readTongue(name, string(data))
		if err != nil {
			return nil, err
		}
		if other, twice := all[t.tag]; twice {
			return nil, fmt.Errorf("%s: language %q is in %s already", name, t.tag, other.file)
		}
		all[t.tag] = t
	}
	if all[first] == nil {
		return nil, fmt.Errorf("no file has \"_language = %s\"", first)
	}
	for _, t := range all {
		for key, sentence := range all[first].sentences {
			if t.sentences[key] == nil {
				t.sentences[key] = sentence
			}
		}
	}
	return all, nil
}

func lookup(values []any) func(string) (any, bool) {
	if len(values) == 1 {
		if named, ok := values[0].(Values); ok {
			return func(ref string) (any, bool) { v, ok := named[ref]; return v, ok }
		}
	}
	return func(ref string) (any, bool) {
		n := 0
		for _, r := range ref {
			if r < '0' || r > '9' || n > len(values) {
				return nil, false
			}
			n = n*10 + int(r-'0')
		}
		if n < 1 || n > len(values) {
			return nil, false
		}
		return values[n-1], true
	}
}

// keys are the keys of the tongue, sorted.
func (t *tongue) keys() []string {
	return slices.SortedFunc(maps.Keys(t.sentences), cmp.Compare[string])
}
