package layout

import "valuetrail/ingest/sheet"

// Qualtrics reads nothing yet: it matches no book.
type Qualtrics struct{}

func (Qualtrics) Source() string                                          { return "qualtrics" }
func (Qualtrics) Match(b *sheet.Book) (float64, error)                    { return 0, nil }
func (Qualtrics) Read(b *sheet.Book, said Said, to Sink) (Summary, error) { return Summary{}, nil }
