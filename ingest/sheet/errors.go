package sheet

import (
	"fmt"
	"strings"
)

// Reason says why a file is refused; callers decide by it.
type Reason string

// The reasons for refusing a whole file.
const (
	Unreadable   Reason = "unreadable" // the operating system says no
	Folder       Reason = "folder"
	NotAFile     Reason = "not_a_file"
	TooLarge     Reason = "too_large"
	Empty        Reason = "empty" // no bytes: often a cloud placeholder
	Hollow       Reason = "hollow"
	Encrypted    Reason = "encrypted"
	OldExcel     Reason = "old_excel"
	BinaryExcel  Reason = "binary_excel"
	OpenDocument Reason = "open_document" // of the years before .ods
	Numbers      Reason = "numbers"
	XMLSheet     Reason = "xml_spreadsheet"
	Document     Reason = "document"
	ZipOfFiles   Reason = "zip_of_files"
	Archive      Reason = "archive"
	PDF          Reason = "pdf"
	Picture      Reason = "picture"
	HTML         Reason = "html"
	XML          Reason = "xml"
	JSON         Reason = "json"
	Database     Reason = "database"
	Binary       Reason = "binary"
	NoWorksheet  Reason = "no_worksheet"
	Broken       Reason = "broken"
	Doctype      Reason = "doctype"
	Bomb         Reason = "bomb"
	TooMuchText  Reason = "too_much_text"
	Compression  Reason = "compression"
	BadEncoding  Reason = "encoding"
)

type saying struct{ what, hint string }

const saveAs = "open it in a spreadsheet program and save it as .xlsx"

var sayings = map[Reason]saying{
	Unreadable:   {"cannot be opened", "check the name and that you may read the file; close it in other programs"},
	Folder:       {"it is a folder", "name the files in it, or give the folder to the command that takes folders"},
	NotAFile:     {"it is not a file", "give an ordinary file"},
	TooLarge:     {"it is too large", "split it into files below 512 MiB"},
	Empty:        {"it is empty (0 bytes)", "if it lives in a cloud folder, open it once so that it is downloaded; else export it again"},
	Hollow:       {"it holds nothing but blanks", "export or download it again"},
	Encrypted:    {"it is password-protected", "open it with the password, save a copy without one, and take the copy"},
	OldExcel:     {"it is in the old .xls format", saveAs},
	BinaryExcel:  {"it is a binary workbook (.xlsb)", saveAs},
	OpenDocument: {"it is an old OpenOffice workbook (.sxc)", saveAs + " or .ods"},
	Numbers:      {"it is an Apple Numbers or Pages file", "in Numbers, choose File, Export To, Excel"},
	XMLSheet:     {"it is an XML spreadsheet", saveAs},
	Document:     {"it is a text document or slides, not a spreadsheet", "copy its table into a spreadsheet and save that as .xlsx"},
	ZipOfFiles:   {"it is a zip of files", "unpack it and take the files inside"},
	Archive:      {"it is a compressed file", "unpack it and take the file inside"},
	PDF:          {"it is a PDF", "export the report as .csv or .xlsx instead"},
	Picture:      {"it is a picture, sound or film", "export the table as .csv or .xlsx instead"},
	HTML:         {"it is a web page", "open it in a spreadsheet program and save it as .xlsx, or download the export again: a sign-in page may have been saved in its place"},
	XML:          {"it is XML, not a spreadsheet", "export it as .csv or .xlsx instead"},
	JSON:         {"it is JSON, not a spreadsheet", "export it as .csv or .xlsx instead; a cloud document's link is not the document"},
	Database:     {"it is a database", "name it with --db if it is the warehouse; else export its table as .csv"},
	Binary:       {"it is not a spreadsheet", "take a .csv or .xlsx export"},
	NoWorksheet:  {"it has no worksheet", "save the table on an ordinary sheet of the workbook"},
	Broken:       {"it is damaged or not whole", "copy, download or export it again; if it opens in a spreadsheet program, save it as a new .xlsx"},
	Doctype:      {"it holds a document type, which no spreadsheet program writes", saveAs + " if you trust where it comes from"},
	TooMuchText:  {"it grows beyond all measure", "ask where it comes from; if you trust it, delete the columns and sheets that say nothing, or split it"},
	Bomb:         {"it grows beyond all measure when unpacked", "ask where it comes from; " + saveAs + " if you trust it"},
	Compression:  {"it is packed by a method that workbooks do not use", saveAs},
	BadEncoding:  {"unknown encoding", "choose one of " + strings.Join(encodingNames(), ", ")},
}

// RefusedError is a file that cannot be read at all, or no further.
type RefusedError struct {
	Name   string
	Reason Reason
	Detail string // what exactly; may be empty
	Err    error  // what lies beneath; may be nil
}

func refuse(name string, reason Reason, detail string, err error) *RefusedError {
	return &RefusedError{Name: name, Reason: reason, Detail: detail, Err: err}
}

func (e *RefusedError) Error() string {
	text := fmt.Sprintf("read %s: %s", e.Name, sayings[e.Reason].what)
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Hint says what a person can do about it.
func (e *RefusedError) Hint() string { return sayings[e.Reason].hint }

func (e *RefusedError) Unwrap() error { return e.Err }

// CellError is a place in a file that cannot be read. The rest of the sheet is
// not read either.
type CellError struct {
	Name    string // of the file
	Sheet   string // "" for csv
	SheetNo int
	Row     int // 0 = not known
	Column  int // 1-based; 0 = the whole row
	What    string
	Remedy  string
}

func (e *CellError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "read %s: ", e.Name)
	if e.Sheet != "" {
		fmt.Fprintf(&b, "sheet %q: ", e.Sheet)
	}
	if e.Row > 0 {
		fmt.Fprintf(&b, "row %d: ", e.Row)
	}
	if e.Column > 0 {
		fmt.Fprintf(&b, "column %s: ", ColumnName(e.Column))
	}
	return b.String() + e.What
}

// Hint says what a person can do about it.
func (e *CellError) Hint() string { return e.Remedy }

// wrong makes the error for a place in s.
func (s *Sheet) wrong(row, column int, remedy, format string, args ...any) *CellError {
	return &CellError{Name: s.book.Name, Sheet: s.Name, SheetNo: s.No, Row: row, Column: column,
		What: fmt.Sprintf(format, args...), Remedy: remedy}
}
