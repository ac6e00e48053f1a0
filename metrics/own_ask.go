package metrics

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"valuetrail/queries"
)

// ownPatience is how long a source may work at the figures of a user's indicator: at
// those of one of ours it works for less than a second.
var ownPatience = 60 * time.Second

// errPatience ends what is asked of a source for a user's indicator.
var errPatience = errors.New("a user's indicator takes too long")

// patient is a context that ends when a user's indicator has been worked at for
// long enough; within another such one it is that.
func patient(ctx context.Context, ind queries.Indicator) (context.Context, context.CancelFunc) {
	if !ind.Own || ctx.Value(errPatience) != nil {
		return ctx, func() {}
	}
	return context.WithTimeoutCause(context.WithValue(ctx, errPatience, true), ownPatience, errPatience)
}

// remedies say what to do about a user's indicator that a source gave up on.
var remedies = map[Failure]string{
	Unknown: "valuetrail indicators check says what and on which line",
	TooLong: "join its tables by their ids, and none of them to all rows of another; valuetrail indicators test runs it on small tables",
	TooMuch: "join its tables by their ids, and none of them to all rows of another; valuetrail indicators test runs it on small tables",
}

// byExample is the remedy of all other failures: the database's own words quote the
// data, so that nobody may read them.
const byExample = "what it stumbled over is not told, it is from the data; write values like those you expect into its worked example and play that: valuetrail indicators test"

// rowsOf answers a statement of an indicator. A user's own is given up after a
// while, and when it fails none of the source's words are told: they quote data.
func rowsOf(ctx context.Context, src Source, ind queries.Indicator, sql string, named map[string]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		ctx, stop := patient(ctx, ind)
		defer stop()
		for r, err := range src.Rows(ctx, sql, named) {
			switch {
			case err == nil:
			case ind.Own:
				err = failedOwn(ctx, ind, err)
			default:
				err = fmt.Errorf("indicator %s: %w", ind.ID, err)
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// failedOwn says that a user's indicator could not be answered, and of what kind
// the failure is. The error of the source is no part of it.
func failedOwn(ctx context.Context, ind queries.Indicator, err error) error {
	late := errors.Is(context.Cause(ctx), errPatience)
	if ctx.Err() != nil && !late {
		return ctx.Err()
	}
	e := &OwnFaultError{ID: ind.ID, File: ind.File, What: "it could not be worked out for these data", Remedy: byExample}
	var failed *FailedError
	var kind Failure
	switch {
	case late:
		kind = TooLong
	case errors.As(err, &failed):
		kind = failed.Failure
	}
	if words, ok := remedies[kind]; ok {
		e.Remedy = words
	}
	switch kind {
	case "":
	case TooLong:
		e.What += fmt.Sprintf(": %s (%s)", kind, ownPatience)
	default:
		e.What += ": " + string(kind)
	}
	return e
}
