package sheet

import (
	"bytes"
	"errors"
	"io"
)

// token is what a markup reader stands on.
type token int

const (
	tokenEnd   token = iota // of an element; also after the start of <x/>
	tokenStart              // of an element
	tokenText               // character data
	tokenEOF
)

var (
	errDoctype = errors.New("document type in a workbook part")
	errMarkup  = errors.New("not well-formed")
	errToken   = errors.New("markup or text of more than 8 MiB in one piece")
)

const (
	maxToken = 8 << 20
	maxDepth = 256
)

// markup pulls tokens out of XML in UTF-8. It refuses document types, so
// there are no entities but the five and numbers, and checks that elements
// nest. Slices that it gives are good until the next call.
type markup struct {
	name  []byte // of the element, without prefix
	attrs []byte // raw, of a start
	text  []byte // raw, of character data; see appendText
	cdata bool   // text holds no entities
	depth int    // elements open, the one just started among them
	from  int64  // offset of the start just read

	r        io.Reader
	buf      []byte
	pos, end int
	base     int64 // offset of buf
	eof      bool
	fragment bool // begins in the middle: ends without starts are let pass
	rooted   bool // an element has begun
	empty    bool // an end is owed for <x/>
	names    []byte
	marks    []int
}

func newMarkup(r io.Reader) *markup {
	return &markup{r: r, buf: make([]byte, 64<<10)}
}

// behind is how many bytes have been read.
func (m *markup) behind() int64 { return m.base + int64(m.pos) }

// fill reads more behind what is unread; io.EOF when there is none.
func (m *markup) fill() error {
	if m.eof {
		return io.EOF
	}
	if m.pos > 0 {
		copy(m.buf, m.buf[m.pos:m.end])
		m.base += int64(m.pos)
		m.end -= m.pos
		m.pos = 0
	}
	if m.end == len(m.buf) {
		if m.end >= maxToken {
			return errToken
		}
		m.buf = append(m.buf, make([]byte, len(m.buf))...)
	}
	for {
		n, err := m.r.Read(m.buf[m.end:])
		m.end += n
		switch {
		case err == io.EOF:
			m.eof = true
			if n == 0 {
				return io.EOF
			}
			return nil
		case err != nil:
			return err
		case n > 0:
			return nil
		}
	}
}

// find gives the offset of sep from m.pos+from on, filling as needed.
func (m *markup) find(from int, sep string) (int, error) {
	for {
		if n := bytes.Index(m.buf[m.pos+from:m.end], []byte(sep)); n >= 0 {
			return from + n, nil
		}
		from = max(from, m.end-m.pos-len(sep)+1)
		if err := m.need(); err != nil {
			return 0, err
		}
	}
}

// need is fill where the part must not end.
func (m *markup) need() error {
	err := m.fill()
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// next moves to the next token. Comments and instructions are stepped over.
func (m *markup) next() (token, error) {
	if m.empty {
		m.empty = false
		return m.close(m.names[m.marks[m.depth-1]:])
	}
	for {
		if m.pos == m.end {
			if err := m.fill(); err == io.EOF {
				if m.depth > 0 || !m.rooted && !m.fragment {
					return 0, io.ErrUnexpectedEOF
				}
				return tokenEOF, nil
			} else if err != nil {
				return 0, err
			}
		}
		if m.buf[m.pos] != '<' {
			return m.readText()
		}
		for m.end-m.pos < 2 {
			if err := m.need(); err != nil {
				return 0, err
			}
		}
		switch m.buf[m.pos+1] {
		case '/':
			return m.readEnd()
		case '?':
			if err := m.skip("?>"); err != nil {
				return 0, err
			}
		case '!':
			if isText, err := m.readBang(); err != nil {
				return 0, err
			} else if isText {
				return tokenText, nil
			}
		default:
			return m.readStart()
		}
	}
}

func (m *markup) readText() (token, error) {
	n, err := m.find(0, "<")
	if err == io.ErrUnexpectedEOF {
		n, err = m.end-m.pos, nil
	}
	m.text, m.cdata = m.buf[m.pos:m.pos+n], false
	m.pos += n
	return tokenText, err
}

// skip steps over everything up to sep, however long.
func (m *markup) skip(sep string) error {
	n, err := m.find(2, sep)
	m.pos += n + len(sep)
	return err
}

func (m *markup) readBang() (isText bool, err error) {
	for m.end-m.pos < 9 {
		if err := m.need(); err != nil {
			return false, err
		}
	}
	head := m.buf[m.pos:m.end]
	switch {
	case bytes.HasPrefix(head, []byte("<!--")):
		n, err := m.find(4, "-->")
		m.pos += n + 3
		return false, err
	case bytes.HasPrefix(head, []byte("<![CDATA[")):
		n, err := m.find(9, "]]>")
		if err != nil {
			return false, err
		}
		m.text, m.cdata = m.buf[m.pos+9:m.pos+n], true
		m.pos += n + 3
		return true, nil
	}
	return false, errDoctype
}

func (m *markup) readEnd() (token, error) {
	n, err := m.find(2, ">")
	if err != nil {
		return 0, err
	}
	name := dropSpace(m.buf[m.pos+2 : m.pos+n])
	m.pos += n + 1
	return m.close(name)
}

// close ends the innermost element, which must be called name.
func (m *markup) close(name []byte) (token, error) {
	if m.depth == 0 {
		if m.fragment {
			m.name = localName(name)
			return tokenEnd, nil
		}
		return 0, errMarkup
	}
	m.depth--
	at := m.marks[m.depth]
	if !bytes.Equal(m.names[at:], name) {
		return 0, errMarkup
	}
	m.name = localName(m.names[at:])
	m.names, m.marks = m.names[:at], m.marks[:m.depth]
	return tokenEnd, nil
}

func (m *markup) readStart() (token, error) {
	n, err := m.tagEnd()
	if err != nil {
		return 0, err
	}
	m.from = m.behind()
	tag := m.buf[m.pos+1 : m.pos+n]
	m.pos += n + 1
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		m.empty = true
		tag = tag[:len(tag)-1]
	}
	end := 0
	for end < len(tag) && tag[end] > ' ' {
		end++
	}
	if end == 0 || m.depth == maxDepth {
		return 0, errMarkup
	}
	m.rooted = true
	m.marks = append(m.marks, len(m.names))
	m.names = append(m.names, tag[:end]...)
	m.depth++
	m.attrs = tag[end:]
	m.name = localName(tag[:end])
	return tokenStart, nil
}

// tagEnd is the offset of the ">" that ends the tag, not one inside quotes.
func (m *markup) tagEnd() (int, error) {
	var quote byte
	for i := 1; ; {
		for tag := m.buf[m.pos:m.end]; i < len(tag); i++ {
			c := tag[i]
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				return i, nil
			case c == '"' || c == '\'':
				quote = c
			case c == '<':
				return 0, errMarkup
			}
		}
		if err := m.need(); err != nil {
			return 0, err
		}
	}
}

func localName(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}
