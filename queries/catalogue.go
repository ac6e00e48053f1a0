// Package queries holds all SQL, embedded: schema, views, shapes, kinds and one
// self-describing file an indicator. It reads their headers and splices them;
// it runs nothing.
package queries

// Indicator is one file of indicators/: its header and its observations.
type Indicator struct {
	ID, Title, Question, Group, Cycle, Kind, Evidence, Protects, Unit, Better string
	// Needs lists the sheets without which there is no answer.
	Needs []string
	// Source names the publication or practice the definition comes from.
	Source string
	// Parts are the closed classes, in order; nil with PartData false means the
	// indicator has none, PartData that classes come from the data.
	Parts     []string
	PartData  bool
	Cells     string
	Secondary bool
	// Counted is the prose under the header: how this is counted.
	Counted string
	// SQL is the whole text of the file.
	SQL  string
	File string
}
