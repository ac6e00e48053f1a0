// Package sheet turns any spreadsheet file into rows of cells with their
// addresses.
//
// It decides by content, never by a file's name, what a file is; it decodes
// text, finds the delimiter, and gives typed workbook cells one canonical text
// each. A row that cannot be read is an error, never an absence: what the
// package had to repair (a NUL character, a broken byte, a stray quote) it
// tells in Book.Notes.
//
// It must not know what a row means: headings, dates written as text,
// durations, marks and sections belong to ingest/layout. It writes nothing,
// makes no temporary file, follows no link out of a workbook and runs no
// formula or macro.
package sheet
