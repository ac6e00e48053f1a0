package ingest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"valuetrail/ingest/layout"
	"valuetrail/ingest/sheet"
	"valuetrail/internal/settings"
	"valuetrail/internal/vocabulary"
)

// Options say how to run.
type Options struct {
	Settings settings.Settings
	// Fingerprint names the state of the settings file, so that a reader sees
	// when the warehouse was made with another.
	Fingerprint string
	Said        layout.Said
	// Encoding and As (a source) are said for all files, "" to find out.
	Encoding, As string
	// Replaces are the ids of files that those named take the place of.
	Replaces []string
	DryRun   bool
	// Say puts problems into words.
	Say Sayer
	// Progress is told of each file read and of the rows that go by, from one
	// goroutine at a time; nil tells nobody.
	Progress func(Progress)
	// Decisions are people's answers to store before anything is decided.
	Decisions []Decision
	// Table is what was said of files that no layout knows, as the Object of a
	// decision about each; nil where nothing was.
	Table *Decision
}

type run struct {
	options Options
	byFlags sayings
	key     []byte
	// named are the files that somebody named outright, and did not find in a
	// folder.
	named  map[string]bool
	room   *room
	held   *sheet.Room // of all workbooks
	before map[string]RowCounts
	teller *teller
}

// FingerprintSetting is the setting that holds the fingerprint.
const FingerprintSetting = "settings.fingerprint"

// ToDecideFile is the workbook in which people answer what only they can tell;
// it is never an export.
const ToDecideFile = "to-decide.xlsx"

// errDry undoes a dry run; errNothing a run that found nothing to store after
// all; errStopped ends a pass over rows of which no more are wanted.
var (
	errDry     = errors.New("dry run")
	errNothing = errors.New("nothing to store")
	errStopped = errors.New("no more rows are wanted")
)

// Run reads the files (and the files in folders) and stores them as one whole.
// A file that cannot be read fails alone and is named in the receipt; an error
// means that nothing was stored.
func Run(ctx context.Context, store Store, inputs []string, o Options) (Receipt, error) {
	paths, named, err := find(inputs)
	if err != nil {
		return Receipt{}, err
	}
	zone := o.Said.Zone
	if zone == nil {
		zone = o.Settings.Zone()
	}
	r := &run{options: o, byFlags: o.saidByFlags(zone), named: named, key: store.Key(), room: newRoom(keptRows),
		held: sheet.NewRoom(heldBytes)}
	readings := r.readAll(paths)
	if len(o.Replaces) == 0 && len(o.Decisions) == 0 && !anyRead(readings) {
		return unread(readings), nil
	}
	var receipt Receipt
	err = store.Write(ctx, func(b Batch) error {
		receipt = Receipt{}
		r.teller.stage(StageStoring)
		if err := r.countedBefore(ctx, b); err != nil {
			return err
		}
		if err := r.land(ctx, b, readings); err != nil {
			return err
		}
		r.teller.stage(StageSettling)
		if len(o.Replaces) == 0 && len(o.Decisions) == 0 && !slices.ContainsFunc(readings, taken) {
			return errNothing
		}
		told, err := r.toldTables(readings)
		if err != nil {
			return err
		}
		questions, anew, err := settle(ctx, b, Basis{o.Settings, o.Fingerprint}, slices.Concat(o.Decisions, told))
		if err != nil {
			return err
		}
		receipt.Questions = questions
		if readings, err = r.taken(readings, anew, &receipt); err != nil {
			return err
		}
		if err := r.count(ctx, b, readings, &receipt); err != nil {
			return err
		}
		if err := errors.Join(r.strays(ctx, b, &receipt), r.otherwise(ctx, b, &receipt), r.since(ctx, b, &receipt)); err != nil {
			return err
		}
		if o.DryRun {
			return errDry
		}
		return nil
	})
	switch {
	case errors.Is(err, errNothing):
		return unread(readings), nil
	case errors.Is(err, errDry):
		err = nil
	}
	return receipt, err
}

// taken reports whether a file is stored, now or before.
func taken(x reading) bool {
	return x.receipt.Status == StatusStored || x.receipt.Status == StatusKnown || x.receipt.Status == StatusUnknown && x.landing.ID != ""
}

// land stores the files that are new; the same bytes twice are stored once,
// unless something else is said of them now: then they are read anew.
func (r *run) land(ctx context.Context, b Batch, readings []reading) error {
	for _, id := range r.options.Replaces {
		if slices.ContainsFunc(readings, func(x reading) bool { return x.landing.ID == id }) {
			continue
		}
		if err := b.Remove(ctx, id); err != nil {
			return err
		}
	}
	stored, err := b.Files(ctx)
	if err != nil {
		return err
	}
	known := map[string]string{}
	for _, f := range stored {
		said, err := readSayings(f.Said)
		if err != nil {
			return err
		}
		known[f.ID] = said.byFlags().text()
	}
	for i := range readings {
		x := &readings[i]
		if x.receipt.Status != StatusStored {
			continue
		}
		said, there := known[x.landing.ID]
		if there && said == x.landing.Said {
			x.receipt.Status = StatusKnown
			continue
		}
		if there {
			if err := b.Remove(ctx, x.landing.ID); err != nil {
				return err
			}
		}
		known[x.landing.ID] = x.landing.Said
		if err := b.Land(ctx, x.landing); err != nil {
			return fmt.Errorf("ingest %s: %w", x.landing.Name, err)
		}
		x.file.stored()
		x.letGo()
	}
	return r.adopt(ctx, b, readings)
}

