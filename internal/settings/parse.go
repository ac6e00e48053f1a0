package settings

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

const (
	mostBytes = 1 << 20
	// mostParts caps lines and brackets: the YAML library takes time with the
	// square of them.
	mostParts = 20_000
)

// Read reads the settings file at path. A file that is absent gives an error
// that is os.ErrNotExist, one with faults gives *Error.
func Read(path string) (Settings, error) {
	data, err := readShort(path)
	if err != nil {
		return Settings{}, err
	}
	return Parse(path, data)
}

// Parse reads settings from data; name is what errors call the file. An empty
// file gives Default. Any fault gives *Error with all that were found.
func Parse(name string, data []byte) (Settings, error) {
	s, r := parse(name, data)
	r.targetCohorts(s, s.Targets)
	if err := r.err(name); err != nil {
		return Settings{}, err
	}
	return s, nil
}

func parse(name string, data []byte) (Settings, *reader) {
	s := Default()
	s.File = name
	r := &reader{}
	if root, ok := r.root(data); ok && root != nil {
		r.settings(root, &s)
	}
	return s, r
}

// err is what was found to be wrong, nil for nothing.
func (r *reader) err(name string) error {
	if len(r.faults) == 0 {
		return nil
	}
	return &Error{File: name, Faults: r.inOrder()}
}

// root is the only document's body, nil when the file is empty.
func (r *reader) root(data []byte) (body ast.Node, ok bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	switch {
	case len(data) > mostBytes:
		r.whole("larger than 1 MiB", "settings are short; was another file meant?")
		return nil, false
	case !utf8.Valid(data):
		r.whole("not UTF-8 text", "save it again as UTF-8")
		return nil, false
	case parts(data) > mostParts:
		r.whole(fmt.Sprintf("more than %d lines or lists", mostParts), "settings are short; was another file meant?")
		return nil, false
	}
	file, err := parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		r.syntax(err)
		return nil, false
	}
	if len(file.Docs) > 1 {
		r.fault(file.Docs[1], "a second document begins here", "remove the line with ---")
		return nil, false
	}
	if len(file.Docs) == 0 {
		return nil, true
	}
	return file.Docs[0].Body, true
}

func (r *reader) syntax(err error) {
	var known yaml.Error
	if !errors.As(err, &known) || known.GetToken() == nil {
		r.whole(err.Error(), "")
		return
	}
	hint := "look at blanks and colons on this line and the one above; text with : or # in it needs quotation marks"
	if bytes.ContainsRune([]byte(known.GetMessage()), '\t') {
		hint = "indent with blanks, not with the tab key"
	}
	at := known.GetToken().Position
	r.faults = append(r.faults, Fault{Line: at.Line, Column: at.Column, What: known.GetMessage(), Hint: hint})
}

func parts(data []byte) int {
	return bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r")) + bytes.Count(data, []byte("[")) +
		bytes.Count(data, []byte("{")) + bytes.Count(data, []byte("- ")) + bytes.Count(data, []byte("? ")) + bytes.Count(data, []byte(","))
}
