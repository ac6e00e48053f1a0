package sheet

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
)

// readsFolder names the folder that a process of its own reads and ends.
const readsFolder = "SHEET_TEST_READS"

func TestMain(m *testing.M) {
	if folder := os.Getenv(readsFolder); folder != "" {
		debug.SetMemoryLimit(256 << 20) // as the program does: where processors are short, garbage waits longer
		if err := readFolder(folder); err != nil {
			panic(err)
		}
		fmt.Print(mostHeld())
		return
	}
	m.Run()
}

// mostHeld is the most memory that this process has held so far, in MiB. What the
// system tells its parent counts the parent's own as well.
func mostHeld() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kibibytes, err := strconv.ParseInt(strings.Fields(after)[0], 10, 64)
	if err != nil {
		panic(err)
	}
	return kibibytes >> 10
}

// readFolder reads every file as far as it goes.
func readFolder(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if b, err := Open(path, Options{}); err == nil {
			countCells(b)
		}
		return nil
	})
}

// apart reads a folder in a process of its own and gives the most memory it
// held, in MiB, and what it left in the folder for temporary files.
func apart(t *testing.T, folder string) (mebibytes int64, left []os.DirEntry) {
	t.Helper()
	temporary := t.TempDir()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), readsFolder+"="+folder, "TMPDIR="+temporary)
	out, err := child.CombinedOutput()
	if err == nil {
		mebibytes, err = strconv.ParseInt(string(out), 10, 64)
	}
	if err != nil || mebibytes < 10 {
		t.Fatalf("%v\n%s", err, out)
	}
	if left, err = os.ReadDir(temporary); err != nil {
		t.Fatal(err)
	}
	return mebibytes, left
}

func TestTheTortureSetNeedsLittleMemoryAndNoTemporaryFile(t *testing.T) {
	held, left := apart(t, shared(t, "torture"))
	t.Logf("%d MiB", held)
	if held > 300 && !raced {
		t.Errorf("held %d MiB, not 300 at most", held)
	}
	if len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestALargeBookNeedsLittleMemory(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "large.xlsx"), wideWorkbook(t, 20_000, 40), 0o600); err != nil {
		t.Fatal(err)
	}
	long := content(`<table:table table:name="One">` + manyTableRows(100_000) + `</table:table>`)
	if err := os.WriteFile(filepath.Join(folder, "long.ods"), zipped(t, with(openParts(""), "content.xml", long)), 0o600); err != nil {
		t.Fatal(err)
	}
	held, _ := apart(t, folder)
	t.Logf("%d MiB", held)
	if held > 300 && !raced {
		t.Errorf("held %d MiB, not 300 at most", held)
	}
}
