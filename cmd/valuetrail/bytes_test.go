package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"html"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	xhtml "golang.org/x/net/html"
)

// drawn are the two files that a sponsor gets.
type drawn struct {
	html string
	// parts are the files inside the workbook, by name.
	parts map[string]string
}

// opened reads a page and a workbook as files, not as a program of ours does.
func opened(t testing.TB, page, book []byte) drawn {
	t.Helper()
	d := drawn{html: string(page), parts: map[string]string{}}
	archive, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		d.parts[f.Name] = string(text)
		if f.Comment != "" {
			d.parts[f.Name+" (comment)"] = f.Comment
		}
	}
	return d
}

// haystack is one text in which a secret might lie, as a reader of bytes finds
// it.
type haystack struct{ where, text string }

// haystacks are the bytes as they are, and with every way of writing a
// character undone: entities, JSON escapes, line breaks inside a sentence.
func (d drawn) haystacks() []haystack {
	all := []haystack{{"page, bytes", d.html}, {"page, entities undone", html.UnescapeString(d.html)}}
	for _, block := range dataBlocks(d.html) {
		all = append(all, haystack{"page, data block", strings.Join(stringsOf(block), "\n")})
	}
	for name, text := range d.parts {
		all = append(all, haystack{"workbook, " + name, text}, haystack{"workbook, " + name + ", entities undone", html.UnescapeString(text)})
	}
	for i := range all {
		all[i].text = plain(all[i].text)
	}
	return all
}

// plain is a text in small letters with every gap one blank.
func plain(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// wide is a text as a program that writes UTF-16 would leave it.
func wide(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// holds is where the words lie, in any form, "" for nowhere.
func holds(all []haystack, words string) string {
	narrow, broad := plain(words), wide(strings.ToLower(words))
	for _, h := range all {
		if strings.Contains(h.text, narrow) {
			return h.where
		}
		if strings.Contains(h.text, broad) {
			return h.where + " (UTF-16)"
		}
	}
	return ""
}

// dataBlocks are the JSON blocks of a page, parsed.
func dataBlocks(page string) []any {
	var all []any
	walk(page, func(n *xhtml.Node) {
		if n.Data != "script" || n.FirstChild == nil {
			return
		}
		for _, a := range n.Attr {
			if a.Key == "type" && a.Val == "application/json" {
				var v any
				if err := json.Unmarshal([]byte(n.FirstChild.Data), &v); err == nil {
					all = append(all, v)
				}
			}
		}
	})
	return all
}

// walk visits every element of a page.
func walk(page string, visit func(*xhtml.Node)) {
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		return
	}
	var into func(*xhtml.Node)
	into = func(n *xhtml.Node) {
		if n.Type == xhtml.ElementNode {
			visit(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			into(c)
		}
	}
	into(root)
}

// stringsOf are the strings of a JSON value, keys and all.
func stringsOf(v any) []string {
	var all []string
	switch v := v.(type) {
	case string:
		all = append(all, v)
	case []any:
		for _, x := range v {
			all = append(all, stringsOf(x)...)
		}
	case map[string]any:
		for k, x := range v {
			all = append(append(all, k), stringsOf(x)...)
		}
	}
	return all
}

// numbersOf are the numbers of a JSON value.
func numbersOf(v any) []float64 {
	var all []float64
	switch v := v.(type) {
	case float64:
		all = append(all, v)
	case []any:
		for _, x := range v {
			all = append(all, numbersOf(x)...)
		}
	case map[string]any:
		for _, x := range v {
			all = append(all, numbersOf(x)...)
		}
	}
	return all
}
