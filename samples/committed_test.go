package samples

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// delivered is every committed file of a community by its path in this folder.
func delivered(t *testing.T, c *Community) map[string][]byte {
	t.Helper()
	truth, err := c.TruthJSON()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{"valuetrail.yaml": c.Settings, "truth/truth.json": truth}
	for _, f := range c.Files {
		files["exports/"+f.Path] = f.Data
	}
	return files
}

func TestCommittedFilesAreTheGeneratedOnes(t *testing.T) {
	c, err := Generate(DeliveredSeed)
	if err != nil {
		t.Fatal(err)
	}
	want := delivered(t, c)
	if os.Getenv("UPDATE") == "1" {
		rewrite(t, want)
		return
	}
	size := 0
	err = fs.WalkDir(Exports, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == "commentary.md" { // written by hand
			return err
		}
		got, err := Exports.ReadFile(path)
		if err != nil {
			return err
		}
		if size += len(got); !bytes.Equal(got, want[path]) {
			t.Errorf("%s differs from what is generated; run UPDATE=1 go test ./samples -run TestCommittedFilesAreTheGeneratedOnes", path)
		}
		delete(want, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for path := range want {
		t.Errorf("%s is generated but not committed", path)
	}
	if size > 4_000_000 {
		t.Errorf("the samples weigh %d bytes", size)
	}
}

func rewrite(t *testing.T, files map[string][]byte) {
	t.Helper()
	for _, old := range []string{"exports", "truth"} {
		if err := os.RemoveAll(old); err != nil {
			t.Fatal(err)
		}
	}
	for path, data := range files {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSameSeedGivesTheSameBytes(t *testing.T) {
	a, err := Generate(7)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Generate(7)
	if err != nil {
		t.Fatal(err)
	}
	again := delivered(t, b)
	for path, data := range delivered(t, a) {
		if !bytes.Equal(data, again[path]) {
			t.Errorf("%s differs between two runs", path)
		}
	}
	other, err := Generate(8)
	if err != nil {
		t.Fatal(err)
	}
	if other.Truth.People[5].Name == a.Truth.People[5].Name && other.Truth.People[6].Name == a.Truth.People[6].Name {
		t.Error("another seed gives the same people")
	}
}
