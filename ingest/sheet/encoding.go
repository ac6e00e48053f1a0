package sheet

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const utf8Name = "utf-8"

// encodings are those that a person may name, by IANA name. UTF-8 is nil.
var encodings = map[string]encoding.Encoding{
	utf8Name:       nil,
	"us-ascii":     nil,
	"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"windows-874":  charmap.Windows874,
	"windows-1250": charmap.Windows1250,
	"windows-1251": charmap.Windows1251,
	"windows-1252": charmap.Windows1252,
	"windows-1253": charmap.Windows1253,
	"windows-1254": charmap.Windows1254,
	"windows-1255": charmap.Windows1255,
	"windows-1256": charmap.Windows1256,
	"windows-1257": charmap.Windows1257,
	"windows-1258": charmap.Windows1258,
	"macintosh":    charmap.Macintosh,
	"iso-8859-1":   charmap.ISO8859_1,
	"iso-8859-2":   charmap.ISO8859_2,
	"iso-8859-3":   charmap.ISO8859_3,
	"iso-8859-4":   charmap.ISO8859_4,
	"iso-8859-5":   charmap.ISO8859_5,
	"iso-8859-6":   charmap.ISO8859_6,
	"iso-8859-7":   charmap.ISO8859_7,
	"iso-8859-8":   charmap.ISO8859_8,
	"iso-8859-9":   charmap.ISO8859_9,
	"iso-8859-10":  charmap.ISO8859_10,
	"iso-8859-13":  charmap.ISO8859_13,
	"iso-8859-14":  charmap.ISO8859_14,
	"iso-8859-15":  charmap.ISO8859_15,
	"iso-8859-16":  charmap.ISO8859_16,
	"ibm437":       charmap.CodePage437,
	"ibm850":       charmap.CodePage850,
	"ibm852":       charmap.CodePage852,
	"koi8-r":       charmap.KOI8R,
	"koi8-u":       charmap.KOI8U,
}

func encodingNames() []string {
	names := make([]string, 0, len(encodings))
	for name := range encodings {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// decoded is a text in UTF-8 and how it came to be.
type decoded struct {
	text     []byte
	encoding string
	assumed  bool
	words    []string
}

// decode gives the bytes of a text file as UTF-8 without byte order mark. A
// mark wins, then what the person says, then what the bytes show. UTF-8 is not
// copied.
func decode(data []byte, said string) (decoded, *RefusedError) {
	name := strings.ToLower(strings.TrimSpace(said))
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return transcode(data[2:], "utf-16le")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return transcode(data[2:], "utf-16be")
	case bytes.HasPrefix(data, []byte("\ufeff")):
		return transcode(data, utf8Name)
	case name != "":
		if _, known := encodings[name]; !known {
			return decoded{}, &RefusedError{Reason: BadEncoding, Detail: `"` + said + `"`}
		}
		return transcode(data, name)
	}
	if name := sniffUTF16(data); name != "" {
		return transcode(data, name)
	}
	if nearlyUTF8(data) {
		return transcode(data, utf8Name)
	}
	name = guessLegacy(data)
	d, err := transcode(data, name)
	d.assumed, d.words = true, foreignWords(d.text)
	return d, err
}

func transcode(data []byte, name string) (decoded, *RefusedError) {
	text := data
	if enc := encodings[name]; enc != nil {
		var err error
		if text, err = enc.NewDecoder().Bytes(data); err != nil {
			return decoded{}, &RefusedError{Reason: Broken, Detail: name, Err: err}
		}
	}
	for bytes.HasPrefix(text, []byte("\ufeff")) {
		text = text[3:]
	}
	text = bytes.TrimRight(text, "\x1a") // DOS end of file
	return decoded{text: text, encoding: name}, nil
}

// sniffUTF16 knows UTF-16 without a mark by the zero halves of the ASCII
// characters that every table holds (digits, delimiters, line ends). Stray NUL
// characters in 8-bit text can stand alike, but its line ends cannot.
func sniffUTF16(data []byte) string {
	head := data[:min(len(data), 8192)&^1]
	if len(head) < 4 {
		return ""
	}
	var little, big, ends, loneEnds int
	for i := 0; i < len(head); i += 2 {
		first, second := head[i], head[i+1]
		switch {
		case first == 0 && second != 0:
			big++
		case second == 0 && first != 0:
			little++
		}
		if low := max(first, second); min(first, second) == 0 && (low == '\n' || low == '\r') {
			ends++
		} else if first == '\n' || second == '\n' || first == '\r' || second == '\r' {
			loneEnds++
		}
	}
	units := len(head) / 2
	if loneEnds > ends || ends == 0 && max(little, big)*2 < units {
		return ""
	}
	switch {
	case little*8 >= units && big*16 <= little:
		return "utf-16le"
	case big*8 >= units && little*16 <= big:
		return "utf-16be"
	}
	return ""
}

// nearlyUTF8 reports whether data is UTF-8, or holds so many good multi-byte
// characters that the few bad bytes are damage and not another encoding.
func nearlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	var good, bad int
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good >= 10*bad
}

// foreignWords are the first few distinct words that hold a character beyond
// ASCII: what a person can check a guessed encoding by.
func foreignWords(text []byte) []string {
	var words []string
	split := func(r rune) bool { return r < 0x80 && !isASCIILetter(r) && r != '\'' }
	for word := range bytes.FieldsFuncSeq(text, split) {
		if len(words) == 5 {
			break
		}
		if bytes.ContainsFunc(word, func(r rune) bool { return r >= 0x80 }) && len(word) < 60 && !slices.Contains(words, string(word)) {
			words = append(words, string(word))
		}
	}
	return words
}

func isASCIILetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}
