package metrics

import (
	"context"
	"iter"
)

// Source answers portable SQL. The warehouse is one.
type Source interface {
	// Rows runs one SELECT with its named parameters ($name), passing over those that
	// it does not name, and yields its rows: each value is nil, string, int64,
	// float64, bool or time.Time. An error ends the rows. Several may be run at once.
	// Texts that are private are reached through it only by the SQL of queries.
	// What a source cannot answer is a *FailedError where its kind is known.
	Rows(ctx context.Context, sql string, named map[string]any) iter.Seq2[[]any, error]
}

// Failure is a kind of reason why a source could not answer, in words that hold
// nothing of the data.
type Failure string

// The failures that a source tells apart.
const (
	NotConvertible Failure = "a CAST met a value that is not of the type it asks for"
	OutOfRange     Failure = "a number came out too large, or a function met one it is not defined for"
	DividedByZero  Failure = "something was divided by zero"
	NotTaken       Failure = "a function or a comparison met something it does not take, or a SELECT in place of one value gave several"
	TooMuch        Failure = "it takes more memory than there is"
	TooLong        Failure = "it took longer than it may"
	Unknown        Failure = "it says something that the database does not know"
	Unreadable     Failure = "the data file could not be read, or there is no room beside it"
)

// FailedError is what a source says where it could not answer, and of what kind
// that is. What Err says may quote the data.
type FailedError struct {
	Failure Failure
	Err     error
}

func (e *FailedError) Error() string { return e.Err.Error() }

// Unwrap is what the source said.
func (e *FailedError) Unwrap() error { return e.Err }
