package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// snapshots are what folders held when they had been made ready: file names in
// them to what each holds.
var (
	snapshotMutex sync.Mutex
	snapshots     = map[string]map[string][]byte{}
)

// like makes the desk's empty folder what prepare makes of it. What is prepared
// under one name is prepared once and then copied: several tests begin where
// the same commands have ended.
func (d desk) like(name string, prepare func(d desk)) {
	d.t.Helper()
	snapshotMutex.Lock()
	defer snapshotMutex.Unlock()
	if files, ok := snapshots[name]; ok {
		for file, data := range files {
			d.write(file, data)
		}
		return
	}
	prepare(d)
	files := map[string][]byte{}
	err := filepath.WalkDir(d.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		file, err := filepath.Rel(d.folder, path)
		if err != nil {
			return err
		}
		files[file], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		d.t.Fatal(err)
	}
	snapshots[name] = files
}
