package ingest

import (
	"context"
	"fmt"
	"slices"

	"valuetrail/internal/vocabulary"
)

// Stray is what a stored file tells of something that no list knows, or at a
// time when it no longer counts: its first row, and how many rows there are.
type Stray struct {
	FileID     string
	Sheet, Row int
	// Code is one of those below. Value is the id in the file, or the round; Day
	// is when that round closed.
	Code, Value string
	Day, Rows   int
}

// The codes of strays.
const (
	StrayMember  = "no_such_member"
	StraySession = "no_such_session"
	StrayLate    = "answered_late"
	StrayBetween = "answered_between"
	StrayRound   = "no_such_round"
)

// UnknownRoundError says that no list of rounds has the round that answers were
// said to belong to.
type UnknownRoundError struct{ ID, Nearest string }

func (e *UnknownRoundError) Error() string { return fmt.Sprintf("there is no survey round %q", e.ID) }

// Hint names the nearest round.
func (e *UnknownRoundError) Hint() string {
	if e.Nearest != "" {
		return fmt.Sprintf("did you mean --wave %s? A new round is a row in your list of rounds (survey_waves)", e.Nearest)
	}
	return "add it to your list of rounds (survey_waves) and ingest that, or leave --wave out"
}

// strays puts into the receipts of what was read now what of it no list knows,
// and refuses a round that does not exist.
func (r *run) strays(ctx context.Context, b Batch, to *Receipt) error {
	listed, err := b.Listed(ctx)
	if err != nil {
		return err
	}
	if said := r.options.Said.Wave; said != "" && len(listed[StrayRound]) > 0 && !slices.Contains(listed[StrayRound], said) {
		return &UnknownRoundError{said, vocabulary.Nearest(said, listed[StrayRound])}
	}
	all, err := b.Strays(ctx)
	if err != nil {
		return err
	}
	for _, files := range [][]FileReceipt{to.Files, to.Anew} {
		for i := range files {
			f := &files[i]
			if f.Status == StatusKnown {
				continue
			}
			f.askedAbout(to.Questions, r.options.Say)
			for _, s := range all {
				if s.FileID == f.FileID && (len(listed[s.Code]) > 0 || s.Code == StrayRound) { // a round without any list has no days of its own either
					p := s.told(vocabulary.Nearest(s.Value, listed[s.Code]), r.options.Say)
					if s.Code == StrayBetween && !slices.ContainsFunc(to.Questions, func(q Question) bool { return q.Kind == AskRound && q.FileID == f.FileID }) {
						p.Remedy = r.options.Say.Say("stray.round_new.remedy") // no round is near: nothing is asked
					}
					f.Problems = append(f.Problems, p)
				}
			}
		}
	}
	return nil
}

// askedAbout says of columns that nobody knows whether a question asks about them.
func (f *FileReceipt) askedAbout(all []Question, say Sayer) {
	scope := scopeOf(f.Source, vocabulary.Kind(f.Kind)) + "|"
	for i := range f.Problems {
		p := &f.Problems[i]
		if p.Code == "column_unknown" && slices.ContainsFunc(all, func(q Question) bool {
			return q.Kind == AskHeading && q.Subject == scope+vocabulary.Loose(p.Value)
		}) {
			p.Remedy = say.Say("stray.column_asked.remedy")
		}
	}
}

// told is a stray in words; a member that nobody knows is somebody's to check.
func (s Stray) told(nearest string, say Sayer) ProblemReceipt {
	p := ProblemReceipt{Severity: "note", Sheet: s.Sheet, Row: s.Row, Code: s.Code, Value: s.Value}
	if s.Code == StrayMember {
		p.Severity = "to_check"
	}
	key := "stray." + s.Code
	p.What, p.Remedy = say.Say(key+".what", s.Value, s.Rows, s.Day), say.Say(key+".remedy", s.Value, nearest)
	return p
}
