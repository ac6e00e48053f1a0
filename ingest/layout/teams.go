package layout

import "valuetrail/ingest/sheet"

// Teams reads nothing yet: it matches no book.
type Teams struct{}

func (Teams) Source() string                                          { return "teams" }
func (Teams) Match(b *sheet.Book) (float64, error)                    { return 0, nil }
func (Teams) Read(b *sheet.Book, said Said, to Sink) (Summary, error) { return Summary{}, nil }
