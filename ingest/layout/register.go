package layout

import "valuetrail/ingest/sheet"

// Register reads nothing yet: it matches no book.
type Register struct{}

func (Register) Source() string                                          { return "register" }
func (Register) Match(b *sheet.Book) (float64, error)                    { return 0, nil }
func (Register) Read(b *sheet.Book, said Said, to Sink) (Summary, error) { return Summary{}, nil }