// count fills in what became of the rows of each file.
func (r *run) count(ctx context.Context, b Batch, readings []reading, to *Receipt) error {
	counts, err := b.Counts(ctx)
	if err != nil {
		return err
	}
	stored, err := b.Files(ctx)
	if err != nil {
		return err
	}
	for i := range to.Anew {
		f := &to.Anew[i]
		f.Rows.Loaded, f.Rows.Repeated = counts[f.FileID].Loaded, counts[f.FileID].Repeated
	}
	for _, x := range readings {
		f := x.receipt
		for _, other := range stored {
			if f.FileID != "" && f.Rows.Read > 0 && other.ID != f.FileID && other.Name == filepath.Base(f.File) {
				f.Namesakes = append(f.Namesakes, Namesake{other.ID, counts[other.ID].Loaded})
			}
		}
		switch f.Status {
		case StatusUnknown:
			if r.options.DryRun && x.book != nil {
				showWaiting(&f, x.book, to.Questions, r.options.Say)
			}
		case StatusKnown:
			r.knownNow(&f, counts[f.FileID])
		case StatusStored:
			f.Rows.Loaded, f.Rows.Repeated = counts[f.FileID].Loaded, counts[f.FileID].Repeated
			if r.options.DryRun {
				f.Status = StatusDry
			}
		}
		to.Files = append(to.Files, f)
	}
	return nil
}

// taken puts what files gave when they were read again into their receipts, and
// names those that were stored before.
func (r *run) taken(readings, anew []reading, to *Receipt) ([]reading, error) {
	out := slices.Clone(readings)
	for _, x := range anew {
		i := slices.IndexFunc(out, func(o reading) bool {
			return o.receipt.FileID == x.receipt.FileID && o.landing.ID != "" && o.receipt.Status != StatusKnown
		})
		f := x.receipt
		if i >= 0 { // what the bytes alone tell is in the first reading
			x.book.Encoding, x.book.EncodingAssumed = out[i].book.Encoding, out[i].book.EncodingAssumed
			f = out[i].receipt
		}
		if err := r.receive(&f, x.book, x.landing); err != nil {
			return nil, err
		}
		if i >= 0 {
			out[i].receipt, out[i].landing = f, x.landing
		} else {
			to.Anew = append(to.Anew, f)
		}
	}
	return out, nil
}

// Basis is what facts are derived with: the settings and their fingerprint.
type Basis struct {
	Settings    settings.Settings
	Fingerprint string
}

// Settle makes everything that follows from files, settings and decisions: what
// files mean, which rows count, the facts, who is who, which meeting was which
// session.
func Settle(ctx context.Context, b Batch, s Basis, decisions []Decision) ([]Question, error) {
	questions, _, err := settle(ctx, b, s, decisions)
	return questions, err
}

// settle gives the files that were read again as well.
func settle(ctx context.Context, b Batch, s Basis, decisions []Decision) ([]Question, []reading, error) {
	decisions, err := wholeTables(ctx, b, decisions)
	if err != nil {
		return nil, nil, err
	}
	if err := b.Decide(ctx, decisions); err != nil {
		return nil, nil, err
	}
	rows := append(settingRows(s.Settings), Setting{Name: FingerprintSetting, Word: s.Fingerprint})
	if err := b.Set(ctx, rows); err != nil {
		return nil, nil, err
	}
	all, err := b.Decisions(ctx)
	if err != nil {
		return nil, nil, err
	}
	ruled := rule(all)
	anew, err := readAgain(ctx, b, ruled)
	if err != nil {
		return nil, nil, err
	}
	if err := shape(ctx, b, ruled); err != nil {
		return nil, nil, err
	}
	known, err := b.Known(ctx)
	if err != nil {
		return nil, nil, err
	}
	questions, err := derive(ctx, b, s, known)
	return questions, anew, err
}

// shape makes the facts of files, those of surveys last: they rest on question
// lists that other files may hold.
func shape(ctx context.Context, b Batch, ruled rulings) error {
	if err := b.Count(ctx); err != nil {
		return err
	}
	files, err := b.Files(ctx)
	if err != nil {
		return err
	}
	var landed, surveys []string
	for _, f := range files {
		if !f.Shaped {
			landed = append(landed, f.ID)
		}
		if slices.Contains(f.Kinds, vocabulary.Survey) {
			surveys = append(surveys, f.ID)
		}
	}
	if err := b.Shape(ctx, landed); err != nil {
		return err
	}
	seen, items, err := b.Asked(ctx)
	if err != nil {
		return err
	}
	meant, err := ruled.meanings()
	if err != nil {
		return err
	}
	return b.ShapeSurveys(ctx, surveys, LinkQuestions(seen, items, meant))
}

// derive decides and stores what was decided.
func derive(ctx context.Context, b Batch, s Basis, known Known) ([]Question, error) {
	who := Identify(known.Aliases, known.Members, known.Decisions)
	sessions, which := Unite(known.Meetings, known.Sessions, known.Decisions, s.Settings.Zone())
	community, cohorts, terms, periods := Calendar(s.Settings, known)
	err := b.Derive(ctx, Derived{Community: community, Cohorts: cohorts, Terms: terms, Periods: periods,
		Identities: who.Identities, Members: who.Members, Sessions: sessions})
	if err != nil {
		return nil, err
	}
	return wonder(ctx, b, s.Settings, known, append(who.Questions, which...))
}
