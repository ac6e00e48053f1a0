package ingest

import (
	"cmp"
	"context"
	"slices"

	"valuetrail/internal/settings"
)

// Ask works out again what only people can tell, without changing anything.
func Ask(ctx context.Context, b Batch, s settings.Settings) ([]Question, Known, error) {
	known, err := b.Known(ctx)
	if err != nil {
		return nil, known, err
	}
	who := Identify(known.Aliases, known.Members, known.Decisions)
	_, which := Unite(known.Meetings, known.Sessions, known.Decisions, s.Zone())
	all, err := wonder(ctx, b, s, known, append(who.Questions, which...))
	return all, known, err
}

// wonder adds to the questions about names and meetings those about what files
// mean, and gives each the name of the file that raised it.
func wonder(ctx context.Context, b Batch, s settings.Settings, known Known, all []Question) ([]Question, error) {
	files, err := b.Files(ctx)
	if err != nil {
		return nil, err
	}
	faults, err := b.Faults(ctx)
	if err != nil {
		return nil, err
	}
	ruled := rule(known.Decisions)
	explained := askOfFaults(files, faults, known, ruled)
	if err := proposeOrders(ctx, b, files, faults, explained); err != nil {
		return nil, err
	}
	all = append(all, explained...)
	renamed, err := askOfHeadings(ctx, b, files, faults, ruled)
	if err != nil {
		return nil, err
	}
	all = append(all, renamed...)
	tables, err := askOfTables(ctx, b, files, ruled)
	if err != nil {
		return nil, err
	}
	all = append(all, tables...)
	rounds, err := b.Rounds(ctx)
	if err != nil {
		return nil, err
	}
	all = append(all, askOfRounds(files, rounds, ruled)...)
	unlisted, err := askOfQuestions(ctx, b, s, ruled, tables)
	if err != nil {
		return nil, err
	}
	all = append(all, unlisted...)
	name := map[string]string{}
	for _, f := range files {
		name[f.ID] = f.Name
	}
	for i := range all {
		all[i].File = name[all[i].FileID]
	}
	return all, nil
}

// askOfRounds asks which round a file's answers belong to where several were
// open and the file names none.
func askOfRounds(files []StoredFile, rounds map[string][]string, ruled rulings) []Question {
	var all []Question
	for _, f := range files {
		if len(rounds[f.ID]) == 0 || ruled.of(AskRound, f.ID) != "" {
			continue
		}
		q := Question{Kind: AskRound, Subject: f.ID, Shown: f.Name, FileID: f.ID}
		for _, w := range rounds[f.ID] {
			q.Candidates = append(q.Candidates, Candidate{Object: sayWave + " " + w, Shown: w})
		}
		all = append(all, q)
	}
	slices.SortFunc(all, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.Shown, b.Shown), cmp.Compare(a.Subject, b.Subject))
	})
	return all
}
