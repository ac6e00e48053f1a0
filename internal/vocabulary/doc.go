// Package vocabulary holds the words of the field and the shape of the data:
// the value cycles, the kinds of session, consent, audiences, and every
// spreadsheet, table and column once. Others read it; it reads nothing, opens
// nothing and knows no database.
package vocabulary
