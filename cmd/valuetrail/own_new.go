package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"valuetrail/queries"
)

// usualFolder is where own indicators are begun when nobody said where.
const usualFolder = "indicators"

func indicatorsNewCommand(e *env) *cli.Command {
	return &cli.Command{
		Name: "new", Usage: "begin an indicator of your own: a file to change, and its worked example", ArgsUsage: "ID",
		Flags: []cli.Flag{&cli.StringFlag{Name: "indicators", Usage: "the `FOLDER` with indicators of your own"}},
		Action: func(c *cli.Context) error {
			return runIndicatorsNew(*e, c.Args().Slice(), c.String("indicators"))
		},
	}
}

func runIndicatorsNew(e env, words []string, folder string) error {
	if len(words) != 1 {
		return usage("indicators new needs one id").hinted("choose a short one of small letters, such as peer_helped")
	}
	sql, played, err := queries.Starter(words[0])
	if err != nil {
		return &exit{exitUsage, &hinted{err, "choose a short one of small letters, such as peer_helped"}}
	}
	b, err := e.communityButWords()
	if err != nil {
		return err
	}
	said := b.Settings.Indicators
	folder = cmp.Or(folder, e.besideSettings(cmp.Or(said, usualFolder)))
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return writable(err, filepath.Join(folder, words[0]+".sql"), "--indicators FOLDER")
	}
	file, beside := filepath.Join(folder, words[0]+".sql"), filepath.Join(folder, words[0]+".txtar")
	if exists(beside) {
		return alreadyThere(beside)
	}
	if err := writeNew(file, sql); err != nil {
		return err
	}
	if err := writeNew(beside, played); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	e.line("%s  %s", filepath.ToSlash(file), e.Say.Say("own.begun"))
	e.line("%s  %s", filepath.ToSlash(beside), e.Say.Say("own.begun.example"))
	e.line("%s", e.Say.Say("own.next", filepath.ToSlash(folder)))
	if e.besideSettings(said) != folder {
		e.line("%s", e.Say.Say("own.settings", filepath.ToSlash(folder)))
	}
	return nil
}

func alreadyThere(file string) error {
	return &hinted{fmt.Errorf("%s is there already; it stays as it is", filepath.ToSlash(file)), "choose another id, or change the file"}
}

// writeNew writes a file that is not there yet.
func writeNew(file, text string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return alreadyThere(file)
	}
	if err != nil {
		return writable(err, file, "--indicators FOLDER")
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(file))
	}
	return nil
}
