package ingest

// KeptFile is what a store keeps of a file's bytes: enough to read it again.
type KeptFile struct {
	StoredFile
	SHA256, Delimiter string
	Sheets            []KeptSheet
	// Notes are the problems that only the bytes themselves tell of.
	Notes []Fault
}

// KeptSheet is one sheet of a kept file. Merged are the merged cells of rows as
// "row:first-last", joined by blanks.
type KeptSheet struct {
	Name, Merged string
	Hidden       bool
	Blank        int
	Rows         []KeptRow
}

// KeptRow is one row of a kept sheet, with its number in the file.
type KeptRow struct {
	No    int
	Cells []string
}

// Fault is something a reader found in a stored file that a person can explain:
// an open order of days, an unknown mark or word.
type Fault struct {
	FileID             string
	Sheet, Row, Column int
	Code               string
	Value, Detail      string
}
