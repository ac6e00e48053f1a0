package ingest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"valuetrail/internal/settings"
)

// Bytes is the size of all files that a run over the inputs reads. What cannot
// be looked at counts nothing: reading it says why.
func Bytes(inputs []string) int64 {
	all, _, _ := find(inputs)
	var sum int64
	for _, path := range all {
		if info, err := os.Stat(path); err == nil {
			sum += info.Size()
		}
	}
	return sum
}

// find lists the files of the inputs: a folder gives all that are in it, in the
// order of their names, but for the workbooks that hold answers and settings.
// Named are those that are inputs themselves.
func find(inputs []string) (all []string, named map[string]bool, err error) {
	named = map[string]bool{}
	for _, in := range inputs {
		info, err := os.Stat(in)
		if err != nil {
			return nil, nil, fmt.Errorf("ingest: %w", err)
		}
		if !info.IsDir() {
			all, named[in] = append(all, in), true
			continue
		}
		err = filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && path != in && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			if (d.Type().IsRegular() || d.Type()&fs.ModeSymlink != 0) && d.Name() != ToDecideFile && d.Name() != settings.SetupFile {
				all = append(all, path)
			}
			return nil
		})
		if err != nil {
			return nil, nil, fmt.Errorf("ingest: %w", err)
		}
	}
	return all, named, nil
}
