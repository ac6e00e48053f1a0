package ingest

import (
	"context"

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
	all = append(all, askOfFaults(files, faults, known, ruled)...)
	renamed, err := askOfHeadings(ctx, b, files, faults, ruled)
	if err != nil {
		return nil, err
	}
	all = append(all, renamed...)
	unlisted, err := askOfQuestions(ctx, b, s, ruled)
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
